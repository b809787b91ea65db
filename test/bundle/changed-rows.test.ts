import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/** Three finished rows, of which the first two are changed afterwards. */
function changed(): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  world.hands.type(world.sheet, 2, 1, 'Zoe');
  world.hands.type(world.sheet, 3, 1, 'Yan');
  return world;
}

it('“Render changed rows again…” says what has changed in each row and makes new videos of these alone', () => {
  const world = changed();
  const before = world.rows().map(({ job }) => job ?? '');
  world.hands.select(world.sheet, ['A4:C4']);
  world.menu('renderChangedRowsAgain');
  expect(world.told()).toContain('2 of these rows have a video already');
  expect(world.told()).toContain('• Row 2: The video still says: “Hello Person1, this one is for you.”');
  expect(world.told()).toContain('• Row 3: The video still says: “Hello Person2, this one is for you.”');
  world.follow();
  expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  const after = world.rows().map(({ job }) => job ?? '');
  expect(after.map((job, at) => job === before[at])).toEqual([false, false, true]);
  expect(world.simulator.videos()).toHaveLength(5);
  const kept = world.ledger().filter(({ job }) => before.includes(job ?? ''));
  expect(kept.map(({ status, video_url }) => [status, video_url !== ''])).toEqual([
    ['Done', true],
    ['Done', true],
    ['Done', true],
  ]);
});

it('where no row has changed, it says so and pays for nothing', () => {
  const world = new World();
  world.prepare(people(1));
  world.menu('renderChangedRowsAgain');
  expect(world.told()).toBe('Reelmerge\nNo row of this sheet has changed since its video was made.');
  expect(world.posts()).toEqual([]);
});

it('the page lists the changed rows, selects them, and counts what new videos of them cost', () => {
  const world = changed();
  world.hands.select(world.sheet, ['A4:C4']);
  const { changed: rows } = called(world, 'sidebarSync', false).value;
  expect(rows.map(({ row, message }) => [row, message.includes('still says')])).toEqual([
    [2, true],
    [3, true],
  ]);
  expect(called(world, 'sidebarSelectChanged').value.selectedRows).toBe(2);
  const plan = called(world, 'sidebarPlan', true).value;
  expect([plan.videos, plan.videosAgain, plan.cost > 0]).toEqual([2, 2, true]);
});
