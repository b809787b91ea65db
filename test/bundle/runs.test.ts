import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

it('the runs of a sheet are listed with what became of them, wherever their rows are by now, and nothing is asked', () => {
  const world = new World({ failWhen: 'Person1,', renderMs: [MINUTE, MINUTE] });
  world.prepare(people(3));
  world.hands.select(world.sheet, ['A2:Z3']);
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  world.hands.select(world.sheet, ['A4:Z4']);
  world.menu('renderSelectedRows');
  world.hands.sortRows(world.sheet, 1, false);
  const before = world.durable();
  const { value, fetches } = called(world, 'sidebarRuns');
  expect(fetches).toBe(0);
  expect(world.durable()).toBe(before);
  const rowOf = (name: string) => world.rows().findIndex(({ first_name }) => first_name === name) + 2;
  const [latest, first] = value.runs;
  expect(latest).toMatchObject({ who: 'you', videos: 1, open: 1, done: 0, rows: [rowOf('Person3')] });
  expect(first).toMatchObject({ videos: 2, done: 1, failed: 1, open: 0, failedRows: [rowOf('Person1')] });
  expect(first?.compared).toContain('1 finished video: estimated');
  expect(value.csv.split('\r\n')).toHaveLength(4);
});

it('each run counts the requests that sent and followed its videos, with its share of those for several runs', () => {
  const world = new World({ renderMs: [3 * MINUTE, 5 * MINUTE] });
  world.prepare(people(6));
  const asked = () => world.sent.filter(({ path }) => path.startsWith('/v3/videos')).length;
  const before = asked();
  world.hands.select(world.sheet, ['A2:Z4']);
  world.menu('renderSelectedRows');
  world.hands.select(world.sheet, ['A5:Z7']);
  world.menu('renderSelectedRows');
  world.follow();
  const calls = called(world, 'sidebarRuns').value.runs.map((run) => run.calls);
  expect(Math.min(...calls)).toBeGreaterThan(1);
  expect(Math.abs(calls.reduce((sum, each) => sum + each, 0) - (asked() - before))).toBeLessThanOrEqual(1);
});

it('what is taken back counts as cancelled, and costs nothing', () => {
  const world = new World({ slots: 1, renderMs: [MINUTE, MINUTE] });
  world.prepare(people(2));
  const plan = called(world, 'sidebarPlan').value;
  called(world, 'sidebarRender', plan.runPrint, false);
  called(world, 'sidebarCancelQueued');
  const [run] = called(world, 'sidebarRuns').value.runs;
  expect(run).toMatchObject({ videos: 2, cancelled: 2, open: 0, usd: 0, calls: 0 });
});

it('the texts of one finished run are forgotten in the sidebar, and those of the others stay', () => {
  const world = new World({ renderMs: [MINUTE, MINUTE] });
  world.prepare(people(3));
  world.hands.select(world.sheet, ['A2:Z3']);
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  world.hands.select(world.sheet, ['A4:Z4']);
  world.menu('renderSelectedRows');
  const [latest, first] = called(world, 'sidebarRuns').value.runs;
  expect([latest?.isForgettable, first?.isForgettable]).toEqual([false, true]);
  const texts = () => world.ledger().map(({ request = '', says = '' }) => request + says);
  const prints = world.ledger().map(({ print, parts }) => [print, parts]);
  expect(called(world, 'sidebarForgetRun', latest?.run ?? '').value).toContain('No texts');
  expect(called(world, 'sidebarForgetRun', first?.run ?? '').value).toBe(
    'The texts of 2 jobs are forgotten.',
  );
  expect(texts().map((text) => text !== '')).toEqual([false, false, true]);
  expect(world.ledger().map(({ print, parts }) => [print, parts])).toEqual(prints);
  world.hands.type(world.sheet, 2, 1, 'Maria');
  world.wait(20 * MINUTE);
  world.menu('checkForFinishedVideos');
  expect(world.statuses()).toEqual(['Changed', 'Done', 'Done']);
});
