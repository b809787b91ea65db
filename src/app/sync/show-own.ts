import { isUntouched, type Job } from '../../core/jobs/job.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { type Showing, showJobs } from '../show/show.ts';

interface ShownOwn {
  /** Sentences about cells that could not be written. */
  readonly refusals: readonly string[];
  /** Where each tab that was looked at has its status column, from 1; 0 for nowhere. */
  readonly statusColumns: ReadonlyMap<number, number>;
}

/**
 * Under the lock: shows the user's jobs in their rows, and notes in the ledger what the rows were seen to show. A job
 * leaves the open part only when its row was seen to show its end, or is gone. `isLookedAt` says which jobs' rows are
 * looked at.
 */
export function showOwn({
  platform,
  ledger,
  own,
  now,
  isLookedAt,
}: {
  readonly platform: Platform;
  readonly ledger: OpenLedger;
  readonly own: readonly Job[];
  readonly now: number;
  readonly isLookedAt: (job: Job) => boolean;
}): ShownOwn {
  const refusals: string[] = [];
  const statusColumns = new Map<number, number>();
  const looked = own.filter(isLookedAt);
  for (const tabId of new Set(looked.map((job) => job.tab))) {
    const ofTab = looked.filter((job) => job.tab === tabId);
    const tab = platform.spreadsheet.tabById(tabId);
    const atRest = [...own, ...ledger.settledJobs()].filter(
      (job) => job.tab === tabId && job.shown === job.status && !isLookedAt(job),
    );
    const showing = showUnlessGone(platform, tab, ofTab, atRest);
    refusals.push(...showing.refusals);
    statusColumns.set(tabId, showing.statusColumn);
    for (const id of showing.shown) {
      const job = ledger.job(id);
      if (job !== null && isStale(job)) ledger.apply(id, { type: 'shown', status: job.status }, now);
    }
    for (const id of showing.gone) rowIsGone(ledger, id, now);
  }
  return { refusals, statusColumns };
}

/** A sheet may be deleted before the look at it, and in the middle: then its rows are gone. */
function showUnlessGone(
  platform: Platform,
  tab: Tab | null,
  jobs: readonly Job[],
  atRest: readonly Job[],
): Showing {
  const gone: Showing = { shown: [], gone: jobs.map((job) => job.id), refusals: [], statusColumn: 0 };
  if (tab === null) return gone;
  try {
    return showJobs(platform, tab, jobs, atRest);
  } catch (error) {
    if (tab.isThere()) throw error;
    return gone;
  }
}

/** A queued job whose row was deleted is cancelled, so that nobody pays for it. Other jobs stay in the ledger. */
function rowIsGone(ledger: OpenLedger, id: string, now: number): void {
  const reason = 'Its row was deleted before it was sent.';
  const cancelled = ledger.apply(id, { type: 'cancelled', reason }, now);
  if (cancelled !== null) ledger.apply(id, { type: 'shown', status: cancelled.status }, now);
}

/**
 * The row was not seen to show the job's present status yet. Submitting lasts seconds and is never shown. That a job is
 * Queued was written into its row by Render; if a kill took that away, it is mended when the job is about to be sent.
 */
export function isStale(job: Job): boolean {
  return job.shown !== job.status && job.status !== 'Submitting' && !isUntouched(job);
}
