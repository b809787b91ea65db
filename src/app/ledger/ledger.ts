import { isUntouched, type Job } from '../../core/jobs/job.ts';
import type { JobEvent } from '../../core/jobs/job-event.ts';
import { fromLine, toLine } from '../../core/jobs/ledger-line.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { transition } from '../../core/jobs/transition.ts';
import type { LedgerSheet, Platform } from '../ports/ports.ts';

/** The open part is tidied when it holds this many settled lines, and at least as many as open ones. */
const TIDY_FROM = 500;

/** How far the mark may lag behind. A lagging mark only makes the open part longer. */
const MARK_STEP = 50;

/**
 * How far the open part is read. Jobs are sent in the order of the ledger, so that whatever is under way stands before
 * the jobs that nothing has happened to yet. The reading ends behind so many of these.
 */
export interface Reach {
  readonly untouched: number;
  /** Jobs of others say nothing: each owner's are sent in an order of their own. */
  readonly isOwn: (job: Job) => boolean;
}

/** Lines that one call reads besides the untouched ones. */
const PIECE = 300;

/**
 * The open part of the ledger as it was read: from the mark, which is the first line that is not settled, to the
 * end. A job is settled when it is closed and its row has been seen to show it. No pass ever reads the settled
 * lines before the mark again, so that a pass costs the same whatever the history.
 *
 * It must be read, changed and recorded under the lock, and read anew each time.
 */
export class OpenLedger {
  private readonly sheet: LedgerSheet;
  private readonly from: number;
  /** One per line of the open part; null for a line that holds no job. */
  private readonly lines: (Job | null)[];
  /** The same lines as they were read. One that holds no job goes back as it is, whoever wrote it. */
  private readonly read: readonly (readonly string[])[];
  private readonly mark: number;
  private readonly at = new Map<string, number>();
  private firstChange = Number.POSITIVE_INFINITY;
  private lastChange = -1;

  /** How many lines stand behind what was read. */
  readonly behind: number;

  constructor(sheet: LedgerSheet, mark: number, reach: Reach | null = null) {
    this.sheet = sheet;
    this.from = mark;
    this.mark = mark;
    const { read, lines } = reach === null ? readWhole(sheet, mark) : readAsFar(sheet, mark, reach);
    this.read = read;
    this.lines = lines;
    this.behind = reach === null ? 0 : Math.max(0, sheet.countFrom(mark) - read.length);
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

  /** Puts an event into effect, unless it comes too late. Returns the job as it now stands. */
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
   * Writes what has changed, in one call. `restful`: the pass has nothing else to do, so it puts the ledger in order.
   * The mark then moves over lines that were settled when they were *read*. These are durable, so that a kill may
   * lose any of these writes without losing a job.
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

  /** Whether there is something to put in order for a pass that has nothing else to do. */
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
    // Blank lines at the end are not history: the next job is written there.
    while (count > 0 && (this.lines[count - 1] ?? null) === null) count--;
    return count;
  }

  /** Whether many settled lines stand behind the first open one, where the mark cannot pass them. */
  private isUntidy(keep: number): boolean {
    const open = this.jobs().length;
    const settled = this.lines.filter((job, at) => at >= keep && job !== null && isSettled(job)).length;
    return settled >= Math.max(TIDY_FROM, open);
  }

  /**
   * Puts settled lines first and open ones last, in one write. Otherwise an old open line would hold the mark back,
   * and every pass would read everything finished behind it.
   */
  private tidy(keep: number): void {
    const used = this.lines.slice(keep, 1 + Math.max(-1, ...this.at.values()));
    const requests = this.sheet.readRequests(this.from + keep, used.length);
    const lines = used.map((job, at) => {
      const line = keep + at;
      // An outdated line of a job must not end up behind its present one.
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

interface ReadLines {
  readonly read: readonly (readonly string[])[];
  readonly lines: (Job | null)[];
}

function readWhole(sheet: LedgerSheet, mark: number): ReadLines {
  const read = sheet.readLines(mark);
  return { read, lines: read.map(fromLine) };
}

function readAsFar(sheet: LedgerSheet, mark: number, { untouched, isOwn }: Reach): ReadLines {
  const read: string[][] = [];
  const lines: (Job | null)[] = [];
  const size = untouched + PIECE;
  let row = 0;
  for (;;) {
    const piece = sheet.readLines(mark + read.length, size);
    for (const line of piece) {
      const job = fromLine(line);
      read.push(line);
      lines.push(job);
      // A job that goes alone waits for a slot, and a batch behind it may have gone.
      if (job !== null && isOwn(job) && !isSettled(job)) {
        row = isUntouched(job) && job.sendAs === 'batch' ? row + 1 : 0;
      }
    }
    if (piece.length < size || row >= untouched) return { read, lines };
  }
}

/**
 * Every job that the ledger has ever held: for a user's request, never for a pass. Unfinished jobs that a copied
 * spreadsheet brought along are left out, because the original goes on with them.
 */
export function readHistory(sheet: LedgerSheet): Map<string, Job> {
  // This also finds out where the ledger ends by now.
  sheet.readMark();
  return readFrom(sheet, 2);
}

/** The jobs of the open part and of so many settled lines before it. This costs the same whatever the history. */
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

/** Every job that a row of this spreadsheet may name. */
export function historyOf(platform: Platform): ReadonlyMap<string, Job> {
  const sheet = platform.ledger(false);
  return sheet === null ? new Map() : readHistory(sheet);
}

export function isSettled(job: Job | null): boolean {
  return job === null || (!isOpen(job.status) && job.shown === job.status);
}
