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

it('the first render leaves the selected rows selected, although the ledger comes and goes in front of them', () => {
  const world = new World();
  world.prepare(people(3));
  world.hands.select(world.sheet, ['A3:C4']);
  world.menu('renderSelectedRows');
  expect(world.rows().map(({ status }) => status)).toEqual(['', 'Rendering', 'Rendering']);
  world.follow();
  world.menu('renderSelectedRows');
  expect(world.emulator.ui.dialogs().at(-1)?.message).toContain('2 rows done already');
});
