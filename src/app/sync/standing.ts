import type { AccountMemory } from '../../core/jobs/account.ts';
import type { ClaimRoom } from '../../core/jobs/batch.ts';
import type { News } from '../../core/jobs/evidence.ts';
import { NO_LIMIT, type Supply, stockOf } from '../../core/jobs/feeding.ts';
import { isHeldBack, type Job } from '../../core/jobs/job.ts';
import { BATCH_LIMIT } from '../../core/jobs/job-id.ts';
import { gapOf } from '../../core/jobs/passes.ts';
import { type Plan, reconcile } from '../../core/jobs/reconcile.ts';
import type { PastRun } from '../../core/jobs/runs.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import type { Reach } from '../ledger/open-lines.ts';
import type { LedgerSheet, Owner, Platform } from '../ports/ports.ts';
import type { MeteredHeyGen } from './call-meter.ts';
import type { Budgets } from './held-jobs.ts';
import type { SyncReport } from './sync-report.ts';
import { tellNow } from './told-later.ts';

export interface SyncOptions {
  /** The user asked for it: a run that the account had stopped (no credit, key refused) goes on. */
  readonly resume: boolean;
  /** The user wants to know now: everything is asked, even what is not due yet. */
  readonly lookNow: boolean;
  /** Called by the trigger. Its run time is a daily quota, so it does nothing before something is due. */
  readonly fromTrigger: boolean;
}

/** What a sync works with, from its beginning to its end. */
export interface Run extends MeteredHeyGen {
  readonly platform: Platform;
  readonly owner: Owner;
  readonly sheet: LedgerSheet;
  readonly options: SyncOptions;
  /** All of the ledger's open part is read, also what waits behind the jobs that come next. */
  readonly readsAll: boolean;
  readonly budgets: Budgets;
  /** The trigger is there: it has started this execution, or this execution has just seen to it. */
  readonly hasTrigger: boolean;
}

/** What a sync knows at one moment. A step never changes it: it returns the next one. */
export interface Standing {
  /** Line of the ledger at which the open part begins; null: not looked up yet. */
  readonly mark: number | null;
  /** The user's own jobs, as far as the ledger was read the last time. */
  readonly own: readonly Job[];
  /** How many lines of the ledger wait behind these. */
  readonly behind: number;
  readonly account: AccountMemory;
  readonly finished: SyncReport['finished'];
  readonly remarks: readonly string[];
  /** Runs that this sync has seen to end. */
  readonly ended: readonly PastRun[];
  /** A pass with nothing else to do should put the ledger in order. */
  readonly needsUpkeep: boolean;
  /** Jobs whose rows were seen to show their ends. The ledger hears of it with the next write: see told-later.ts. */
  readonly toldLater: readonly Job[];
  /** In a pass of the trigger: how the open part of the ledger was last read. Null where it has to be read anew. */
  readonly known: LastReading | null;
}

/** What passes of the trigger know of the ledger's lines without reading all of them again: see known-lines.ts. */
export interface LastReading {
  /** The lines of jobs, by ids. */
  readonly lines: ReadonlyMap<string, number>;
  /** Unix ms. */
  readonly readAt: number;
  /** The last click of somebody by then. */
  readonly click: string;
  /** What passes have heard since and not written: see unwritten.ts. */
  readonly unwritten: readonly Unwritten[];
}

export interface Unwritten extends News {
  /** When it was heard, in Unix ms. */
  readonly at: number;
}

/** Undo takes back lines, and executions die: after this long all of the open part is read. */
const READ_AGAIN_MS = 10 * 60_000;

export function isRecent({ readAt }: LastReading, now: number): boolean {
  return now - readAt < READ_AGAIN_MS;
}

/** What one pass may claim. At about a second a POST, this leaves time to record the answers. */
const ROOM: ClaimRoom = { batches: 10, singles: 20 };

/** A trigger that a version before this one made has not been seen yet: it may be hourly. */
const USUAL_GAP_MS = 3_600_000;

/** What the next pass would do. */
export function planOf(
  run: Run,
  { own, account }: Standing,
  forced = run.options.lookNow,
  room = ROOM,
): Plan {
  const open = own.filter((job) => isOpen(job.status));
  const now = run.platform.clock.now();
  return reconcile({ own: open, account, now, room, supply: supplyOf(run, account, now), forced });
}

/** Where automatic updates are off, nobody may come back to send the rest. */
function supplyOf({ platform, options }: Run, { passes }: AccountMemory, now: number): Supply {
  if (!platform.settings.automaticUpdates()) return NO_LIMIT;
  // The pass that runs just now shows that the trigger does.
  return { gap: options.fromTrigger ? (passes.gap ?? USUAL_GAP_MS) : gapOf(passes, now) };
}

/** The ledger as it is now, with the user's own jobs. What changes it needs the lock. */
export function openOwn(
  run: Run,
  { mark, own, account, toldLater }: Pick<Standing, 'mark' | 'own' | 'account' | 'toldLater'>,
): { readonly ledger: OpenLedger; readonly own: Job[] } {
  const from = mark ?? run.sheet.readMark();
  const now = run.platform.clock.now();
  const opened = (reach: Reach | null): { readonly ledger: OpenLedger; readonly own: Job[] } => {
    const ledger = new OpenLedger(run.sheet, from, reach);
    tellNow(ledger, toldLater, now);
    return { ledger, own: ownJobs(run, ledger) };
  };
  const part = opened(reachOf(run, own, account));
  // What is held back does not hold up what waits behind it.
  return part.ledger.behind > 0 && part.own.some((job) => isHeldBack(job, now)) ? opened(null) : part;
}

/** A pass that asks by its last sight finds the ledger only under the lock: nothing that it has read is older then. */
export function ledgerOf(platform: Platform): LedgerSheet {
  const sheet = platform.ledger(false);
  if (sheet === null) throw new Error('The hidden sheet “Reelmerge jobs” is gone.');
  return sheet;
}

/** A pass costs what is under way, and not what waits behind it. Null: it reads everything. */
function reachOf(run: Run, known: readonly Job[], account: AccountMemory): Reach | null {
  const { gap } = supplyOf(run, account, run.platform.clock.now());
  if (run.readsAll || gap === null) return null;
  const { most, least } = stockOf(account, gap);
  // HeyGen may have more than it is to have by now: what is known of its pace changes.
  const underWay = known.filter(({ status }) => status !== 'Queued').length;
  return { jobs: Math.max(most, least, underWay) + BATCH_LIMIT, isOwn: (job) => isOwn(run, job) };
}

export function ownJobs(run: Run, ledger: OpenLedger): Job[] {
  return run.budgets.within(ledger.jobs().filter((job) => isOwn(run, job)));
}

export function isOwn({ owner }: Run, job: Job): boolean {
  return owner.names.includes(job.owner);
}

export function timeIsLeft({ platform }: Run): boolean {
  return platform.clock.now() < platform.deadline;
}
