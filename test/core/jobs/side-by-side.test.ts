import { expect, test } from 'vitest';
import type { Job } from '../../../src/core/jobs/job.ts';
import { isSideBySide } from '../../../src/core/jobs/side-by-side.ts';
import { BATCH, queued, START } from './jobs.ts';

/** A batch of ten at HeyGen, of which so many render; the others wait. */
function batch(run: string, rendering: number, fields: Partial<Job> = {}): Job[] {
  return queued(10, run, { status: 'Rendering', batch: BATCH, sentAt: START, sendAs: 'batch' }).map(
    (job, at) => ({
      ...job,
      videoId: `v-${job.id}`,
      seen: at < rendering ? 'rendering' : 'waiting',
      ...fields,
    }),
  );
}

test('a later batch that has slots, while videos of an earlier one wait, shows batches side by side', () => {
  expect(isSideBySide([...batch('a', 3), ...batch('b', 3)])).toBe(true);
});

test('a later batch that is there and has no slot shows batches in order', () => {
  expect(isSideBySide([...batch('a', 3), ...batch('b', 0)])).toBe(false);
});

test('a batch alone, one at its end, or one whose videos are not made yet show neither', () => {
  expect(isSideBySide(batch('a', 3))).toBeNull();
  expect(isSideBySide([...batch('a', 10), ...batch('b', 3)])).toBeNull();
  expect(isSideBySide([...batch('a', 3), ...batch('b', 0, { videoId: null, seen: null })])).toBeNull();
});
