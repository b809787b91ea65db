import { describe, expect, it } from 'vitest';
import type { Plain } from '../../src/emulator/service.ts';
import { breachesNow } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

interface Moment {
  readonly world: World;
  /** The cells as they were, one state for each change that became durable while Render and two passes ran. */
  readonly earlier: readonly string[];
}

function rendered(): Moment {
  const earlier: string[] = [];
  let isWatched = false;
  const world: World = new World(
    {},
    {
      onDurable: () => {
        const cells = JSON.stringify(Object(world.emulator.snapshot()).services.sheets);
        if (isWatched && cells !== earlier[earlier.length - 1]) earlier.push(cells);
      },
    },
  );
  world.prepare(people(2));
  isWatched = true;
  world.menu('renderSelectedRows');
  world.follow(2);
  isWatched = false;
  return { world, earlier };
}

describe('Undo and Version history after Render', () => {
  it('to whatever earlier state: nothing is paid twice by itself, and what the ledger still holds is found', () => {
    const { earlier } = rendered();
    expect(earlier.length).toBeGreaterThan(5);
    let kept = 0;
    for (const [at, cells] of earlier.entries()) {
      const { world } = rendered();
      const state = JSON.parse(JSON.stringify(world.emulator.snapshot()));
      state.services.sheets = JSON.parse(cells);
      world.emulator.restore(state as Plain);
      world.wait(60 * MINUTE);
      expect({ at, breaches: breachesNow(world) }).toEqual({ at, breaches: [] });
      if (world.ledger().length === 0) continue;
      kept += 1;
      expect({ at, statuses: world.statuses() }).toEqual({ at, statuses: ['Done', 'Done'] });
    }
    expect(kept).toBeGreaterThan(3);
  });
});
