import { groupsOf } from '../groups.ts';
import type { AccountMemory } from './account.ts';
import { isRepeatable } from './batch.ts';
import { Forecast } from './forecast.ts';
import { ageOf, hasVideo, type Job, type JobWithVideo, NEVER_APPEARED } from './job.ts';
import { batchOf } from './job-id.ts';
import { dealtToBatches, slotsTaken } from './slot-places.ts';

/** One question to HeyGen, about the jobs named in it. */
export type Ask =
  /** GET /v3/videos?title=: up to 100 full resources of one batch in one call. */
  | { readonly kind: 'titles'; readonly batch: string; readonly jobs: readonly Job[] }
  /** GET /v3/videos/batches/{id}: members without a video yet, and why they failed. */
  | { readonly kind: 'items'; readonly batchId: string; readonly jobs: readonly Job[] }
  /** GET /v3/videos/statuses: videos that the title search does not show. */
  | { readonly kind: 'statuses'; readonly jobs: readonly JobWithVideo[] };

/** What to ask now, and when there will be something to ask again (Unix ms, null for never). */
export interface Timetable {
  readonly asks: readonly Ask[];
  readonly nextAt: number | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * How much each further followed batch adds to the interval of all while nothing is known of render times. It is less
 * than a full share, because the more batches render at once, the fewer videos each call brings.
 */
const SHARE = 0.75;

/** Triggers fire some seconds early or late, so a tick is a little shorter than their minute. */
const TICK_MS = 55_000;

/** While some members of a batch render, HeyGen is asked this often at most about those without a video. */
const ITEMS_EVERY_MS = 10 * MINUTE_MS;

/** A batch in which nothing has begun is asked about less and less often, down to this. */
const LONGEST_SILENCE_MS = 45 * MINUTE_MS;

/** Where fewer videos are seen to render than the account has slots, the next batch may have begun unseen. */
const UNSEEN_MS = 5 * MINUTE_MS;

/** A lost POST is looked for at least this often. */
const LONGEST_SEARCH_MS = 15 * MINUTE_MS;

/** A video that the title search has not shown for this long is asked about by its id. */
const STRAY_MS = 5 * MINUTE_MS;

/** Whether passes still look for evidence of a lost POST by themselves. */
export function isLookedFor(job: Job, now: number): boolean {
  return job.status === 'Unconfirmed' && job.code !== NEVER_APPEARED && ageOf(job.sentAt, now) < DAY_MS;
}

/**
 * What to ask HeyGen about the jobs of one owner: only what can have changed. HeyGen renders batches about in the
 * order in which they were sent. So the batches that have slots are followed closely; the others are asked about
 * rarely. A followed batch is asked about when its finished videos are likely to have waited long enough; as long as
 * nothing is known of how long renders take, at each tick. `forced`: the user wants to know everything now.
 */
export function timetable(
  own: readonly Job[],
  account: AccountMemory,
  now: number,
  forced: boolean,
): Timetable {
  const groups = batchesOf(own.filter((job) => job.status === 'Rendering'));
  const sent = groups.flatMap((group) => group.jobs.map((job) => job.sentAt ?? 0));
  const forecast = new Forecast(sent, account);
  const taken = slotsTaken(groups, account.slots, account.sideBySide);
  const begun = dealtToBatches(forecast.begun, groups, taken);
  const followed = new Set(groups.filter((_, place) => (taken[place] ?? 0) > 0));
  const suspect = mayHaveBegun(groups, followed, account.slots);
  let ahead = 0;
  const due = groups.map((group, place) => {
    const { askedAt, sentAt } = group;
    const quiet = quietDueAt(group, forecast.timeFor(ahead));
    ahead += group.jobs.length;
    // The first look shows what failed at once, and whether HeyGen has made the videos.
    if (askedAt === sentAt) return { group, at: askedAt + TICK_MS };
    if (followed.has(group)) {
      const expected = forecast.worthAskingAt(askedAt, begun[place] ?? [], TICK_MS);
      return { group, at: expected ?? askedAt + TICK_MS * Math.max(1, followed.size * SHARE) };
    }
    return { group, at: group === suspect ? Math.min(quiet, askedAt + UNSEEN_MS) : quiet };
  });
  const lost = lostGroups(own, now, forced).map((group) => ({ group, at: evidenceDueAt(group) }));
  const asks: Ask[] = [];
  for (const { group, at } of due) {
    if (forced || at <= now) asks.push(...asksOf(group, followed.has(group), now, forced));
  }
  for (const { group, at } of lost) {
    if (forced || at <= now) asks.push({ kind: 'titles', batch: group.batch, jobs: group.jobs });
  }
  const later = [...due, ...lost].map(({ at }) => at).filter((at) => at > now);
  return { asks, nextAt: asks.length > 0 ? now : later.length > 0 ? Math.min(...later) : null };
}

/** Jobs of one batch that are asked about together. */
interface Group {
  readonly batch: string;
  readonly jobs: readonly Job[];
  readonly rendering: number;
  readonly waiting: number;
  readonly askedAt: number;
  readonly sentAt: number;
}

function batchesOf(jobs: readonly Job[]): Group[] {
  return [...groupsOf(jobs, (job) => batchOf(job.id))].map(([batch, members]) => {
    const sentAt = Math.min(...members.map((job) => job.sentAt ?? 0));
    const checks = members.map((job) => job.checkedAt).filter((at) => at !== null);
    const rendering = members.filter((job) => job.seen === 'rendering').length;
    return {
      batch,
      jobs: members,
      rendering,
      waiting: members.length - rendering,
      // A member that was just sent alone has not been asked about yet, and must not delay the others.
      askedAt: checks.length > 0 ? Math.max(...checks) : sentAt,
      sentAt,
    };
  });
}

/** HeyGen may make the videos of several batches side by side: the next one, where some slots have no known video. */
function mayHaveBegun(
  groups: readonly Group[],
  followed: ReadonlySet<Group>,
  slots: number,
): Group | undefined {
  const rendering = groups.reduce((sum, group) => sum + group.rendering, 0);
  if (rendering >= slots) return undefined;
  return groups.find((group) => group.rendering === 0 && !followed.has(group));
}

/**
 * When to ask about a batch in which nothing has begun: the longer that lasts, the later. There is little to learn after
 * the first look while others are ahead.
 */
function quietDueAt({ askedAt, sentAt }: Group, wait: number): number {
  return askedAt + Math.min(LONGEST_SILENCE_MS, Math.max(TICK_MS, 2 * (askedAt - sentAt), 0.8 * wait));
}

function asksOf(group: Group, followed: boolean, now: number, forced: boolean): Ask[] {
  const asks: Ask[] = [];
  const unmade = group.jobs.filter((job) => !hasVideo(job) && job.batch.kind === 'known');
  // While no video of a batch is known, its members tell all there is; a batch whose id is lost has no members.
  const allUnmade = unmade.length === group.jobs.length;
  if (unmade.length > 0 && (forced || allUnmade || !followed || crosses(group.askedAt, now))) {
    for (const batchId of new Set(unmade.flatMap((job) => batchIdOf(job) ?? []))) {
      asks.push({ kind: 'items', batchId, jobs: group.jobs.filter((job) => batchIdOf(job) === batchId) });
    }
  }
  if (!allUnmade) asks.push({ kind: 'titles', batch: group.batch, jobs: group.jobs });
  const strays = group.jobs
    .filter(hasVideo)
    .filter(({ absentSince }) => absentSince !== null && (forced || now - absentSince >= STRAY_MS));
  if (strays.length > 0) asks.push({ kind: 'statuses', jobs: strays });
  return asks;
}

function batchIdOf({ batch }: Job): string | null {
  return batch.kind === 'known' ? batch.id : null;
}

/**
 * Lost POSTs whose videos to look for. Repeating a single POST under its key settles it sooner; only when that keeps
 * failing is its video looked for as well.
 */
function lostGroups(own: readonly Job[], now: number, forced: boolean): Group[] {
  return batchesOf(
    own.filter((job) => {
      if (job.status !== 'Unconfirmed') return false;
      return forced || (isLookedFor(job, now) && (!isRepeatable(job, now) || job.outages > 2));
    }),
  );
}

/** Often in the first hour, in which proof usually comes, then less and less often. */
function evidenceDueAt(group: Group): number {
  const age = Math.max(0, group.askedAt - group.sentAt - 60 * MINUTE_MS);
  return group.askedAt + Math.min(LONGEST_SEARCH_MS, Math.max(TICK_MS, age));
}

/** Whether a boundary of the period lies between two moments. So nothing has to be remembered. */
function crosses(from: number, to: number): boolean {
  return Math.floor(from / ITEMS_EVERY_MS) !== Math.floor(to / ITEMS_EVERY_MS);
}
