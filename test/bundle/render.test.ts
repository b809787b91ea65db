import { expect, it } from 'vitest';
import { people, World } from './world.ts';

it('every row gets its video', () => {
  const world = new World();
  world.prepare(people(12));
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.rows().every((row) => row.status === 'Done' && row.video_url !== '')).toBe(true);
  expect(world.simulator.paidVideos().length).toBe(12);
});
