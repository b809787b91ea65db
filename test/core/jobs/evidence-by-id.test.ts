import { describe, expect, test } from 'vitest';
import type { BatchItem, StatusEntry, Video } from '../../../src/core/heygen/video.ts';
import {
  type News,
  newsFromItems,
  newsFromSearch,
  newsFromStatuses,
} from '../../../src/core/jobs/evidence.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, job, MINUTE, queued, START, video } from './jobs.ts';

function told(jobs: readonly Job[], news: readonly News[], now: number): Job[] {
  return jobs.map((each) =>
    news.filter(({ id }) => id === each.id).reduce((at, { event }) => transition(at, event, now), each),
  );
}

describe('the members of a batch', () => {
  test('are told apart by their place in the POST', () => {
    const sent = queued(3, 'run', { status: 'Rendering', batch: BATCH }).map((each, at) => ({
      ...each,
      item: at,
    }));
    const item = (index: number, fields: Partial<BatchItem>): BatchItem => ({
      index,
      videoId: '',
      state: 'waiting',
      failureCode: '',
      failureMessage: '',
      ...fields,
    });
    const items = [
      item(2, { videoId: 'v9', state: 'rendering' }),
      item(0, { state: 'failed', failureCode: 'x' }),
    ];
    const jobs = told(sent, newsFromItems(sent, items), START);
    expect(jobs.map(({ status }) => status)).toEqual(['Failed', 'Rendering', 'Rendering']);
    expect(jobs.map((each) => each.videoId)).toEqual([null, null, 'v9']);
  });
});

describe('a video that the search does not show', () => {
  const entry = (fields: Partial<StatusEntry>): StatusEntry => ({
    videoId: 'v1',
    batchId: '',
    index: null,
    state: 'not_found',
    failureCode: '',
    failureMessage: '',
    ...fields,
  });
  const sent = { ...job({ status: 'Rendering', sendAs: 'single', sentAt: START }), videoId: 'v1' };

  function looked(jobs: readonly Job[], videos: readonly Video[], minutes: number): Job[] {
    const now = START + minutes * MINUTE;
    return told(jobs, newsFromSearch(jobs, { videos, complete: true, room: null }, now), now);
  }

  test('is remembered as unseen from the first look on, and no longer once it is seen', () => {
    const [unseen] = looked([sent], [], 2);
    expect(unseen).toMatchObject({ status: 'Rendering', absentSince: START + 2 * MINUTE });
    const [still] = looked([unseen ?? sent], [], 4);
    expect(still?.absentSince).toBe(START + 2 * MINUTE);
    expect(looked([still ?? sent], [video()], 6)[0]?.absentSince).toBeNull();
  });

  test('is given up only when HeyGen has denied it for half an hour, not at the first denial', () => {
    const late = START + 300 * MINUTE;
    expect(newsFromStatuses([sent], [entry({})], late)).toEqual([]);
    const unseen = { ...sent, absentSince: late };
    expect(newsFromStatuses([unseen], [entry({})], late + 29 * MINUTE)).toEqual([]);
    const [news] = newsFromStatuses([unseen], [entry({})], late + 31 * MINUTE);
    expect(news?.event).toMatchObject({ type: 'failed', code: 'video_not_found' });
  });

  test('fails with its reason, and is not Done before its link has been read', () => {
    const [failed] = newsFromStatuses(
      [sent],
      [entry({ state: 'failed', failureCode: 'tts_text_invalid' })],
      START,
    );
    expect(failed?.event).toMatchObject({ type: 'failed', code: 'tts_text_invalid' });
    expect(newsFromStatuses([sent], [entry({ state: 'completed' })], START)).toEqual([]);
  });
});
