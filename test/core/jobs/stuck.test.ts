import { describe, expect, test } from 'vitest';
import { learn, UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { fromLine, toLine } from '../../../src/core/jobs/ledger-line.ts';
import { newsOfStuck, stuckVideos, stuckWords } from '../../../src/core/jobs/stuck.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, job, MINUTE, queued, START } from './jobs.ts';

/** A video that HeyGen was seen to make from the start, and that was last asked about so many minutes later. */
const making = (minutes: number, fields: Partial<Job> = {}): Job =>
  job({
    status: 'Rendering',
    batch: BATCH,
    sentAt: START,
    seen: 'rendering',
    renderingSince: START,
    checkedAt: START + minutes * MINUTE,
    ...fields,
  });

/** An account whose last videos of a kind took so long. */
const knows = (kind: string, minutes: number) =>
  learn(
    UNKNOWN_ACCOUNT,
    {
      type: 'rendered',
      finished: [{ sentAt: START - 900 * MINUTE, completedAt: START - (900 - minutes) * MINUTE, kind }],
    },
    START,
  );

const isStuck = (one: Job, account = UNKNOWN_ACCOUNT) => stuckVideos([one], account).length > 0;

describe('a video is stuck', () => {
  test('after three times what its like has taken, and never in the first quarter of an hour', () => {
    expect(isStuck(making(6), knows('', 2))).toBe(false);
    expect(isStuck(making(15), knows('', 2))).toBe(false);
    expect(isStuck(making(16), knows('', 2))).toBe(true);
    expect(isStuck(making(30), knows('', 10))).toBe(false);
    expect(isStuck(making(31), knows('', 10))).toBe(true);
  });

  test('by what videos of its own kind took', () => {
    const account = knows('Avatar V', 30);
    expect(isStuck(making(60, { rate: 'Avatar V' }), account)).toBe(false);
    expect(isStuck(making(91, { rate: 'Avatar V' }), account)).toBe(true);
  });

  test('later where it is long', () => {
    expect(isStuck(making(60, { estimatedSeconds: 600 }))).toBe(false);
    expect(isStuck(making(101, { estimatedSeconds: 600 }))).toBe(true);
  });

  test('where it waits although a slot is free, but not in the queue behind others', () => {
    const waiting = (sentMinutesAgo: number) =>
      making(60, {
        seen: 'waiting',
        renderingSince: null,
        sentAt: START + (60 - sentMinutesAgo) * MINUTE,
      });
    expect(isStuck(waiting(60))).toBe(true);
    expect(isStuck(waiting(10))).toBe(false);
    const busy = queued(10).map((each) => ({ ...making(1), id: each.id }));
    expect(stuckVideos([...busy, waiting(60)], UNKNOWN_ACCOUNT)).toEqual([]);
  });

  test('only as long as HeyGen was asked: a closed laptop makes nothing stuck', () => {
    expect(isStuck(making(2))).toBe(false);
    expect(isStuck({ ...making(2), checkedAt: null })).toBe(false);
  });
});

test('time at HeyGen begins when it is first seen to make the video, and anew when it is sent anew', () => {
  const sent = making(0, { seen: null, renderingSince: null });
  const seen = (one: Job, state: 'waiting' | 'rendering', minutes: number) =>
    transition(one, { type: 'seen', videoId: 'v1', state }, START + minutes * MINUTE);
  const begun = seen(seen(sent, 'waiting', 1), 'rendering', 5);
  expect(seen(begun, 'rendering', 9).renderingSince).toBe(START + 5 * MINUTE);
  expect(fromLine(toLine(begun))?.renderingSince).toBe(START + 5 * MINUTE);
  expect(transition(begun, { type: 'surplus' }, START).renderingSince).toBeNull();
});

test('it is marked once, in words that stay true, and loses the mark when it moves or ends', () => {
  const stuck = making(40, { seen: 'waiting', renderingSince: null });
  const [news] = newsOfStuck([stuck], UNKNOWN_ACCOUNT);
  if (news === undefined) throw new Error('nothing is stuck');
  const marked = transition(stuck, news.event, START);
  expect(marked).toMatchObject({ status: 'Rendering', code: 'stuck', shown: null });
  expect(marked.problem).toContain(
    'HeyGen usually needs about 5 min for such a video; this one has been there for more than 40 min.',
  );
  expect(newsOfStuck([marked], UNKNOWN_ACCOUNT)).toEqual([]);
  expect(stuckVideos([marked], UNKNOWN_ACCOUNT).map(stuckWords)).toEqual([
    'HeyGen usually needs about 5 min for such a video; this one has been there for about 40 min.',
  ]);
  const still = transition(marked, { type: 'seen', videoId: 'v1', state: 'waiting' }, START);
  expect(still.problem).toBe(marked.problem);
  const moved = transition(marked, { type: 'seen', videoId: 'v1', state: 'rendering' }, START);
  expect(moved).toMatchObject({ code: '', problem: '' });
  expect(transition(marked, { type: 'failed', code: 'x', message: 'No.' }, START).problem).toBe('No.');
});
