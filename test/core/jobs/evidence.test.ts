import { describe, expect, test } from 'vitest';
import type { BatchItem, Video } from '../../../src/core/heygen/video.ts';
import { type News, newsFromItems, newsFromSearch, newsOfVideo } from '../../../src/core/jobs/evidence.ts';
import { type Job, NO_BATCH, UNKNOWN_BATCH } from '../../../src/core/jobs/job.ts';
import { taggedTitle } from '../../../src/core/jobs/job-id.ts';
import type { Search } from '../../../src/core/jobs/titled-videos.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, job, MINUTE, queued, START, video } from './jobs.ts';

const lostBatch = (count: number): Job[] =>
  queued(count, 'run', { status: 'Unconfirmed', key: 'k1', sentAt: START, outages: 1 }).map((each, item) => ({
    ...each,
    item,
  }));

const search = (videos: readonly Video[], fields: Partial<Search> = {}): Search => ({
  videos,
  complete: true,
  room: true,
  ...fields,
});

const tagged = (id: string, fields: Partial<Video> = {}): Video =>
  video({ id: `v-${id}`, title: taggedTitle('Hello', id), ...fields });

/** The jobs after the news has been recorded. */
function told(jobs: readonly Job[], news: readonly News[], now: number): Job[] {
  return jobs.map((each) =>
    news.filter(({ id }) => id === each.id).reduce((at, { event }) => transition(at, event, now), each),
  );
}

function looked(jobs: readonly Job[], seen: Search, minutes: number): Job[] {
  const now = START + minutes * MINUTE;
  return told(jobs, newsFromSearch(jobs, seen, now), now);
}

const statuses = (jobs: readonly Job[]): string[] => jobs.map(({ status }) => status);

describe('a lost POST', () => {
  test('is proven not accepted by ten minutes without a trace, with room at both ends', () => {
    const first = looked(lostBatch(2), search([]), 1);
    expect(statuses(first)).toEqual(['Unconfirmed', 'Unconfirmed']);
    expect(statuses(looked(first, search([]), 10.9))).toEqual(['Unconfirmed', 'Unconfirmed']);
    const second = looked(first, search([]), 11);
    expect(second.map((each) => [each.status, each.key])).toEqual([
      ['Queued', 'k1'],
      ['Queued', 'k1'],
    ]);
  });

  test('is never proven absent by one look, however long after', () => {
    expect(statuses(looked(lostBatch(1), search([]), 600))).toEqual(['Unconfirmed']);
  });

  test('begins its ten minutes anew after a look at which the account was full, or which was not complete', () => {
    for (const poor of [{ room: false }, { room: null }, { complete: false }] as const) {
      const first = looked(lostBatch(1), search([]), 1);
      const second = looked(first, search([], poor), 6);
      expect(statuses(looked(second, search([]), 12))).toEqual(['Unconfirmed']);
      expect(statuses(looked(looked(second, search([]), 12), search([]), 22))).toEqual(['Queued']);
    }
  });

  test('is proven accepted as a whole by one video of it', () => {
    const jobs = looked(lostBatch(3), search([tagged('run-1-2')]), 1);
    expect(statuses(jobs)).toEqual(['Rendering', 'Rendering', 'Rendering']);
    expect(jobs.map((each) => each.videoId)).toEqual([null, 'v-run-1-2', null]);
    expect(jobs.map((each) => each.batch)).toEqual([UNKNOWN_BATCH, UNKNOWN_BATCH, UNKNOWN_BATCH]);
  });

  test('is not proven by a video of another POST, nor by a title that somebody else tagged', () => {
    const other = lostBatch(2).map((each, at) => (at === 1 ? { ...each, key: 'k2' } : each));
    expect(statuses(looked(other, search([tagged('run-1-2')]), 1))).toEqual(['Unconfirmed', 'Rendering']);
    const foreign = [tagged('run-2-1'), tagged('nur-1-1'), video({ title: 'rm-run-1-1 is our code' })];
    expect(statuses(looked(lostBatch(1), search(foreign), 1))).toEqual(['Unconfirmed']);
  });

  test('that went alone is proven by its own video only', () => {
    const singles = lostBatch(2).map((each) => ({ ...each, sendAs: 'single' as const }));
    expect(statuses(looked(singles, search([tagged('run-1-1')]), 1))).toEqual(['Rendering', 'Unconfirmed']);
  });

  test('whose video is already finished is Done with its link', () => {
    const done = tagged('run-1-1', {
      state: 'completed',
      video_url: 'https://files.example/a.mp4',
      seconds: 4.2,
    });
    expect(looked(lostBatch(1), search([done]), 1)[0]).toMatchObject({
      status: 'Done',
      video_url: 'https://files.example/a.mp4',
      seconds: 4.2,
    });
  });
});

