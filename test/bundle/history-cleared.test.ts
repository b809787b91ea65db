import { expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

it('a ledger from which the user deleted the finished lines still sends what is rendered next', () => {
  const world = new World({ renderMs: [1_000, 2_000] });
  world.prepare(people(60));
  world.menu('renderSelectedRows');
  world.wait(30 * MINUTE);
  world.menu('checkForFinishedVideos');
  expect(world.isFinished()).toBe(true);
  world.hands.deleteRows(LEDGER, 2, 60);
  world.hands.load(world.sheet, people(2));
  world.selectAll();
  world.menu('renderSelectedRows');
  world.wait(30 * MINUTE);
  expect(world.statuses()).toEqual(['Done', 'Done']);
  expect(breachesAtTheEnd(world).filter((breach) => !/^paid/.test(breach))).toEqual([]);
});
