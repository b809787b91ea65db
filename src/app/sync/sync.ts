import { type AccountMemory, learn } from '../../core/jobs/account.ts';
import type { ClaimRoom } from '../../core/jobs/batch.ts';
import type { News } from '../../core/jobs/evidence.ts';
import type { Job } from '../../core/jobs/job.ts';
import { type Plan, reconcile } from '../../core/jobs/reconcile.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import type { HeyGen } from '../ports/heygen.ts';
import type { LedgerSheet, Owner, Platform } from '../ports/ports.ts';
import { adjustTrigger } from './automatic-updates.ts';
import { type Claimed, claim } from './claim.ts';
import { inquire } from './inquire.ts';
import { postAll } from './post.ts';
import { isStale, showOwn } from './show-own.ts';
import { emptyReport, reportOf, type SyncReport } from './sync-report.ts';

export interface SyncOptions {
  /** The user acts: a run that the account had stopped (no credit, key refused) goes on. */
  readonly resume: boolean;
  /** The user asks to look now, whatever the timetable says. */
  readonly lookNow: boolean;
  /** Called by the trigger: its run time is rationed, so it looks at nothing before something is due. */
  readonly fromTrigger: boolean;
}

/** Between the deadline for new work and the platform's kill there is time to record. */
const GRACE_MS = 45_000;

const WORTH_RESTING_MS = 60_000;

/** What one pass may claim: with about a second a POST this leaves time to record what was answered. */
const ROOM: ClaimRoom = { batches: 10, singles: 20 };

/**
 * Brings ledger, HeyGen and sheet together: the one loop behind the menu, the sidebar and the trigger.
 * Each pass observes and claims under the lock, acts without it, and records under it again. Passes that
 * send come first to last until nothing is left to send; at most one pass asks; then the rows are shown.
 */
export function sync(platform: Platform, options: SyncOptions): SyncReport {
  const key = platform.settings.apiKey();
  const owner = platform.settings.owner();
  if (key === null || owner === null) return nothingToDo(platform, options, 'not-connected');
  if (options.fromTrigger && platform.clock.now() < platform.settings.restUntil(owner))
    return emptyReport('resting');
  const sheet = platform.ledger(false);
  if (sheet === null) return nothingToDo(platform, options, 'nothing-open');
  const run = new SyncRun(platform, platform.heygen(key), owner, sheet, options);
  return run.toTheEnd();
}

class SyncRun {
  private readonly platform: Platform;
  private readonly client: HeyGen;
  private readonly owner: Owner;
  private readonly sheet: LedgerSheet;
  private readonly options: SyncOptions;
  private mark: number;
  private account: AccountMemory;
  private asked = false;
  /** Whether the rows of queued jobs were looked at before any of these is sent. */
  private looked = false;
  private upkeep = false;
  private own: Job[] = [];
  private finished = { done: 0, failed: 0 };
  private readonly remarks: string[] = [];

  constructor(platform: Platform, client: HeyGen, owner: Owner, sheet: LedgerSheet, options: SyncOptions) {
    this.platform = platform;
    this.client = client;
    this.owner = owner;
    this.sheet = sheet;
    this.options = options;
    this.mark = sheet.readMark();
    const account = platform.settings.account();
    this.account = options.resume
      ? learn(account, { type: 'user-asks-again' }, platform.clock.now())
      : account;
  }

  toTheEnd(): SyncReport {
    const before = this.platform.settings.account();
    let outcome: SyncReport['outcome'] = 'done';
    // A dialog may have stayed open until there is time for nothing but to see what is there.
    if (!this.timeIsLeft() && this.platform.lock.hold(() => this.readOwn()).kind === 'busy') outcome = 'busy';
    while (this.timeIsLeft()) {
      const step = this.pass();
      if (step === 'busy') outcome = 'busy';
      if (step !== 'again') break;
    }
    if (outcome === 'done' && this.own.some(isStale)) {
      if (this.platform.lock.hold(() => this.record([], true)).kind === 'busy') outcome = 'busy';
    }
    if (JSON.stringify(this.account) !== JSON.stringify(before))
      this.platform.settings.rememberAccount(this.account);
    const report = this.report(outcome);
    if (outcome === 'done') {
      this.rest();
      const { fromTrigger } = this.options;
      // A trigger run that ended jobs has done enough: the next one, with nothing to do, ends the trigger.
      const endedJobs = this.finished.done + this.finished.failed > 0;
      const state = { moves: report.moves || (fromTrigger && endedJobs), exists: fromTrigger };
      const adjusted = adjustTrigger(this.platform, state, () => this.movesNow());
      if (!adjusted.ok) this.remarks.push(adjusted.failure);
    }
    return report;
  }

  /** Under the lock: whether anything moves by itself, with what other executions have added meanwhile. */
  private movesNow(): boolean {
    this.mark = this.sheet.readMark();
    this.readOwn();
    return this.report('done').moves;
  }

