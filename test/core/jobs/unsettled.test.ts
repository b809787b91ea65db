import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/heygen/problem.ts';
import { ASSET_NOT_FOUND, MAYBE_CREATED } from '../../../src/core/heygen/unsettled-refusals.ts';
import { newsFromItems } from '../../../src/core/jobs/evidence.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, job, MINUTE, problem, START } from './jobs.ts';

const SECOND = 1_000;
const told = (code: string): Problem =>
  problem('row', { code, message: 'Change the row. HeyGen says: "not found".' });
const sent = (fields: Partial<Job> = {}): Job =>
  job({
    status: 'Submitting',
    sendAs: 'single',
    key: 'k1',
    sentAt: START,
    claimedAt: START,
    ...fields,
  });

describe('a POST whose upload HeyGen does not have yet', () => {
  const refused = (at: Job, now: number): Job =>
    transition({ ...at, status: 'Submitting' }, { type: 'refused', problem: told(ASSET_NOT_FOUND) }, now);

  test('is made again under the same key, after waits that grow, and is given up after three minutes', () => {
    const waits: number[] = [];
    let now = START;
    let at = refused(sent(), now);
    for (; at.status === 'Queued' && waits.length < 20; at = refused(at, now)) {
      expect(at).toMatchObject({ key: 'k1', attempt: 0, sentAt: START, claimedAt: null });
      expect(at.problem).toContain('HeyGen says: "not found".');
      waits.push((at.dueAt ?? 0) - now);
      now = at.dueAt ?? now;
    }
    expect(waits).toEqual([10, 10, 20, 40, 80, 160].map((seconds) => seconds * SECOND));
    expect(at).toMatchObject({ status: 'Failed', code: ASSET_NOT_FOUND });
  });

  test('and that met an outage before stays unconfirmed', () => {
    expect(refused(sent({ outages: 1 }), START).status).toBe('Unconfirmed');
  });

  test('as the member of a batch goes alone next, once, and only if no video was made of it', () => {
    const member = job({ status: 'Rendering', batch: BATCH, item: 0, key: 'k1' });
    const item = { index: 0, videoId: '', state: 'failed', failureMessage: '' } as const;
    const news = (of: Job, videoId: string): Job =>
      newsFromItems([of], [{ ...item, videoId, failureCode: ASSET_NOT_FOUND }]).reduce(
        (at, { event }) => transition(at, event, START),
        of,
      );
    expect(news(member, '')).toMatchObject({ status: 'Queued', sendAs: 'single', attempt: 1, key: null });
    expect(news(member, 'v1').status).toBe('Failed');
    expect(news({ ...member, sendAs: 'single' }, '').status).toBe('Failed');
  });
});

describe('a POST that HeyGen answered with "not found"', () => {
  const lost = (at: Job): Job =>
    transition(at, { type: 'lost', problem: told(MAYBE_CREATED), retryAt: START + MINUTE }, START);

  test('is unconfirmed under its key, and says what HeyGen says', () => {
    const after = lost(sent());
    expect(after).toMatchObject({ status: 'Unconfirmed', key: 'k1', code: MAYBE_CREATED });
    expect(after.problem).toContain('looks for the video before it believes it');
    expect(after.problem).toContain('HeyGen says: "not found".');
  });

  test('keeps its key and the word for the doubt when its title is not there', () => {
    const absent = transition(
      { ...lost(sent()), absentSince: START },
      { type: 'absent' },
      START + 11 * MINUTE,
    );
    expect(absent).toMatchObject({ status: 'Queued', key: 'k1', code: MAYBE_CREATED, problem: '' });
  });
});
