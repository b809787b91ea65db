import { MINUTE, people, World } from '../bundle/world.ts';

/** The most Sheets calls that a trigger run makes with so many rows under way and so many finished before them. */
export function passCalls(open: number, finished: number): number {
  const world = new World({ slots: 1_000, renderMs: [MINUTE, MINUTE] }, { account: 'workspace' });
  world.prepare(people(finished + open));
  if (finished > 0) {
    world.hands.select(world.sheet, [`A2:Z${finished + 1}`]);
    world.menu('renderSelectedRows');
    world.follow(2_000);
  }
  world.simulator.set({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] });
  world.hands.select(world.sheet, [`A${finished + 2}:Z${finished + open + 1}`]);
  world.menu('renderSelectedRows');
  let most = 0;
  for (let runs = 0; runs < 40; runs++) {
    const next = world.emulator.nextTriggerAt();
    if (next === null) break;
    world.emulator.clock.moveTo(Math.max(next, world.now));
    for (const { counts } of world.emulator.fireDueTriggers())
      most = Math.max(most, counts.services.sheets ?? 0);
  }
  return most;
}
