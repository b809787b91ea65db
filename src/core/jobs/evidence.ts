import { errorCode } from '../heygen/error-code.ts';
import { failureSentence } from '../heygen/failure-sentence.ts';
import { ASSET_NOT_FOUND } from '../heygen/unsettled-refusals.ts';
import type { BatchItem, StatusEntry, Video } from '../heygen/video.ts';
import { videoLinks } from '../heygen/video-links.ts';
import { urlCell } from '../sheet/cell-text.ts';
import { membersByPlace } from './batch-members.ts';
import { isSurplus, isUnpaid } from './failure-meaning.ts';
import { ageOf, hasVideo, type Job, type JobWithVideo, NEVER_APPEARED, type SeenState } from './job.ts';
import type { FinishedVideo, JobEvent } from './job-event.ts';
import { taggedJob } from './job-id.ts';
import { type Search, TitledVideos } from './titled-videos.ts';

/** One piece of news, and the job that it is about. */
export interface News {
  readonly id: string;
  readonly event: JobEvent;
}

/** A lost POST counts as not accepted when HeyGen had room to render it and showed no trace of it for so long. */
const ABSENCE_MS = 10 * 60_000;

/** How long an accepted video may stay unseen, with everything around it finished, before the user is asked. */
const MISSING_MS = 60 * 60_000;

/** Reads a title search: which jobs are rendering, done or failed, and what it proves about lost POSTs. */
export function newsFromSearch(jobs: readonly Job[], search: Search, now: number): News[] {
  const titles = new TitledVideos(search, now);
  const shownKeys = new Set<string>();
  for (const job of jobs) if (job.key !== null && titles.has(job)) shownKeys.add(job.key);
  const news: News[] = [];
  for (const job of jobs) {
    const video = titles.videoOf(job);
    if (video !== null) news.push(...newsOfVideo(job, video));
    else if (titles.isAnothers(job)) news.push(newsOf(job, { type: 'not-its-own' }));
    else if (job.status === 'Unconfirmed') news.push(newsOf(job, unseen(job, shownKeys, search, now)));
    else if (isMissing(job, jobs, search, now)) news.push(newsOf(job, { type: 'missing' }));
    else if (job.status === 'Rendering') {
      news.push(
        newsOf(job, { type: 'asked', absentSince: search.complete ? (job.absentSince ?? now) : null }),
      );
    }
  }
  return news;
}

/** News of one video that is known to be the job's. */
export function newsOfVideo(job: Job, video: Video): News[] {
  const found: News[] =
    job.status === 'Unconfirmed' ? [newsOf(job, { type: 'found', videoId: video.id })] : [];
  switch (video.state) {
    case 'completed':
      // Completed without its URL: the resource is still being filled in.
      if (video.video_url === '') return [...found, seen(job, video.id, 'rendering')];
      return [...found, newsOf(job, { type: 'completed', video: finished(video) })];
    case 'failed': {
      const named =
        job.videoId === null || job.videoId === video.id ? [] : [seen(job, video.id, 'rendering')];
      return [...found, ...named, failed(job, video.failureCode, video.failureMessage)];
    }
    case 'not_found':
      return [];
    default:
      return [...found, seen(job, video.id, video.state)];
  }
}

/**
 * News of the members of a batch. Members are matched by their place in the POST. The tag in a title is surer than a
 * place: a job that has its video by now is not given another, nor failed by another's failure.
 */
export function newsFromItems(jobs: readonly Job[], items: readonly BatchItem[]): News[] {
  const byPlace = membersByPlace(items);
  const news: News[] = [];
  for (const job of jobs) {
    const item = job.item === null ? undefined : byPlace.get(job.item);
    if (item === undefined || isOfAnother(item, job)) continue;
    if (item.state === 'failed') news.push(failedItem(job, item));
    else if (item.state !== 'not_found') {
      news.push(seen(job, hasVideo(job) ? null : item.videoId || null, item.state));
    }
  }
  return news;
}

/** The jobs that a search shows no video of. */
export function untitled(jobs: readonly Job[], search: Search, now: number): Job[] {
  const titles = new TitledVideos(search, now);
  return jobs.filter((job) => titles.videoOf(job) === null);
}

