import type { AccountMemory } from '../../core/jobs/account.ts';
import type { Hold } from '../../core/jobs/budget.ts';
import { type Job, STUCK } from '../../core/jobs/job.ts';
import { movesByItself } from '../../core/jobs/reconcile.ts';

/** The outcome of one sync. */
export interface SyncReport {
  /** `busy`: another execution held the lock and does the work. */
  readonly outcome: 'done' | 'busy' | 'resting' | 'not-connected' | 'nothing-open';
  /** The user's open jobs afterwards, by status. */
  readonly open: Readonly<Record<'Queued' | 'Submitting' | 'Unconfirmed' | 'Rendering', number>>;
  /** How many of those at HeyGen have been there for much longer than their like. */
  readonly stuck: number;
  /** Jobs that this sync found finished or failed. */
  readonly finished: { readonly done: number; readonly failed: number };
  /** Why no more is sent; null when nothing stops it. */
  readonly stopped: AccountMemory['stopped'];
  /** What budgets hold back. */
  readonly holds: readonly Hold[];
  /** Whether anything can still change without the user. */
  readonly moves: boolean;
  /** Sentences about cells that could not be written, or about questions that were not answered. */
  readonly remarks: readonly string[];
}

/** The report on the user's jobs as the sync leaves them. */
export function reportOf(
  state: Pick<SyncReport, 'outcome' | 'finished' | 'remarks' | 'holds'> & {
    readonly own: readonly Job[];
    readonly account: AccountMemory;
    readonly behind: number;
  },
  now: number,
): SyncReport {
  const { outcome, finished, remarks, holds, own, account, behind } = state;
  const count = (status: Job['status']): number => own.filter((job) => job.status === status).length;
  return {
    outcome,
    finished,
    remarks,
    holds,
    open: {
      // Nothing has happened yet to what waits behind the jobs that were read.
      Queued: count('Queued') + behind,
      Submitting: count('Submitting'),
      Unconfirmed: count('Unconfirmed'),
      Rendering: count('Rendering'),
    },
    stuck: own.filter(({ status, code }) => status === 'Rendering' && code === STUCK).length,
    stopped: account.stopped,
    moves: own.some((job) => movesByItself(job, account, now)),
  };
}

/** The report when there was nothing to look at. */
export function emptyReport(outcome: SyncReport['outcome']): SyncReport {
  return {
    outcome,
    open: { Queued: 0, Submitting: 0, Unconfirmed: 0, Rendering: 0 },
    stuck: 0,
    finished: { done: 0, failed: 0 },
    stopped: null,
    moves: false,
    remarks: [],
    holds: [],
  };
}
