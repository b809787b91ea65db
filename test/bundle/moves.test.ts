import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { cases } from '../cases.ts';
import { type Act, acts, COLUMN_ACTS, RestlessUser, ROW_ACTS } from './restless-user.ts';
import { World } from './world.ts';

const WAYS: readonly (readonly [string, SimulatorChoices])[] = [
  ['a batch', {}],
  ['a batch that does not queue', { batchQueues: false, slots: 2 }],
  [
    'single POSTs',
    { faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 }] },
  ],
];

/** Four rows that are about to be rendered. */
function ready(heygen: SimulatorChoices): World {
  return new RestlessUser(new World({ renderMs: [20_000, 150_000], ...heygen }), 4, []).world;
}

/** Renders the rows and follows them to their end, with the user's hands in the sheet all the while. */
function played(start: World, doings: readonly Act[]): RestlessUser {
  const user = new RestlessUser(start.copy(), 4, doings);
  user.playOut();
  return user;
}

/** The calls around writes: what is done between a reading and its write hurts most. */
function delicate(calls: readonly string[]): number[] {
  return calls.flatMap((call, at) => (/setValues|setNotes|flush|fetch/.test(call) ? [at + 1, at + 2] : []));
}

describe('whatever the user does between any two platform calls', () => {
  describe.each(WAYS)('of %s', (_, heygen) => {
    const start = ready(heygen);
    const calm = played(start, []);
    const moments = delicate(calm.calls);

    it('every video is beside the row whose text it speaks, and none is paid twice', () => {
      const doings = acts(ROW_ACTS, calm.calls.length, moments);
      fc.assert(
        fc.property(doings, (some) => {
          expect(played(start, some).breaches()).toEqual([]);
        }),
        cases(40, 20260301),
      );
    });

    it('the same with columns that are moved, inserted and renamed', () => {
      const doings = acts([...ROW_ACTS, ...COLUMN_ACTS, ...COLUMN_ACTS], calm.calls.length, moments);
      fc.assert(
        fc.property(doings, (some) => {
          expect(played(start, some).breaches()).toEqual([]);
        }),
        cases(40, 20260301),
      );
    });
  });

  it('a sort at each single call does no harm', () => {
    const start = ready({});
    const calls = played(start, []).calls.length;
    for (let at = 1; at <= calls; at++) {
      const user = played(start, [{ at, kind: 'sort', a: 0, b: 1 }]);
      expect({ at, breaches: user.breaches() }).toEqual({ at, breaches: [] });
    }
  });
});
