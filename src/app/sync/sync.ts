import { type AccountMemory, learn } from '../../core/jobs/account.ts';
import type { Platform } from '../ports/ports.ts';
import { ask } from './ask.ts';
import { meteredHeyGen } from './call-meter.ts';
import { claim } from './claim.ts';
import { conclude } from './conclude.ts';
import type { FirstClaims } from './first-claims.ts';
import { Budgets } from './held-jobs.ts';
import { askedByLastSight, keepLastSight, lastSight } from './last-sight.ts';
import { nothingToDo } from './nothing-to-do.ts';
import type { Ended, Observed, Sending, Showing, State } from './phases.ts';
import { lookAtRowsToSend, record } from './record.ts';
import { busy, sendClaimed, withoutSends } from './send-claimed.ts';
import { isStale } from './show-own.ts';
import {
  ledgerOf,
  openOwn,
  planOf,
  type Run,
  type Standing,
  type SyncOptions,
  timeIsLeft,
} from './standing.ts';
import { emptyReport, type SyncReport } from './sync-report.ts';
import { triggerPace, WORTH_WAITING_MS } from './trigger-record.ts';
import { withCharges } from './watch-charges.ts';
import { watchCredit } from './watch-credit.ts';

/*
 * A sync brings ledger, HeyGen and sheet up to date with each other. It is the one loop behind the menu, the sidebar
 * and the trigger.
 *
 * A sync is always in one of the phases sending, asking, resending, showing and ended. The type `State` in phases.ts
 * says what each of them hands on to the next.
 *
 * ## sending
 *
 * The first phase. It consists of passes. A pass takes the lock, reads the ledger, decides, claims what it is about to
 * send, and releases the lock. Then it makes the POSTs. Then it takes the lock again and records the answers.
 *
 * - If there is more to send, or claims of a dead execution were given up, another pass follows.
 * - If there was nothing to send but something to ask: asking.
 * - If there was neither: showing.
 *
 * A pass that finds nothing to send claims nothing. So a sync that nobody waits for first reads the ledger without the
 * lock (`glance`), and takes the lock only when there is something to send.
 *
 * Before its first claim, a sync looks at the rows of the jobs that it is about to send (`queuedRows`) and cancels the
 * jobs whose rows were deleted.
 *
 * ## asking
 *
 * Happens at most once in a sync. Asks HeyGen without the lock. Then, under the lock, records the answers and shows
 * them in the rows. Answers that need no row and no haste are recorded by the next pass: see unwritten.ts.
 *
 * - If the answers put jobs back into the queue: resending.
 * - If not: showing.
 *
 * ## resending
 *
 * As sending, but it never leads back to asking. Otherwise a sync might never end.
 *
 * ## showing
 *
 * Under the lock, writes the rows that do not show their job's status yet. Sending leaves this to the end, so that a
 * large run writes its rows once.
 *
 * ## ended
 *
 * - `done`: the trigger is made or removed, or learns when to look again.
 * - `busy`: another execution holds the lock. It does the same work, and will see to the trigger too.
 *
 * ## In every phase
 *
 * - The lock is never held during a request to HeyGen.
 * - A claim is durable before its POST leaves. If this execution dies, a later one finds the claim.
 * - The answers to POSTs and questions are never dropped because the lock is busy: recording them is tried again until
 *   shortly before the platform ends the execution.
 * - When time is up, sending and resending go to showing. A sync that begins too late only reads and shows.
 * - What was learned about the account is remembered however the sync ends.
 * - While there is no credit, the balance is looked at now and then, before the first phase and after the last.
 * - After some finished videos the balance is looked at as well, before asking or when nothing is under way any more: what it lost teaches
 *   the prices.
 */

const HOUR_MS = 3_600_000;

/** `hasTrigger`: the trigger is certainly there. One that is slow on purpose counts as none where something moves. */
export function sync(platform: Platform, options: SyncOptions, hasTrigger = options.fromTrigger): SyncReport {
  const { settings, clock } = platform;
  const key = settings.apiKey();
  const owner = settings.owner();
  if (key === null || owner === null) return nothingToDo(platform, options, 'not-connected');
  const restedUntil = options.fromTrigger ? settings.restUntil(owner) : 0;
  if (clock.now() < restedUntil - WORTH_WAITING_MS) return emptyReport('resting');
  const isSlow = options.fromTrigger && triggerPace(platform) === 'slow';
  // The next run of the trigger would come most of a minute late.
  if (clock.now() < restedUntil) clock.pause(restedUntil - clock.now());
  if (!options.fromTrigger && platform.ledger(false) === null) return emptyReport('nothing-open');
  // Once an hour a pass looks behind the jobs that wait: Undo may have changed the order of the ledger.
  const isHourly =
    options.fromTrigger && Math.floor(restedUntil / HOUR_MS) !== Math.floor(clock.now() / HOUR_MS);
  const run: Run = {
    platform,
    ...meteredHeyGen(platform, key),
    owner,
    get sheet() {
      return ledgerOf(platform);
    },
    options,
    readsAll: options.lookNow || isHourly,
    budgets: new Budgets(platform, owner),
    hasTrigger: hasTrigger && !isSlow,
  };
  const remembered = settings.account();
  // The trigger was to come at the end of its rest: how late it is shows how rarely it comes, unless it is slow on purpose.
  const late = clock.now() - restedUntil;
  const passed =
    restedUntil > 0 && !isSlow ? learn(remembered, { type: 'passed', late }, clock.now()) : remembered;
  const begun = begin(run, options.resume ? passed : watchCredit(platform, key, passed));
  return begun === null ? nothingToDo(platform, options, 'nothing-open') : toTheEnd(run, key, begun);
}

