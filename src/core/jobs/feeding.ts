import type { AccountMemory } from './account.ts';
import { ageOf, hasVideo, type Job } from './job.ts';
import { BATCH_LIMIT } from './job-id.ts';
import { videosIn } from './render-times.ts';

/*
 * HeyGen is fed: about two hours of the account's work are kept there, and the rest waits here as Queued. What waits
 * here costs no questions, and can still be cancelled when the first videos show a mistake. Nothing is held back where
 * no later pass is sure to come.
 *
 * One batch goes at a time: the next one when HeyGen has made the videos of the one before. HeyGen renders videos about
 * in the order in which it made them, and makes those of one batch one by one. Batches that it has at the same moment
 * would therefore render side by side, and each of them costs a question of its own at each look. Where HeyGen renders
 * batches side by side all the same, the next one goes when little is left of the one before.
 */

/** What decides how much HeyGen is to have. */
export interface Supply {
  /** How long it may take until the next pass; null when none is sure to come. */
  readonly gap: number | null;
  /** Whether a job may be sent now at all. A job that may not does not hold up the ones behind it. */
  readonly mayStart?: (job: Job) => boolean;
}

/** Sends everything at once. */
export const NO_LIMIT: Supply = { gap: null };

const TWO_HOURS_MS = 2 * 3_600_000;

/** HeyGen never has less than this in stock, besides the videos that are being made: passes see ends late. */
const LEAST_STOCK_MS = 10 * 60_000;

/** A batch whose videos HeyGen has not made by then does not hold up the next one. */
const MADE_WITHIN_MS = 20 * 60_000;

/** How many videos HeyGen is to have. */
export interface Stock {
  /** Up to so many a further batch may go. */
  readonly most: number;
  /** With fewer a slot might run dry before the next passes, so that a batch goes even where it makes more than `most`. */
  readonly least: number;
}

export function stockOf({ slots, renders, sideBySide }: AccountMemory, gap: number): Stock {
  return {
    most: sideBySide === true ? BATCH_LIMIT : Math.max(BATCH_LIMIT, videosIn(TWO_HOURS_MS, renders, slots)),
    least: slots + videosIn(Math.max(2 * gap, LEAST_STOCK_MS), renders, slots),
  };
}

/** What HeyGen has of the user's videos. */
export interface Fed {
  readonly videos: number;
  /** It has not made all of them yet. */
  readonly isMaking: boolean;
}

export function fedOf(own: readonly Job[], now: number): Fed {
  const fed = own.filter(({ status }) => status !== 'Queued');
  const isMaking = fed.some((job) => job.sendAs === 'batch' && !hasVideo(job) && isNew(job, now));
  return { videos: fed.length, isMaking };
}

function isNew({ status, sentAt }: Job, now: number): boolean {
  return status === 'Submitting' || (status === 'Rendering' && ageOf(sentAt, now) < MADE_WITHIN_MS);
}

/**
 * How many of the groups of queued jobs go now, counted from the first. Groups go whole and in their order: whatever
 * was sent lies before whatever was held back.
 */
export function fedGroups(
  groups: readonly (readonly Job[])[],
  { videos, isMaking }: Fed,
  account: AccountMemory,
  { gap }: Supply,
): number {
  if (gap === null) return groups.length;
  const { most, least } = stockOf(account, gap);
  let stock = videos;
  let count = 0;
  let mustWait = isMaking;
  for (const group of groups) {
    // What went before under its key is not fed anew: HeyGen said that it does not have it.
    const isFresh = group.some((job) => job.key === null);
    if (isFresh && stock >= least && (mustWait || stock + group.length > most)) break;
    stock += group.length;
    count += 1;
    mustWait ||= group.length > 1;
  }
  return count;
}