describe('a video', () => {
  test('that is completed but has no link yet is waited for', () => {
    const [rendering] = told(
      [job({ status: 'Rendering', videoId: 'v1' })],
      newsOfVideo(job({ status: 'Rendering', videoId: 'v1' }), video({ state: 'completed' })),
      START,
    );
    expect(rendering?.status).toBe('Rendering');
  });

  test('is never shown with a link that is no plain https address', () => {
    const bad = video({
      state: 'completed',
      video_url: 'javascript:alert(1)',
      video_page: '=IMPORTXML("x")',
    });
    const [news] = newsOfVideo(job({ status: 'Rendering', videoId: 'v1' }), bad);
    expect(news?.event).toMatchObject({
      type: 'completed',
      video: { links: { video_url: '', video_page: '' } },
    });
  });

  test('that failed without a word still gives a whole sentence', () => {
    const [news] = newsOfVideo(job({ status: 'Rendering' }), video({ state: 'failed' }));
    expect(news?.event).toMatchObject({ type: 'failed', message: expect.stringMatching(/^HeyGen .*\.$/) });
  });

  test('of two with one tag is the finished one, else the one that is not failed, else the older', () => {
    const rendering = [job({ status: 'Rendering', batch: UNKNOWN_BATCH })];
    const link = 'https://files.example/b.mp4';
    const done = video({ id: 'b', state: 'completed', video_url: link });
    const failed = video({ id: 'a', state: 'failed', failureCode: 'internal_error' });
    expect(looked(rendering, search([failed, done]), 1)[0]).toMatchObject({
      status: 'Done',
      video_url: link,
    });
    const underWay = video({ id: 'c', createdAt: 5 });
    expect(looked(rendering, search([failed, underWay]), 1)[0]?.videoId).toBe('c');
    const older = video({ id: 'd', createdAt: 4 });
    expect(looked(rendering, search([underWay, older]), 1)[0]?.videoId).toBe('d');
  });

  test('whose id is known is never mistaken for another one with the same tag', () => {
    const known = [job({ status: 'Rendering', videoId: 'mine' })];
    const other = video({ id: 'other', state: 'completed', video_url: 'https://files.example/x.mp4' });
    expect(looked(known, search([other]), 1)[0]).toMatchObject({ status: 'Rendering', videoId: 'mine' });
  });
});

describe('a failure for want of a slot', () => {
  const surplus = { state: 'failed', failureCode: 'rate_limit_exceeded' } as const;

  test('puts the row back in the queue, alone and under a new key, and is not the fault of the row', () => {
    const [sent] = lostBatch(1).map((each) => ({ ...each, status: 'Rendering' as const, batch: BATCH }));
    if (sent === undefined) throw new Error('no job');
    const items = [{ index: 0, videoId: '', failureMessage: '', ...surplus }];
    expect(told([sent], newsFromItems([sent], items), START)[0]).toMatchObject({
      status: 'Queued',
      sendAs: 'single',
      key: null,
      attempt: 1,
    });
  });

  test('of an earlier attempt does not fail the attempt that is on its way', () => {
    const again = [job({ status: 'Unconfirmed', attempt: 1, sendAs: 'single', key: 'k2', sentAt: START })];
    expect(looked(again, search([video(surplus)]), 1)[0]?.status).toBe('Unconfirmed');
    const both = search([video(surplus), video({ id: 'v2' })]);
    expect(looked(again, both, 1)[0]).toMatchObject({ status: 'Rendering', videoId: 'v2' });
  });

  test('is recorded once: the answer of a second execution finds the job sent again and leaves it', () => {
    const sent = job({ status: 'Rendering', batch: BATCH, key: 'k1', item: 0 });
    const items: BatchItem[] = [{ index: 0, videoId: '', failureMessage: '', ...surplus }];
    const stale = newsFromItems([sent], items);
    const again = [
      { type: 'surplus' },
      { type: 'claimed', sendAs: 'single', key: 'k2', item: null },
      { type: 'accepted', batch: NO_BATCH, videoId: 'v2' },
    ] as const;
    const rendering = again.reduce<Job>((at, event) => transition(at, event, START), sent);
    expect(told([rendering], stale, START)).toEqual([rendering]);
  });
});

describe('an accepted member that never appears', () => {
  const halfKnown = job({ status: 'Rendering', batch: UNKNOWN_BATCH, key: 'k1', sentAt: START });

  test('is handed to the user after an hour with nothing of its batch under way, and not sent again', () => {
    expect(statuses(looked([halfKnown], search([]), 59))).toEqual(['Rendering']);
    const [missing] = looked([halfKnown], search([]), 61);
    expect(missing).toMatchObject({ status: 'Unconfirmed', code: 'never_appeared' });
    const later = looked(looked([missing ?? halfKnown], search([]), 90), search([]), 120);
    expect(statuses(later)).toEqual(['Unconfirmed']);
  });

  test('is waited for while a sibling renders', () => {
    const sibling = job({
      id: 'run-1-2',
      status: 'Rendering',
      videoId: 'v-run-1-2',
      key: 'k1',
      sentAt: START,
    });
    const jobs = looked([halfKnown, sibling], search([tagged('run-1-2')]), 300);
    expect(statuses(jobs)).toEqual(['Rendering', 'Rendering']);
  });

  test('is found after all when it shows itself', () => {
    const [missing] = looked([halfKnown], search([]), 61);
    expect(looked([missing ?? halfKnown], search([video()]), 90)[0]).toMatchObject({
      status: 'Rendering',
      videoId: 'v1',
    });
  });
});
