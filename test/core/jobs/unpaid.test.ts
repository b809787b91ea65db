import { expect, test } from 'vitest';
import { newsFromItems, newsOfVideo } from '../../../src/core/jobs/evidence.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, job, START, video } from './jobs.ts';

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

test.each(['MOVIO_PAYMENT_INSUFFICIENT_CREDIT', 'movio_payment_insufficient_credit', 'Insufficient_Credit'])(
  'a video that was accepted and then failed with %s is queued again, whether it was known or not',
  (failureCode) => {
    const late = video({ state: 'failed', failureCode, failureMessage: 'No credit' });
    for (const sent of [
      job({ status: 'Rendering', videoId: 'v1', key: 'k' }),
      job({ status: 'Unconfirmed', key: 'k', outages: 1 }),
    ]) {
      const after = newsOfVideo(sent, late).reduce((at, { event }) => transition(at, event, START), sent);
      expect(after).toMatchObject({
        status: 'Queued',
        key: null,
        videoId: null,
        code: 'insufficient_credit',
      });
      expect(after.problem).toContain('HeyGen says: "No credit".');
    }
  },
);