function isOfAnother({ videoId }: BatchItem, job: Job): boolean {
  return hasVideo(job) && videoId !== '' && videoId !== job.videoId;
}

/** News of a video that was read by the id that HeyGen named for the job. Its title may say that it is another's. */
export function newsOfStray(job: JobWithVideo, video: Video): News[] {
  const tagged = taggedJob(video.title);
  return tagged === '' || tagged === job.id
    ? newsOfVideo(job, video)
    : [newsOf(job, { type: 'not-its-own' })];
}

/** One answer “not found” may be wrong: a video is given up only when nothing has shown it for this long. */
const GIVEN_UP_MS = 30 * 60_000;

/** News of videos asked about by id. A completed one is news only once its resource has been read. */
export function newsFromStatuses(
  jobs: readonly JobWithVideo[],
  entries: readonly StatusEntry[],
  now: number,
): News[] {
  const byVideo = new Map(entries.map((entry) => [entry.videoId, entry]));
  const news: News[] = [];
  for (const job of jobs) {
    const entry = byVideo.get(job.videoId);
    if (entry === undefined || entry.state === 'completed') continue;
    if (entry.state === 'failed') news.push(failed(job, entry.failureCode, entry.failureMessage));
    else if (entry.state !== 'not_found') news.push(seen(job, job.videoId, entry.state));
    else if (job.absentSince !== null && now - job.absentSince > GIVEN_UP_MS) {
      news.push(failed(job, 'video_not_found', ''));
    }
  }
  return news;
}

function failed(job: Job, told: string, message: string): News {
  const code = errorCode(told, message);
  if (isSurplus(code)) return newsOf(job, { type: 'surplus' });
  if (isUnpaid(code)) return newsOf(job, { type: 'unpaid', code, message: failureSentence(code, message) });
  return newsOf(job, { type: 'failed', code, message: failureSentence(code, message) });
}

/** A member that HeyGen made no video of because its upload was too new goes alone next, which can be repeated. */
function failedItem(job: Job, { videoId, failureCode, failureMessage }: BatchItem): News {
  const isTooNew = videoId === '' && job.sendAs === 'batch' && errorCode(failureCode) === ASSET_NOT_FOUND;
  return isTooNew ? newsOf(job, { type: 'surplus' }) : failed(job, failureCode, failureMessage);
}

function seen(job: Job, videoId: string | null, state: SeenState): News {
  return newsOf(job, { type: 'seen', videoId, state });
}

/** An answer is about the attempt that was known when the question was asked. */
function newsOf(job: Job, event: JobEvent): News {
  return { id: job.id, event: { ...event, attempt: job.attempt } };
}

function finished(video: Video): FinishedVideo {
  return {
    id: video.id,
    links: videoLinks(({ name }) => urlCell(video[name])),
    seconds: video.seconds,
    completedAt: video.completedAt === null ? null : video.completedAt * 1000,
  };
}

/**
 * What it means that an Unconfirmed job has no video in a search.
 * A sibling of the same POST that is there proves that the POST was accepted.
 * Nothing at all for ten minutes, each time with free slots, proves that it was not.
 */
function unseen(job: Job, shownKeys: ReadonlySet<string>, search: Search, now: number): JobEvent {
  const decided = job.code === NEVER_APPEARED;
  if (!decided && job.sendAs === 'batch' && job.key !== null && shownKeys.has(job.key)) {
    return { type: 'found', videoId: null };
  }
  if (decided || !search.complete || search.room !== true) return { type: 'asked', absentSince: null };
  if (job.absentSince !== null && now - job.absentSince >= ABSENCE_MS) return { type: 'absent' };
  return { type: 'asked', absentSince: job.absentSince ?? now };
}

function isMissing(job: Job, jobs: readonly Job[], search: Search, now: number): boolean {
  if (job.status !== 'Rendering' || hasVideo(job)) return false;
  if (job.batch.kind !== 'accepted-unknown') return false;
  if (!search.complete || ageOf(job.sentAt, now) < MISSING_MS) return false;
  return !jobs.some((other) => other.status === 'Rendering' && hasVideo(other));
}
