import { expect, test } from 'vitest';
import { newsFromItems } from '../../../src/core/jobs/evidence.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, job, START } from './jobs.ts';

test('an item that HeyGen made no video of for want of credit is queued again under a new key, not failed', () => {
  const rendering = job({ status: 'Rendering', item: 0, batch: BATCH, key: 'k', attempt: 0 });
  const [news] = newsFromItems(
    [rendering],
    [
      {
        index: 0,
        videoId: '',
        state: 'failed',
        failureCode: 'insufficient_credit',
        failureMessage: '',
      },
    ],
  );
  const after = news === undefined ? rendering : transition(rendering, news.event, START);
  expect(after).toMatchObject({ status: 'Queued', key: null, attempt: 1, code: 'insufficient_credit' });
  expect(after.problem).toContain('Top it up');
});
