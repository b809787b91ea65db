import { headerKey } from '../../src/core/columns/columns.ts';
import { OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import type { PaidVideo } from '../../src/simulator/records.ts';
import { LEDGER, type World } from './world.ts';

const OUTPUTS: ReadonlySet<string> = new Set(OUTPUT_COLUMNS.map(({ name }) => headerKey(name)));

/** What each row of people asks to be spoken. */
export function spokenTo(name: string): string {
  return `Hello ${name}, this one is for you.`;
}

/** Breaches of the laws that hold at every moment: nothing paid twice, no video beside another's row. */
export function breachesNow(world: World): string[] {
  return [...paidTwice(world.simulator.paidVideos()), ...besideAnother(world), ...unwantedFormulas(world)];
}

/**
 * Breaches of the laws that hold at the end: besides, every row has its video and every video its row.
 * A row may be left to the user's decision where HeyGen can give no proof, and then nothing was paid for it.
 */
export function breachesAtTheEnd(world: World): string[] {
  const paid = new Set(world.simulator.paidVideos().map(({ script }) => script));
  const isUndecided = (row: Record<string, string>): boolean =>
    row.status === 'Unconfirmed' && !paid.has(spokenTo(row.first_name ?? ''));
  const unfinished = world
    .rows()
    .filter((row) => row.status !== 'Done' && !(world.mayStayUndecided && isUndecided(row)))
    .map((row) => `${row.first_name} is ${row.status || 'blank'} at the end: ${row.problem}`);
  return [...breachesNow(world), ...unfinished, ...withoutRow(world)];
}

function paidTwice(videos: readonly PaidVideo[]): string[] {
  const counts = new Map<string, number>();
  for (const { script } of videos) counts.set(script, (counts.get(script) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([script, count]) => `paid ${count} times: ${script}`);
}

function besideAnother(world: World): string[] {
  const scripts = new Map(world.simulator.videos().map((video) => [video.id, video.script]));
  return world.rows().flatMap((row) => {
    const url = row.video_url ?? '';
    if (url === '')
      return row.status === 'Done' ? [`${row.first_name} is Done without a video: ${row.problem}`] : [];
    const spoken = scripts.get(videoIn(url));
    return spoken === spokenTo(row.first_name ?? '') ? [] : [`beside ${row.first_name}: ${spoken}`];
  });
}

function withoutRow(world: World): string[] {
  const shown = new Set(world.rows().map((row) => videoIn(row.video_url ?? '')));
  return world.simulator
    .paidVideos()
    .filter((video) => !shown.has(video.id))
    .map((video) => `paid and beside no row: ${video.script}`);
}

function unwantedFormulas(world: World): string[] {
  return world.hands
    .formulaCells()
    .filter(
      (cell) => cell.sheet === LEDGER || OUTPUTS.has(headerKey(headerOver(world, cell.sheet, cell.column))),
    )
    .map((cell) => `formula in ${cell.sheet}, row ${cell.row}: ${cell.formula}`);
}

function headerOver(world: World, sheet: string, column: number): string {
  return world.hands.cell(sheet, 1, column).display;
}

/** The id of the video that a URL handed out by the simulator leads to. */
export function videoIn(url: string): string {
  return /\/videos\/([0-9a-f]+)\./.exec(url)?.[1] ?? '';
}

/** Every cell of the user's own: values, formulas and notes outside of the output columns and the ledger. */
export function ownCells(world: World): string[] {
  const { hands } = world;
  const cells: string[] = [];
  for (const { name, lastRow, lastColumn } of hands.sheets()) {
    if (name.startsWith(LEDGER)) continue;
    for (let column = 1; column <= lastColumn; column++) {
      if (OUTPUTS.has(headerKey(headerOver(world, name, column)))) continue;
      for (let row = 1; row <= lastRow; row++) {
        const { value, formula, note } = hands.cell(name, row, column);
        if (value === '' && formula === '' && note === '') continue;
        cells.push(`${name}!R${row}C${column} ${JSON.stringify(value)} ${formula} ${note}`);
      }
    }
  }
  return cells;
}
