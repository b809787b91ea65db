import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, goodRows, HEADER, render, reportOf } from './command.ts';
import { seeded } from './seeded.ts';

const ROWS = 20;
const KILLS = 3;

let desk: Desk;
let simulator: SimulatorServer;

beforeAll(buildCommand);
beforeEach(async () => {
  desk = new Desk();
  simulator = await fastSimulator({});
});
afterEach(async () => {
  await simulator.close();
  desk.clear();
});

function words(sheet: string): string[] {
  return [sheet, '--heygen', simulator.url, '--trigger', '0.05', '--yes', '--json', '--sheet-rows', '8'];
}

/** What each row's video says. */
function spoken(): (string | undefined)[] {
  const scriptOf = new Map(simulator.simulator.paidVideos().map(({ id, script }) => [id, script]));
  return desk
    .rows('sheet.rendered.csv')
    .map(({ video_url = '' }) => scriptOf.get(/\/videos\/([0-9a-f]+)/.exec(video_url)?.[1] ?? ''));
}

const asWritten = (row: number): string => `Hello Person${row}, row ${row}.`;
const all = Array.from({ length: ROWS }, (_, at) => asWritten(at + 2));

describe('A CSV with more rows than a sheet takes', () => {
  it('is rendered on several sheets into one result, and each row is paid for once, whenever it is killed', async () => {
    const sheet = desk.write('sheet.csv', goodRows(ROWS));
    const random = seeded(11);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const ms = 300 + Math.floor(random() * 1_500);
      await render(words(sheet), { signal: { name: 'SIGKILL', when: () => ms } });
    }
    const last = await render(words(sheet));
    expect(last.code, last.stdout + last.stderr).toBe(0);
    expect(reportOf(last)).toMatchObject({ rows: ROWS, done: ROWS });
    expect(last.stdout).toContain(`${ROWS} of ${ROWS} rows are done`);
    expect(spoken()).toEqual(all);
    expect(simulator.simulator.paidVideos()).toHaveLength(ROWS);
  });

  it('keeps each row on its sheet when rows are added, edited and sorted, so that only new words are paid for', async () => {
    const sheet = desk.write('sheet.csv', goodRows(ROWS));
    await render(words(sheet));
    const [, ...lines] = goodRows(ROWS).trimEnd().split('\n');
    const backwards = [...lines].reverse();
    const added = 'Person99,"Hello <<first_name>>, row 99.",Anna_Office_Front_public';
    desk.write('sheet.csv', `${[HEADER, added, ...backwards].join('\n')}\n`);
    const again = await render(words(sheet));
    expect(again.code, again.stdout + again.stderr).toBe(0);
    expect(spoken()).toEqual([asWritten(99), ...[...all].reverse()]);
    expect(simulator.simulator.paidVideos()).toHaveLength(ROWS + 1);
  });

  it('tells each finished row in a line of its own while the run goes on, and all words elsewhere', async () => {
    const sheet = desk.write('sheet.csv', `${goodRows(10)}Kim,,\n`);
    const ran = await render([...words(sheet), '--jsonl']);
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    const report = lines.pop();
    expect(report).toMatchObject({ rows: 11, done: 10, blocked: 1 });
    expect(lines.map(({ row }) => Number(row)).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 11 }, (_, at) => at + 2),
    );
    const shown = desk.rows('sheet.rendered.csv');
    for (const { row, ...told } of lines) expect(shown[Number(row) - 2]).toMatchObject(told);
    expect(ran.stderr).toContain('Sheet 2 of 2: rows 10 to 12 of the CSV, which it counts from 2.');
    expect(ran.stderr).toContain('10 of 11 rows are done');
  });
});
