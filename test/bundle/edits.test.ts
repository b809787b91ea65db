import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Execution } from '../../src/emulator/execution.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/** Rows that are done, and the runs of onEdit from then on. */
function done(
  rows: readonly (readonly string[])[] = people(2),
  options: Partial<EmulatorOptions> = {},
): { readonly world: World; readonly edits: Execution[] } {
  const edits: Execution[] = [];
  const onExecution = (execution: Execution): void => {
    if (execution.kind === 'edit') edits.push(execution);
  };
  const world = new World({ renderMs: [20_000, 60_000] }, { onExecution, ...options });
  world.prepare(rows);
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  expect(world.statuses().every((status) => status === 'Done')).toBe(true);
  edits.length = 0;
  return { world, edits };
}

const shown = (world: World): string[] =>
  world.rows().map((row) => `${row.first_name} ${row.status} ${row.video_url === '' ? 'none' : 'link'}`);

describe('an edit in a row that is done', () => {
  it('says Changed at once, keeps the link, and says what the video still says', () => {
    const { world } = done();
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    expect(shown(world)).toEqual(['Zoe Changed link', 'Person2 Done link']);
    expect(world.rows()[0]?.problem).toContain('still says: “Hello Person1, this one is for you.”');
  });

  it('says Done again when it is taken back', () => {
    const { world } = done();
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    world.hands.type(world.sheet, 2, 1, 'Person1');
    expect(shown(world)).toEqual(['Person1 Done link', 'Person2 Done link']);
    expect(world.rows()[0]?.problem).toBe('');
  });

  it('changes nothing where only cells were edited that are not sent', () => {
    const { world } = done(people(2).map((line, at) => [...line, at === 0 ? 'notes' : '']));
    world.hands.type(world.sheet, 2, 4, 'called her on Monday');
    expect(shown(world)).toEqual(['Person1 Done link', 'Person2 Done link']);
  });

  it('of a copy takes away what is not its own, and leaves the original', () => {
    const { world } = done();
    world.hands.duplicateRow(world.sheet, 2);
    world.hands.type(world.sheet, 3, 1, 'Zoe');
    expect(shown(world)).toEqual(['Person1 Done link', 'Zoe  none', 'Person2 Done link']);
  });

  it('of the script changes every row that speaks it', () => {
    const { world } = done(people(3));
    world.hands.pasteText(world.sheet, 2, 2, 'Hi <<first_name>>.\nHi <<first_name>>.\nHi <<first_name>>.');
    expect(shown(world)).toEqual(['Person1 Changed link', 'Person2 Changed link', 'Person3 Changed link']);
  });

  it('costs two reads and one write, and no write where no job is touched', () => {
    const { world, edits } = done();
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    world.hands.type(world.sheet, 9, 1, 'Somebody new');
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    const counts = edits.map(({ counts: { methods } }) => [
      methods['sheets.getDisplayValues'] ?? 0,
      methods['sheets.setValues'] ?? 0,
    ]);
    expect(counts).toEqual([
      [2, 1],
      [1, 0],
      [2, 0],
    ]);
  });

  it('never throws, not even where the sheet is protected or the ledger is gone', () => {
    const { world, edits } = done();
    world.hands.protect(world.sheet, null);
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    world.hands.deleteSheet('Reelmerge jobs');
    world.hands.type(world.sheet, 2, 1, 'Kim');
    expect(edits.map(({ outcome }) => outcome)).toEqual(['returned', 'returned']);
  });

  it('that Google dropped is noticed by the next look', () => {
    const { world } = done(people(2), { simpleTriggers: 'never' });
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    expect(world.statuses()).toEqual(['Done', 'Done']);
    world.menu('checkForFinishedVideos');
    expect(shown(world)).toEqual(['Zoe Changed link', 'Person2 Done link']);
  });
});

it('Render links what is there: own columns sorted apart from the outputs cost nothing', () => {
  const { world } = done(people(3));
  const names = [2, 3, 4].map((row) => world.hands.cell(world.sheet, row, 1).display);
  const urls = new Map(world.rows().map((row) => [row.first_name, row.video_url]));
  const paid = world.simulator.paidVideos().length;
  [names[1], names[2], names[0]].forEach((name, at) => {
    world.hands.load(
      world.sheet,
      world.hands
        .displayValues(world.sheet)
        .map((line, row) => (row === at + 1 ? [name ?? '', ...line.slice(1)] : [...line])),
    );
  });
  world.selectAll();
  world.menu('renderSelectedRows');
  expect(world.simulator.paidVideos()).toHaveLength(paid);
  for (const row of world.rows()) expect(row.video_url).toBe(urls.get(row.first_name));
});

it('Render again pays for a row that has its video, and says so before', () => {
  const { world } = done();
  world.hands.select(world.sheet, ['A2:Z2']);
  const asked: string[] = [];
  const usual = world.answer;
  world.answer = (dialog) => {
    asked.push(dialog.message);
    return usual(dialog);
  };
  world.menu('renderSelectedRowsAgain');
  world.wait(20 * MINUTE);
  expect(asked[0]).toContain('has a video already');
  expect(world.simulator.paidVideos()).toHaveLength(3);
  expect(shown(world)).toEqual(['Person1 Done link', 'Person2 Done link']);
});

it('the page renders again what its plan counted, with the same words and the same print', () => {
  const { world } = done();
  world.selectAll();
  expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 0, skipped: { done: 2 } });
  const plan = called(world, 'sidebarPlan', true).value;
  expect(plan).toMatchObject({ videos: 2, videosAgain: 2, again: true });
  expect(called(world, 'sidebarRender', plan.runPrint, true).value.videos).toBe(2);
  world.wait(20 * MINUTE);
  expect(world.simulator.paidVideos()).toHaveLength(4);
});

it('another script for the whole sheet changes every row that takes it, at once', () => {
  const { world } = done([
    ['first_name', 'script', 'avatar_id'],
    ['Ana', 'Hello <<first_name>>, this one is for you.', 'Anna_Office_Front_public'],
  ]);
  world.hands.enter(world.sheet, [{ row: 2, column: 2, text: '' }]);
  called(world, 'sidebarDefaults', { script: 'Hello <<first_name>>, this one is for you.' }, world.sheet);
  expect(shown(world)).toEqual(['Ana Done link']);
  called(world, 'sidebarDefaults', { script: 'Bye <<first_name>>.' }, world.sheet);
  expect(shown(world)).toEqual(['Ana Changed link']);
  expect(called(world, 'sidebarSync', false).value.counts).toMatchObject({ Done: 0, Changed: 1 });
});