/** A sync that has claimed what it sends first in the hold of the lock in which that was written down. */
export function syncFrom({ run, key, claimed }: FirstClaims, hasTrigger: boolean): SyncReport {
  const going = { ...run, hasTrigger };
  return toTheEnd(going, key, sendClaimed(going, claimed));
}

function toTheEnd(run: Run, key: string, begun: State): SyncReport {
  const { platform } = run;
  let state = begun;
  while (state.phase !== 'ended') state = next(run, state);
  // Where this sync has just met the end of the credit, it learns what too little is.
  const watched = watchCredit(platform, key, state.standing.account);
  keepLastSight(run, state);
  const account = withCharges(run, key, { ...state.standing, account: watched });
  const { settings } = platform;
  if (JSON.stringify(account) !== JSON.stringify(settings.account())) settings.rememberAccount(account);
  return conclude(run, state.outcome, { ...state.standing, account });
}

/** Null where there is no ledger. */
function begin(run: Run, remembered: AccountMemory): State | null {
  const { clock, lock } = run.platform;
  const seen = lastSight(run);
  const standing: Standing = {
    mark: null,
    own: [],
    behind: 0,
    account: run.options.resume ? learn(remembered, { type: 'user-asks-again' }, clock.now()) : remembered,
    finished: { done: 0, failed: 0 },
    remarks: [],
    ended: [],
    needsUpkeep: false,
    toldLater: seen.toldLater,
    known: null,
  };
  const asking = timeIsLeft(run) ? askedByLastSight(run, seen, standing) : null;
  if (asking !== null) return asking;
  if (run.platform.ledger(false) === null) return null;
  const mark = run.sheet.readMark();
  if (timeIsLeft(run)) return { phase: 'sending', queuedRows: 'unseen', standing: { ...standing, mark } };
  // A dialog stayed open for so long that there is only time to read and show.
  const read = lock.hold(() => openOwn(run, standing).own);
  return read.ok ? { phase: 'showing', standing: { ...standing, own: read.value } } : busy(standing);
}

function next(run: Run, state: Exclude<State, Ended>): State {
  switch (state.phase) {
    case 'sending':
    case 'resending':
      return send(run, state);
    case 'asking':
      return ask(run, state);
    case 'showing':
      return show(run, state);
  }
}

function send(run: Run, state: Sending): State {
  if (!timeIsLeft(run)) return { phase: 'showing', standing: state.standing };
  const glanced = state.phase === 'sending' && state.queuedRows === 'unseen' ? glance(run, state) : null;
  if (glanced !== null) return glanced;
  const observed = run.platform.lock.hold(() => observe(run, state));
  return observed.ok ? sendClaimed(run, observed.value) : busy(state.standing);
}

/** Without the lock: what comes next when there is nothing to send; null when there is, or may be. */
function glance(run: Run, state: Sending): State | null {
  if (run.options.resume) return null;
  const { ledger, own } = openOwn(run, state.standing);
  const standing: Standing = {
    ...state.standing,
    own,
    behind: ledger.behind,
    needsUpkeep: ledger.needsUpkeep(),
    known: null,
  };
  const { lapsed, sends, asks } = planOf(run, standing);
  // What is to be put in order needs the lock, too.
  const needsLock = lapsed.length > 0 || sends.length > 0 || (asks.length === 0 && standing.needsUpkeep);
  return needsLock ? null : withoutSends({ ...state, standing }, asks);
}

/** Under the lock: what is there, what to do about it, and the claims for what will be sent. */
function observe(run: Run, state: Sending): Observed {
  // The lease of the claims begins here: reading and looking take seconds.
  const now = run.platform.clock.now();
  const mark = state.standing.mark ?? run.sheet.readMark();
  const { ledger, own } = openOwn(run, { ...state.standing, mark });
  const { behind } = ledger;
  const read: Sending = { ...state, standing: { ...state.standing, mark, own, behind, known: null } };
  const isFirstClaim = state.queuedRows === 'unseen' && planOf(run, read.standing).sends.length > 0;
  const seen: Sending = isFirstClaim
    ? { ...read, queuedRows: 'seen', standing: lookAtRowsToSend(run, read.standing, ledger) }
    : read;
  return { ...claim(run.platform, ledger, planOf(run, seen.standing), now), seen };
}

function show(run: Run, { standing }: Showing): State {
  if (!standing.own.some(isStale)) return { phase: 'ended', outcome: 'done', standing };
  const shown = run.platform.lock.hold(() => record(run, standing, [], () => true));
  return shown.ok ? { phase: 'ended', outcome: 'done', standing: shown.value } : busy(standing);
}
