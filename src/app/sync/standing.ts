import type { AccountMemory } from '../../core/jobs/account.ts';
import type { ClaimRoom } from '../../core/jobs/batch.ts';
import type { News } from '../../core/jobs/evidence.ts';
import { NO_LIMIT, type Supply } from '../../core/jobs/feeding.ts';
import type { Job } from '../../core/jobs/job.ts';
import { gapOf } from '../../core/jobs/passes.ts';
import { type Plan, reconcile } from '../../core/jobs/reconcile.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import type { HeyGen } from '../ports/heygen.ts';
import type { LedgerSheet, Owner, Platform } from '../ports/ports.ts';
import { isStale, showOwn } from './show-own.ts';
import type { SyncReport } from './sync-report.ts';

export interface SyncOptions {
  /** The user asked for it: a run that the account had stopped (no credit, key refused) goes on. */
  readonly resume: boolean;
  /** The user wants to know now: everything is asked, even what is not due yet. */
  readonly lookNow: boolean;
  /** Called by the trigger. Its run time is a daily quota, so it does nothing before something is due. */
  readonly fromTrigger: boolean;
}

/** What a sync works with, from its beginning to its end. */
export interface Run {
  readonly platform: Platform;
  readonly client: HeyGen;
  readonly owner: Owner;
  readonly sheet: LedgerSheet;
  readonly options: SyncOptions;
}

/** What a sync knows at one moment. A step never changes it: it returns the next one. */
export interface Standing {
  /** Line of the ledger at which the open part begins. */
  readonly mark: number;
  /** The user's own jobs, as the ledger held them when it was last read under the lock. */
  readonly own: readonly Job[];
  readonly account: AccountMemory;
  readonly finished: SyncReport['finished'];
  readonly remarks: readonly string[];
  /** A pass with nothing else to do should put the ledger in order. */
  readonly needsUpkeep: boolean;
}

/** What one pass may claim. At about a second a POST, this leaves time to record the answers. */
const ROOM: ClaimRoom = { batches: 10, singles: 20 };

/** A trigger that a version before this one made has not been seen yet: it may be hourly. */
const USUAL_GAP_MS = 3_600_000;

/** What the next pass would do. */
export function planOf(run: Run, { own, account }: Standing, forced = run.options.lookNow): Plan {
  const open = own.filter((job) => isOpen(job.status));
  const now = run.platform.clock.now();
  return reconcile({ own: open, account, now, room: ROOM, supply: supplyOf(run, account, now), forced });
}

/** Where automatic updates are off, nobody may come back to send the rest. */
function supplyOf({ platform, options }: Run, { passes }: AccountMemory, now: number): Supply {
  if (!platform.settings.automaticUpdates()) return NO_LIMIT;
  // The pass that runs just now shows that the trigger does.
  return { gap: options.fromTrigger ? (passes.gap ?? USUAL_GAP_MS) : gapOf(passes, now) };
}

/** Under the lock: the ledger as it is now, with the user's own jobs. */
export function openOwn(run: Run, mark: number): { readonly ledger: OpenLedger; readonly own: Job[] } {
  const ledger = new OpenLedger(run.sheet, mark);
  return { ledger, own: ownJobs(run, ledger) };
}

/**
 * Under the lock: cancels the queued jobs whose rows were deleted, before the first job is sent. Nobody wants to pay
 * for a row that is gone.
 */
export function lookAtQueuedRows(run: Run, standing: Standing, ledger: OpenLedger): Standing {
  return shownIn(run, standing, ledger, (job) => isStale(job) || job.status === 'Queued');
}

/** Under the lock: writes news into the ledger and, with `show`, into the rows. */
export function record(run: Run, before: Standing, news: readonly News[], show: boolean): Standing {
  const { clock, settings } = run.platform;
  const now = clock.now();
  let { mark } = before;
  let ledger = new OpenLedger(run.sheet, mark);
  if (news.some(({ id }) => ledger.job(id) === null)) {
    // Another execution has added lines meanwhile and moved ours among them.
    mark = run.sheet.readMark();
    ledger = new OpenLedger(run.sheet, mark);
  }
  const unsent = new Set(
    news.flatMap(({ id, event }) => (event.type === 'released' ? [ledger.job(id)?.key ?? ''] : [])),
  );
  const ended = news.map(({ id, event }) => {
    const earlier = ledger.job(id);
    const later = ledger.apply(id, event, now);
    return earlier?.status === later?.status ? undefined : later?.status;
  });
  const count = (status: Job['status']): number => ended.filter((each) => each === status).length;
  const applied: Standing = {
    ...before,
    mark,
    finished: {
      done: before.finished.done + count('Done'),
      failed: before.finished.failed + count('Failed'),
    },
  };
  const after = show ? shownIn(run, applied, ledger, isStale) : applied;
  ledger.record();
  if (unsent.size > 0) settings.rememberSent(settings.sentKeys().filter((key) => !unsent.has(key)));
  return { ...after, own: ownJobs(run, ledger), needsUpkeep: ledger.needsUpkeep() };
}

function shownIn(
  run: Run,
  standing: Standing,
  ledger: OpenLedger,
  isReason: (job: Job) => boolean,
): Standing {
  const { platform } = run;
  const own = ownJobs(run, ledger);
  const refusals = showOwn({ platform, ledger, own, now: platform.clock.now(), isReason });
  const news = refusals.filter((refusal) => !standing.remarks.includes(refusal));
  return { ...standing, own: ownJobs(run, ledger), remarks: [...standing.remarks, ...news] };
}

function ownJobs(run: Run, ledger: OpenLedger): Job[] {
  return ledger.jobs().filter((job) => run.owner.names.includes(job.owner));
}
