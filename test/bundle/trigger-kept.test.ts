import { describe, expect, it } from 'vitest';
import type { InterleavedRun } from '../../src/emulator/emulator.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const RENDER: InterleavedRun = { functionName: 'renderSelectedRows', kind: 'menu' };
const TRIGGER: InterleavedRun = { functionName: 'syncOnTrigger', kind: 'trigger' };

/** One row is finished at HeyGen, the trigger is about to notice, and two more rows are selected. */
function aboutToFinish(): World {
  const world = new World({ renderMs: [20_000, 30_000] });
  world.prepare(people(3));
  world.hands.select(world.sheet, ['A2:Z2']);
  world.menu('renderSelectedRows');
  world.emulator.clock.moveTo(world.now + 61_000);
  world.hands.select(world.sheet, ['A3:Z4']);
  return world;
}

function calls(start: World): number {
  const [first] = start.copy().emulator.interleave([TRIGGER, RENDER], () => 0);
  return first?.counts.total ?? 0;
}

describe('a trigger run that ends the last job while more rows are rendered', () => {
  it('leaves them a trigger, wherever it is interrupted, and they are followed to the end', () => {
    const start = aboutToFinish();
    const most = calls(start);
    expect(most).toBeGreaterThan(5);
    for (let k = 0; k <= most; k++) {
      const world = start.copy();
      world.emulator.interleave([TRIGGER, RENDER], (step) => (step < k ? 0 : 1));
      world.wait(60 * MINUTE);
      expect({ k, breaches: breachesAtTheEnd(world) }).toEqual({ k, breaches: [] });
      expect(world.emulator.triggers()).toEqual([]);
    }
  });
});
