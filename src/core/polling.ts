import type { AccountMemory } from './account.ts';
import { isRepeatable } from './batch.ts';
import type { Job } from './job.ts';
import { batchOf } from './job-id.ts';

/** One question to HeyGen, about the jobs named in it. */
export type Ask =
  /** GET /v3/videos?title=: up to 100 full resources of one batch in one call. */
  | { readonly kind: 'titles'; readonly batch: string; readonly jobs: readonly Job[] }
  /** GET /v3/videos/batches/{id}: members without a video yet, and why they failed. */
  | { readonly kind: 'items'; readonly batchId: string; readonly jobs: readonly Job[] }
  /** GET /v3/videos/statuses: videos that the title search does not show. */
  | { readonly kind: 'statuses'; readonly jobs: readonly Job[] };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Triggers wander by some seconds: a tick is a little shorter than their minute. */
const TICK_MS = 55_000;

/** From this many open jobs on, the followed videos are asked about every other minute only. */
const MANY_JOBS = 200;

/** Members of a batch that have no video yet are asked about at most this often while others render. */
const ITEMS_EVERY_MS = 10 * MINUTE_MS;

/** A batch in which nothing has begun is asked about less and less often, up to this. */
const LONGEST_SILENCE_MS = 30 * MINUTE_MS;

/** A video that the title search has not shown for this long is asked about by its id. */
const STRAY_MS = 5 * MINUTE_MS;

/** Whether the evidence for a lost POST is still looked for without being asked to. */
export function isLookedFor(job: Job, now: number): boolean {
  return job.status === 'Unconfirmed' && job.code !== 'never_appeared' && now - job.sentAt < DAY_MS;
}

/**
 * What to ask HeyGen now about the jobs of one owner: only what can have changed. Batches are rendered
 * about in the order in which they were sent, so the ones in which something renders are followed
 * closely, the next one with them, and the others from afar. `forced` (the user asks): everything.
 */
export function asksOf(own: readonly Job[], account: AccountMemory, now: number, forced: boolean): Ask[] {
  const open = own.filter((job) => job.status === 'Rendering' || job.status === 'Unconfirmed');
  const tick = forced ? 0 : open.length > MANY_JOBS ? 2 * TICK_MS : TICK_MS;
  const groups = groupsOf(own.filter((job) => job.status === 'Rendering'));
  const asks: Ask[] = [];
  let waitingAhead = 0;
  let nextIsFollowed = true;
  for (const group of groups) {
    const active = group.rendering > 0;
    const followed = active || (nextIsFollowed && waitingAhead < account.slots);
    if (active) waitingAhead += group.jobs.length - group.rendering;
    else if (followed) nextIsFollowed = false;
    asks.push(...asksOfGroup(group, followed, tick, now, forced));
  }
  asks.push(...evidenceAsks(own, tick, now, forced));
  return asks;
}

interface Group {
  readonly batch: string;
  readonly jobs: readonly Job[];
  readonly rendering: number;
  readonly askedAt: number;
  readonly sentAt: number;
}

function groupsOf(jobs: readonly Job[]): Group[] {
  const byBatch = new Map<string, Job[]>();
  for (const job of jobs) {
    const batch = batchOf(job.id);
    const members = byBatch.get(batch);
    if (members === undefined) byBatch.set(batch, [job]);
    else members.push(job);
  }
  return [...byBatch].map(([batch, members]) => ({
    batch,
    jobs: members,
    rendering: members.filter((job) => job.seen === 'rendering').length,
    askedAt: Math.max(...members.map((job) => job.checkedAt)),
    sentAt: Math.min(...members.map((job) => job.sentAt)),
  }));
}

function asksOfGroup(group: Group, followed: boolean, tick: number, now: number, forced: boolean): Ask[] {
  const asks: Ask[] = [];
  const silence = Math.min(LONGEST_SILENCE_MS, Math.max(tick, group.askedAt - group.sentAt));
  if (now - group.askedAt < (followed ? tick : silence)) return asks;
  const unmade = group.jobs.filter((job) => job.videoId === '' && job.batchId !== '' && job.batchId !== '?');
  const beginning = group.jobs.every((job) => job.videoId === '');
  if (
    unmade.length > 0 &&
    (forced || beginning || !followed || crosses(group.askedAt, now, ITEMS_EVERY_MS))
  ) {
    for (const batchId of new Set(unmade.map((job) => job.batchId))) {
      asks.push({ kind: 'items', batchId, jobs: group.jobs.filter((job) => job.batchId === batchId) });
    }
  }
  // A batch without any video yet has none to show, unless its id was lost with the reply.
  if (forced || followed || unmade.length < group.jobs.length) {
    if (!(beginning && unmade.length === group.jobs.length)) {
      asks.push({ kind: 'titles', batch: group.batch, jobs: group.jobs });
    }
  }
  const strays = group.jobs.filter((job) => job.videoId !== '' && group.askedAt - job.checkedAt > STRAY_MS);
  if (strays.length > 0) asks.push({ kind: 'statuses', jobs: strays });
  return asks;
}

/** Lost POSTs: look whether a video with their tag has appeared. */
function evidenceAsks(own: readonly Job[], tick: number, now: number, forced: boolean): Ask[] {
  const lost = own.filter((job) => {
    if (job.status !== 'Unconfirmed') return false;
    if (forced) return true;
    // A single POST is settled sooner by repeating it under its key; it is looked for as well when that goes on failing.
    return isLookedFor(job, now) && (!isRepeatable(job, now) || job.outages > 2);
  });
  return groupsOf(lost)
    .filter((group) => {
      const age = Math.max(0, group.askedAt - group.sentAt - 60 * MINUTE_MS);
      return forced || now - group.askedAt >= Math.min(LONGEST_SILENCE_MS, Math.max(tick, age));
    })
    .map((group) => ({ kind: 'titles', batch: group.batch, jobs: group.jobs }));
}

/** Whether a boundary of the period lies between two moments: a timetable that needs no memory. */
function crosses(from: number, to: number, period: number): boolean {
  return Math.floor(from / period) !== Math.floor(to / period);
}
