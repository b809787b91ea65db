import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealtToBatches, type OpenVideos, slotsTaken } from '../../../src/core/jobs/slot-places.ts';
import { cases } from '../../cases.ts';

const open = (rendering: number, waiting: number): OpenVideos => ({ rendering, waiting });

describe('the slots of an account', () => {
  test('belong to the batch that renders, and none to the one behind it', () => {
    expect(slotsTaken([open(10, 50), open(0, 100)], 10)).toEqual([11, 0]);
  });

  test('that a batch at its end has left are taken by the next one', () => {
    expect(slotsTaken([open(4, 0), open(0, 100), open(0, 100)], 10)).toEqual([4, 6, 0]);
  });

  test('belong to all batches that are seen to render', () => {
    expect(slotsTaken([open(5, 40), open(5, 40)], 10)).toEqual([6, 5]);
  });

  test('may be more than are known: then the next batch renders, too', () => {
    expect(slotsTaken([open(100, 0), open(0, 100), open(0, 100)], 10)).toEqual([100, 100, 0]);
    expect(slotsTaken([open(20, 50), open(0, 100)], 10)).toEqual([21, 0]);
    expect(slotsTaken([open(10, 0), open(0, 100)], 10)).toEqual([10, 1]);
  });
});

describe('the slots of an account whose batches render side by side', () => {
  test('are shared by all of them, also by the one that was just sent', () => {
    expect(slotsTaken([open(10, 50), open(0, 100)], 10, true)).toEqual([5, 5]);
    expect(slotsTaken([open(2, 0), open(4, 60), open(4, 60)], 10, true)).toEqual([2, 4, 4]);
  });
});

describe('the videos in the slots', () => {
  test('began first in the batch of which nothing waits any more', () => {
    const batches = [open(4, 0), open(0, 100)];
    const begun = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(dealtToBatches(begun, batches, slotsTaken(batches, 10))).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8, 9, 10],
    ]);
  });

  test('began in turn where batches render side by side', () => {
    expect(dealtToBatches([1, 2, 3, 4, 5, 6], [open(2, 9), open(4, 9)], [2, 4])).toEqual([
      [2, 5],
      [1, 3, 4, 6],
    ]);
  });
});

test('each video in a slot is dealt to one batch, and no batch gets more than its slots', () => {
  const batches = fc.array(fc.record({ rendering: fc.nat(12), waiting: fc.nat(30) }), { maxLength: 5 });
  fc.assert(
    fc.property(batches, fc.integer({ min: 1, max: 30 }), fc.boolean(), (all, slots, sideBySide) => {
      const taken = slotsTaken(all, slots, sideBySide);
      const places = taken.reduce((sum, count) => sum + count, 0);
      const begun = Array.from({ length: Math.min(slots, places) }, (_, at) => at);
      const dealt = dealtToBatches(begun, all, taken);
      expect(dealt.flat().sort((a, b) => a - b)).toEqual(begun);
      for (const [at, own] of dealt.entries()) expect(own.length).toBeLessThanOrEqual(taken[at] ?? 0);
    }),
    cases(400, 23),
  );
});
