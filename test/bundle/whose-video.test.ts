import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { cases } from '../cases.ts';
import { type Shuffle, ShufflingUser, shuffles } from './shuffling-user.ts';
import { MINUTE, World } from './world.ts';

/** A day with a restless user, a moody HeyGen and executions that are killed. */
interface Day {
  readonly inside: readonly Shuffle[];
  readonly between: readonly Shuffle[];
  readonly fault: Fault | null;
  readonly killAt: number | null;
  readonly newDefault: number;
  readonly late: boolean;
}

const FAULTS: readonly (Fault | null)[] = [
  null,
  { when: { method: 'POST', nth: 1 }, do: 'cut-after' },
  { when: { method: 'POST', nth: 1 }, do: '429', retryAfter: 30 },
  { when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 },
  { when: { method: 'GET', every: 3 }, do: '502-html' },
];

const day: fc.Arbitrary<Day> = fc.record({
  inside: shuffles(160),
  between: shuffles(1),
  fault: fc.constantFrom(...FAULTS),
  killAt: fc.option(fc.integer({ min: 20, max: 150 }), { nil: null }),
  newDefault: fc.nat({ max: 3 }),
  late: fc.boolean(),
});

/** Lives the day, and then lets everything come to rest: the trigger works, and the user looks once. */
function lived({ inside, between, fault, killAt, newDefault, late }: Day): ShufflingUser {
  const world = new World(
    { renderMs: [20_000, 150_000], faults: fault === null ? [] : [fault] },
    { simpleTriggers: late ? 'never' : 'prompt' },
  );
  const user = new ShufflingUser(world, 4, inside);
  world.selectAll();
  user.count();
  world.emulator.run('renderSelectedRows', {
    kind: 'menu',
    beforeCall: user.beforeCall,
    ...(killAt === null ? {} : { killAtCall: killAt }),
  });
  for (const act of between) {
    world.wait(MINUTE);
    user.act(act);
  }
  if (newDefault > 0) user.setDefault(newDefault);
  world.wait(10 * MINUTE);
  // Two presses: what the first finds under way or Unconfirmed, the second can settle.
  for (let press = 0; press < 2; press++) {
    user.press();
    world.wait(30 * MINUTE);
  }
  world.menu('checkForFinishedVideos');
  return user;
}

describe('at rest, a row shows only the video that speaks its words, and nothing is paid that is there', () => {
  it('whatever is sorted, edited, swapped and copied, on every kind of day', () => {
    fc.assert(
      fc.property(day, (each) => {
        expect(lived(each).breaches()).toEqual([]);
      }),
      cases(40, 20261128),
    );
  });
});
