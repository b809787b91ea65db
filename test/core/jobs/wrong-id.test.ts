import { describe, expect, test } from 'vitest';
import type { BatchItem, Video } from '../../../src/core/heygen/video.ts';
import { withoutPlace } from '../../../src/core/jobs/batch-members.ts';
import {
  type News,
  newsFromItems,
  newsFromSearch,
  newsOfStray,
  untitled,
} from '../../../src/core/jobs/evidence.ts';
import { type Job, UNKNOWN_BATCH } from '../../../src/core/jobs/job.ts';
import { taggedTitle } from '../../../src/core/jobs/job-id.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { BATCH, MINUTE, queued, START, video } from './jobs.ts';

const LINK = 'https://files.example/own.mp4';

function told(jobs: readonly Job[], news: readonly News[], now = START): Job[] {
  return jobs.map((each) =>
    news.filter(({ id }) => id === each.id).reduce((at, { event }) => transition(at, event, now), each),
  );
}

/** Two members of a batch that render, the first of them under an id that HeyGen named. */
function rendering(videoId: string | null, fields: Partial<Job> = {}): [Job, Job] {
  const [first, second] = queued(2, 'run', { status: 'Rendering', batch: BATCH, key: 'k', sentAt: START });
  if (first === undefined || second === undefined) throw new Error('no jobs');
  return [
    { ...first, item: 0, videoId, ...fields },
    { ...second, item: 1 },
  ];
}

const tagged = (id: string, of: string, fields: Partial<Video> = {}): Video =>
  video({ id, title: taggedTitle('Hello', of), ...fields });

function searched(jobs: readonly Job[], videos: readonly Video[], now = START + MINUTE): Job[] {
  return told(jobs, newsFromSearch(jobs, { videos, complete: true, room: null }, now), now);
}

const item = (index: number, fields: Partial<BatchItem> = {}): BatchItem => ({
  index,
  videoId: '',
  state: 'rendering',
  failureCode: '',
  failureMessage: '',
  ...fields,
});

describe('where the id that HeyGen named and the tag in the title disagree', () => {
  test('the tag is right: the row gets its own video', () => {
    const done = tagged('own', 'run-1-1', { state: 'completed', video_url: LINK });
    const [first] = searched(rendering('others'), [tagged('others', 'run-1-2'), done]);
    expect(first).toMatchObject({ status: 'Done', videoId: 'own', video_url: LINK });
  });

  test('and the own video is not there yet, the wrong id is forgotten, and the batch’s places with it', () => {
    const [first, second] = searched(rendering('others'), [tagged('others', 'run-1-2')]);
    expect(first).toMatchObject({ status: 'Rendering', videoId: null, batch: UNKNOWN_BATCH });
    expect(second).toMatchObject({ status: 'Rendering', videoId: 'others' });
  });

  test('a failure of the own video is told with its own id', () => {
    const failed = tagged('own', 'run-1-1', { state: 'failed', failureCode: 'tts_text_invalid' });
    const [first] = searched(rendering('others'), [tagged('others', 'run-1-2'), failed]);
    expect(first).toMatchObject({ status: 'Failed', videoId: 'own', code: 'tts_text_invalid' });
  });

  test('an id that HeyGen does not list for five minutes yields to the tag, and not before', () => {
    const own = tagged('own', 'run-1-1');
    const now = START + 10 * MINUTE;
    const since = (minutes: number): [Job, Job] => rendering('gone', { absentSince: now - minutes * MINUTE });
    expect(searched(since(4), [own], now)[0]?.videoId).toBe('gone');
    expect(searched(since(5), [own], now)[0]?.videoId).toBe('own');
  });

  test('a stray that carries another job’s tag is nobody’s news but that the id is wrong', () => {
    const [first] = rendering('others', { absentSince: START });
    const withId = { ...first, videoId: 'others' };
    for (const state of ['completed', 'failed', 'rendering'] as const) {
      const stray = tagged('others', 'run-1-2', { state, video_url: LINK });
      expect(told([first], newsOfStray(withId, stray))[0]).toMatchObject({
        status: 'Rendering',
        videoId: null,
        video_url: '',
      });
    }
    const own = tagged('others', 'run-1-1', { state: 'completed', video_url: LINK });
    expect(told([first], newsOfStray(withId, own))[0]?.status).toBe('Done');
  });
});

describe('the places of a batch', () => {
  test('give no other video to a job that has one, and fail no job by another’s failure', () => {
    const [first] = rendering('own');
    expect(told([first], newsFromItems([first], [item(0, { videoId: 'others' })]))[0]?.videoId).toBe('own');
    const failed = item(0, { videoId: 'others', state: 'failed', failureCode: 'x' });
    expect(newsFromItems([first], [failed])).toEqual([]);
  });

  test('are nobody’s when HeyGen counts anew on each page', () => {
    const jobs = rendering(null);
    const items = [item(0, { state: 'failed', failureCode: 'x' }), item(1, { videoId: 'b' }), item(0)];
    expect(withoutPlace(jobs, items)).toEqual([jobs[0]]);
    expect(newsFromItems(jobs, items).map(({ id }) => id)).toEqual(['run-1-2']);
  });

  test('are the same member when it comes twice with its video', () => {
    const jobs = rendering(null);
    const twice = item(0, { videoId: 'a' });
    expect(withoutPlace(jobs, [twice, item(1), twice])).toEqual([]);
  });

  test('count for less than titles: a job whose own video a search shows is not asked for by its place', () => {
    const jobs = rendering(null);
    const search = { videos: [tagged('own', 'run-1-1')], complete: true, room: null };
    expect(untitled(jobs, search, START).map(({ id }) => id)).toEqual(['run-1-2']);
  });
});
