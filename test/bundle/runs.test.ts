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
