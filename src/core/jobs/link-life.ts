import { linkEndsAt, validUntil } from '../heygen/valid-until.ts';
import { isDeleted } from './deleted-video.ts';
import { hasVideo, type Job, type JobWithVideo } from './job.ts';

/** Whether the link in `video_url` has ended by now. The video is still in HeyGen, which gives a new link. */
export function isLinkDead(job: Job, now: number): boolean {
  const endsAt = job.status === 'Done' ? linkEndsAt(job.video_url) : null;
  return endsAt !== null && endsAt <= now;
}

/** What the row of a dead link says. */
export function deadLinkProblem({ video_url }: Job): string {
  return `The link in video_url ended on ${validUntil(video_url)}. To get a new one, choose “Renew links of selected rows”. It costs nothing.`;
}

/** Whether HeyGen can be asked for new links of the job's video. `owners` are the names of the user's account. */
export function isRenewable(job: Job, owners: readonly string[]): job is JobWithVideo {
  return job.status === 'Done' && hasVideo(job) && owners.includes(job.owner) && !isDeleted(job);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Links are renewed so long before they end: the trigger may fail to run for a day. */
const AHEAD_MS = 2 * DAY_MS;

/** A link that ended longer ago than this is renewed only when the user asks for it. */
const GIVEN_UP_MS = 30 * DAY_MS;

/**
 * The videos whose links are to be renewed now: those about to end before those that have ended. Of the latter HeyGen
 * may have deleted many, so that each hour begins with other ones.
 */
export function dueForRenewal(jobs: readonly JobWithVideo[], now: number): JobWithVideo[] {
  const ends = jobs
    .map((job) => ({ job, endsAt: linkEndsAt(job.video_url) ?? Number.POSITIVE_INFINITY }))
    .filter(({ endsAt }) => endsAt < now + AHEAD_MS && endsAt > now - GIVEN_UP_MS)
    .sort((a, b) => a.endsAt - b.endsAt);
  const alive = ends.filter(({ endsAt }) => endsAt > now);
  const ended = ends.filter(({ endsAt }) => endsAt <= now);
  const first = ended.length === 0 ? 0 : (Math.floor(now / HOUR_MS) * AT_A_TIME) % ended.length;
  return [...alive, ...ended.slice(first), ...ended.slice(0, first)].map(({ job }) => job);
}

/** So many questions one look asks HeyGen at most. */
export const AT_A_TIME = 30;

/** The earliest moment at which the trigger looks again: after trouble, or with questions left over. */
export function linksDueAfterTrouble(now: number): number {
  return now + HOUR_MS;
}

/**
 * When the trigger looks again for links that are about to end. Once a day at least, so that nothing has to be noted
 * when a video is finished: HeyGen signs links for seven days.
 */
export function linksDueNext(urls: readonly string[], now: number): number {
  const ends = urls.flatMap((url) => linkEndsAt(url) ?? []).filter((endsAt) => endsAt > now);
  const earliest = Math.min(...ends) - AHEAD_MS;
  return Math.max(linksDueAfterTrouble(now), Math.min(earliest, now + DAY_MS));
}
