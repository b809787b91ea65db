import { isKeyRefused } from '../heygen/problem.ts';
import { type AccountMemory, creditLookAt } from './account.ts';
import { type ClaimRoom, isRepeatable, type Send, sendsOf } from './batch.ts';
import { isHeldForGood } from './budget.ts';
import type { Supply } from './feeding.ts';
import { ageOf, type Job } from './job.ts';
import { type Ask, isLookedFor, timetable } from './polling.ts';

/**
 * A claim younger than this may belong to a living execution: the platform kills one after six minutes, and a
 * minute is left for clocks that disagree. The execution of an older claim is certainly dead.
 */
export const LEASE_MS = 7 * 60_000;

/** What one pass does. */
export interface Plan {
  /** Jobs whose execution died with the claim. */
  readonly lapsed: readonly Job[];
  /** POSTs to claim and make. A pass that sends does not ask, so that every pass stays small. */
  readonly sends: readonly Send[];
  readonly asks: readonly Ask[];
  /** Whether anything can still happen without the user. The trigger lives as long as it can. */
  readonly moves: boolean;
  /** Before this moment another pass would find nothing to do; null when only the user can change that. */
  readonly wakeAt: number | null;
}

export interface Situation {
  /** Open jobs of the owner whose key this execution holds. */
  readonly own: readonly Job[];
  readonly account: AccountMemory;
  readonly now: number;
  readonly room: ClaimRoom;
  /** How much HeyGen is to have at once. */
  readonly supply: Supply;
  /** The user asked to look now, whatever the timetable says. */
  readonly forced: boolean;
}

/** Decides what one pass does, from the ledger, the account and the moment alone. */
export function reconcile(situation: Situation): Plan {
  const { own, account, now, room, supply, forced } = situation;
  const lapsed = own.filter((job) => isLapsed(job, now));
  const sends = lapsed.length > 0 ? [] : sendsOf(own, account, now, room, supply);
  const table = timetable(own, account, now, forced);
  const busy = lapsed.length > 0 || sends.length > 0;
  const moves = own.some((job) => movesByItself(job, account, now));
  const wakeAt = busy ? now : earliest([table.nextAt, ...own.map((job) => sendableAt(job, account, now))]);
  return { lapsed, sends, asks: busy ? [] : table.asks, moves, wakeAt: moves ? wakeAt : null };
}

/** How long the trigger keeps retrying to show a result. */
const SHOWN_WITHIN_MS = 2 * 3_600_000;

/** When a job that is not at HeyGen may change by time alone; null when it waits for something else. */
function sendableAt(job: Job, account: AccountMemory, now: number): number | null {
  if (job.status === 'Submitting') return job.claimedAt === null ? now : job.claimedAt + LEASE_MS;
  if (isHeldForGood(job)) return null;
  const waits = job.status === 'Queued' || isRepeatable(job, now);
  if (!waits) return null;
  const at =
    account.stopped === null
      ? Math.max(job.dueAt ?? 0, account.notBefore)
      : (creditLookAt(account, now) ?? 0);
  // Due and yet not sent: it waits for a slot, which a finished video frees.
  return at > now ? at : null;
}

function earliest(moments: readonly (number | null)[]): number | null {
  return moments.reduce((least, at) => (at !== null && (least === null || at < least) ? at : least), null);
}

export function isLapsed(job: Job, now: number): boolean {
  return job.status === 'Submitting' && ageOf(job.claimedAt, now) >= LEASE_MS;
}

/** HeyGen refuses the key, or its reads: nothing can be followed before the user sets another key. */
function isLockedOut({ stopped }: AccountMemory): boolean {
  if (stopped === null) return false;
  return isKeyRefused(stopped) || (stopped.httpStatus === 403 && stopped.reading === true);
}

/** Whether the job's next step needs nothing from the user. */
export function movesByItself(job: Job, account: AccountMemory, now: number): boolean {
  switch (job.status) {
    case 'Queued':
      if (isHeldForGood(job)) return false;
      return account.stopped === null || creditLookAt(account, now) !== null;
    case 'Submitting':
      return true;
    case 'Rendering':
      return !isLockedOut(account);
    case 'Unconfirmed':
      return isLookedFor(job, now);
    default:
      // The row may still be calculating a formula, or may refuse what is written.
      return job.shown !== job.status && ageOf(job.checkedAt, now) < SHOWN_WITHIN_MS;
  }
}
