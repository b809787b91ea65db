import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/playground/simulator/options.ts';
import { cases } from './cases.ts';
import { type Act, acts, RestlessUser } from './restless-user.ts';
import { World } from './world.ts';

/** Renders four rows and follows them to their end, with the user's hands in the sheet all the while. */
function played(heygen: SimulatorChoices, doings: readonly Act[]): string[] {
  const world = new World({ renderMs: [20_000, 150_000], ...heygen });
  const user = new RestlessUser(world, 4, doings);
  const { beforeCall } = user;
  world.menu('renderSelectedRows', { beforeCall });
  for (let runs = 0; runs < 8 && world.fire({ beforeCall }) !== null; runs++);
  user.comeToRest();
  world.pressOn(4);
  return user.breaches();
}

describe('whatever the user does to the rows between any two platform calls', () => {
  it.each<[string, SimulatorChoices]>([
    ['a batch', {}],
    ['a batch that does not queue', { batchQueues: false, slots: 2 }],
    ['single POSTs', { faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, do: '404' }] }],
  ])('every video of %s is beside the row whose text it speaks, and paid once', (_, heygen) => {
    fc.assert(
      fc.property(acts(200), (doings) => {
        expect(played(heygen, doings)).toEqual([]);
      }),
      cases(40),
    );
  });
});
