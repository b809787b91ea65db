import type { Job } from '../../core/jobs/job.ts';
import type { JobEvent } from '../../core/jobs/job-event.ts';
import { fromLine, toLine } from '../../core/jobs/ledger-line.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { transition } from '../../core/jobs/transition.ts';
import type { LedgerSheet, Platform } from '../ports/ports.ts';

/** Blank and settled lines inside the open part before it is tidied; at least as many as are open. */
const TIDY_FROM = 500;

/** How far the mark may lag behind before it is written: a lagging mark only makes the open part longer. */
const MARK_STEP = 50;

/**
 * The open part of the ledger as it was read: from the mark, the first line that is not settled, to the
 * end. A job is settled when it is closed and its row has been seen to show it. Settled lines before the
 * mark are never read again by a pass, so that a pass costs the same whatever the history.
 *
 * Must be read, changed and recorded under the lock, and read anew each time.
 */
export class OpenLedger {
  private readonly sheet: LedgerSheet;
  private readonly from: number;
  /** One per line of the open part; null for a line that holds no job. */
  private readonly lines: (Job | null)[];
  /** The same lines as they were read: one that holds no job goes back as it is, whoever wrote it. */
  private readonly read: readonly (readonly string[])[];
  private readonly mark: number;
  private readonly at = new Map<string, number>();
  private firstChange = Number.POSITIVE_INFINITY;
  private lastChange = -1;

  constructor(sheet: LedgerSheet, mark: number) {
    this.sheet = sheet;
    this.from = mark;
    this.mark = mark;
    this.read = sheet.readLines(mark);
    this.lines = this.read.map(fromLine);
    // A line written twice (a tidying cut short) counts where it stands last.
    this.lines.forEach((job, at) => {
      if (job !== null) this.at.set(job.id, at);
    });
  }

  /** Every job of the open part: the open ones, and the closed ones whose row has not been seen to show it. */
  jobs(): Job[] {
    return this.lines.filter(
      (job, at): job is Job => job !== null && this.at.get(job.id) === at && !isSettled(job),
    );
  }

  job(id: string): Job | null {
    const at = this.at.get(id);
    return at === undefined ? null : (this.lines[at] ?? null);
  }

  /** Puts an event into effect; what comes too late changes nothing. Returns the job as it now stands. */
  apply(id: string, event: JobEvent, now: number): Job | null {
    const at = this.at.get(id);
    const job = at === undefined ? null : this.lines[at];
    if (at === undefined || job === null || job === undefined) return null;
    const next = transition(job, event, now);
    if (next !== job) {
      this.lines[at] = next;
      this.firstChange = Math.min(this.firstChange, at);
      this.lastChange = Math.max(this.lastChange, at);
    }
    return next;
  }

  /** The exact bodies to POST, as they were written ahead. */
  requests(jobs: readonly Job[]): Map<string, string> {
    const places = jobs.map((job) => this.at.get(job.id) ?? 0);
    const first = Math.min(...places);
    const requests = this.sheet.readRequests(this.from + first, Math.max(...places) - first + 1);
    return new Map(jobs.map((job, at) => [job.id, requests[(places[at] ?? 0) - first] ?? '']));
  }

  /**
   * Writes what has changed, in one call, and moves the mark over lines that were already settled when
   * they were *read*: they are durable, so that a kill may lose any of these writes without losing a job.
   * `restful`: the pass has nothing else to do and puts the ledger in order.
   */
  record(restful = false): void {
    if (this.lastChange >= 0) {
      const changed = this.lines.slice(this.firstChange, this.lastChange + 1);
      this.sheet.writeLines(
        this.from + this.firstChange,
        changed.map((job, at) => this.cellsOf(job, this.firstChange + at)),
      );
    }
    if (!restful) return;
    const settled = this.settledWhenRead();
    if (this.isUntidy(settled)) this.tidy(settled);
    if (this.isMarkDue(settled)) this.sheet.writeMark(this.mark + settled);
  }

  /** Whether a pass with nothing else to do would have the ledger to put in order. */
  needsUpkeep(): boolean {
    const settled = this.settledWhenRead();
    return this.isUntidy(settled) || this.isMarkDue(settled);
  }

  private isMarkDue(settled: number): boolean {
    return settled >= MARK_STEP || (settled > 0 && this.jobs().length === 0);
  }

  private settledWhenRead(): number {
    const limit = Math.min(this.lines.length, this.firstChange);
    let count = 0;
    while (count < limit && isSettled(this.lines[count] ?? null)) count++;
    // Trailing blank lines of the grid are not history: the next job is written there.
    while (count > 0 && (this.lines[count - 1] ?? null) === null) count--;
    return count;
  }

  /** Many settled lines stand behind the first open one, where the mark cannot pass them. */
  private isUntidy(keep: number): boolean {
    const open = this.jobs().length;
    const settled = this.lines.filter((job, at) => at >= keep && job !== null && isSettled(job)).length;
    return settled >= Math.max(TIDY_FROM, open);
  }

  /**
   * Settled lines first, open ones last, in one write: as long as an old open line keeps the mark back,
   * everything finished behind it would have to be read at every pass.
   */
  private tidy(keep: number): void {
    const used = this.lines.slice(keep, 1 + Math.max(-1, ...this.at.values()));
    const requests = this.sheet.readRequests(this.from + keep, used.length);
    const lines = used.map((job, at) => {
      const line = keep + at;
      // An outdated line of a job must not come to stand behind its present one.
      const isOutdated = job !== null && this.at.get(job.id) !== line;
      const blank = { cells: [], request: '' };
      return {
        isOpen: !isOutdated && !isSettled(job),
        line: isOutdated ? blank : { cells: this.cellsOf(job, line), request: requests[at] ?? '' },
      };
    });
    const settled = lines.filter(({ isOpen }) => !isOpen);
    const open = lines.filter(({ isOpen }) => isOpen);
    this.sheet.rewrite(
      this.from + keep,
      [...settled, ...open].map(({ line }) => line),
    );
  }

  private cellsOf(job: Job | null, at: number): readonly string[] {
    return job === null ? (this.read[at] ?? []) : toLine(job);
  }
}

/**
 * Every job that the ledger has ever held, for a user's question; never for a pass. Jobs that a copied
 * spreadsheet brought along unfinished are the original's business and not in it.
 */
export function readHistory(sheet: LedgerSheet): Map<string, Job> {
  // Finds out where the ledger ends by now.
  sheet.readMark();
  return readFrom(sheet, 2);
}

/** The open part, and so many settled lines before it: a look at these costs the same whatever the history. */
export function readRecent(sheet: LedgerSheet, settledLines: number): Map<string, Job> {
  return readFrom(sheet, Math.max(2, sheet.readMark() - settledLines));
}

function readFrom(sheet: LedgerSheet, first: number): Map<string, Job> {
  const jobs = new Map<string, Job>();
  const inherited = sheet.inherited();
  sheet.readLines(first).forEach((line, at) => {
    const job = fromLine(line);
    if (job === null || (at + first <= inherited && isOpen(job.status))) return;
    jobs.set(job.id, job);
  });
  return jobs;
}

/** Every job that the rows of this spreadsheet may name. */
export function historyOf(platform: Platform): ReadonlyMap<string, Job> {
  const sheet = platform.ledger(false);
  return sheet === null ? new Map() : readHistory(sheet);
}

export function isSettled(job: Job | null): boolean {
  return job === null || (!isOpen(job.status) && job.shown === job.status);
}