  /** One observe, decide, act; `again` when another may have something to do. */
  private pass(): 'again' | 'end' | 'busy' {
    const observed = this.platform.lock.hold(() => this.observe());
    if (observed.kind === 'busy') return 'busy';
    const { plan, requests } = observed.value;
    if (plan.lapsed.length > 0) return 'again';
    if (plan.sends.length > 0) {
      const posted = postAll(
        this.client,
        plan.sends,
        requests,
        this.own.filter((job) => job.status === 'Rendering').length,
        this.account,
        this.platform.clock,
        this.platform.deadline,
      );
      this.account = posted.account;
      return this.recordInTime(posted.news, false) ? 'again' : 'busy';
    }
    if (plan.asks.length === 0 || this.asked) return 'end';
    this.asked = true;
    const { clock, deadline } = this.platform;
    const answers = inquire(this.client, plan.asks, this.own, this.account, clock, deadline);
    this.account = answers.account;
    if (answers.problem !== null) this.remarks.push(answers.problem.message);
    if (!this.recordInTime(answers.news, true)) return 'busy';
    return this.plan().sends.length > 0 ? 'again' : 'end';
  }

  /** What HeyGen answered must not be lost for a busy lock: it is waited for as long as the platform lets us. */
  private recordInTime(news: readonly News[], show: boolean): boolean {
    const { lock, clock, deadline } = this.platform;
    do {
      if (lock.hold(() => this.record(news, show)).kind === 'done') return true;
    } while (clock.now() < deadline + GRACE_MS);
    return false;
  }

  /** Under the lock: what is there, what to do about it, and the claims for what will be sent. */
  private observe(): Claimed {
    const now = this.platform.clock.now();
    const ledger = this.readOwn();
    if (!this.looked && this.plan().sends.length > 0) {
      this.looked = true;
      this.show(ledger, now, (job) => isStale(job) || job.status === 'Queued');
      this.own = this.ownJobs(ledger);
    }
    const plan = this.plan();
    return claim(this.platform, ledger, plan, now);
  }

  /** Under the lock: puts news into effect and, when asked to, into the rows. */
  private record(news: readonly News[], show: boolean): void {
    const now = this.platform.clock.now();
    let ledger = this.readOwn();
    if (news.some(({ id }) => ledger.job(id) === null)) {
      // Another execution has added lines meanwhile and moved ours among them.
      this.mark = this.sheet.readMark();
      ledger = this.readOwn();
    }
    const unsent = new Set(
      news.flatMap(({ id, event }) => (event.type === 'released' ? [ledger.job(id)?.key ?? ''] : [])),
    );
    for (const { id, event } of news) {
      const before = ledger.job(id);
      const after = ledger.apply(id, event, now);
      if (before === null || after === null || before.status === after.status) continue;
      if (after.status === 'Done') this.finished.done += 1;
      if (after.status === 'Failed') this.finished.failed += 1;
    }
    if (show) this.show(ledger, now, isStale);
    ledger.record();
    if (unsent.size > 0) {
      const { settings } = this.platform;
      settings.rememberSent(settings.sentKeys().filter((key) => !unsent.has(key)));
    }
    this.own = this.ownJobs(ledger);
    this.upkeep = ledger.needsUpkeep();
  }

  private show(ledger: OpenLedger, now: number, isReason: (job: Job) => boolean): void {
    const refusals = showOwn(this.platform, ledger, this.ownJobs(ledger), now, isReason);
    this.remarks.push(...refusals.filter((refusal) => !this.remarks.includes(refusal)));
  }

  private plan(forced = this.options.lookNow): Plan {
    const now = this.platform.clock.now();
    const open = this.own.filter((job) => isOpen(job.status));
    return reconcile({ own: open, account: this.account, now, room: ROOM, forced });
  }

  private readOwn(): OpenLedger {
    const ledger = new OpenLedger(this.sheet, this.mark);
    this.own = this.ownJobs(ledger);
    return ledger;
  }

  private ownJobs(ledger: OpenLedger): Job[] {
    return ledger.jobs().filter((job) => this.owner.names.includes(job.owner));
  }

  /** Tells the trigger from when on there is something to do; a moment that is near is not worth a call. */
  private rest(): void {
    const { settings, clock } = this.platform;
    const until = this.upkeep ? 0 : (this.plan(false).wakeAt ?? 0);
    const isLong = until > clock.now() + WORTH_RESTING_MS;
    if (isLong || !this.options.fromTrigger) settings.setRestUntil(this.owner, isLong ? until : 0);
  }

  private timeIsLeft(): boolean {
    return this.platform.clock.now() < this.platform.deadline;
  }

  private report(outcome: SyncReport['outcome']): SyncReport {
    const { finished, remarks } = this;
    return reportOf(this.own, this.account, this.platform.clock.now(), { outcome, finished, remarks });
  }
}

/** A trigger that finds nothing to follow has outlived its purpose. */
function nothingToDo(
  platform: Platform,
  options: SyncOptions,
  outcome: 'not-connected' | 'nothing-open',
): SyncReport {
  if (options.fromTrigger) {
    platform.lock.hold(() => {
      // The first run of all may have begun its ledger meanwhile.
      if (outcome === 'not-connected' || platform.ledger(false) === null) platform.triggers.remove();
    });
  }
  return emptyReport(outcome);
}
