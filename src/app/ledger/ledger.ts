import type { Job } from '../../core/jobs/job.ts';
import type { JobEvent } from '../../core/jobs/job-event.ts';
import { runOf } from '../../core/jobs/job-id.ts';
import { toLine } from '../../core/jobs/ledger-line.ts';
import { transition } from '../../core/jobs/transition.ts';
import type { LedgerSheet } from '../ports/ports.ts';
import { isSettled, linesFrom, type Reach, type ReadLines } from './open-lines.ts';
import { type Added, writeAdded } from './write-added.ts';

/** The open part is tidied when it holds this many settled lines, and at least as many as open ones. */
const TIDY_FROM = 500;

/** From how far on the lagging mark is moved. A lagging mark only makes the open part longer. */
const MARK_STEP = 50;

/** When it lags so far, a pass comes only to move it. */
const LONGEST_LAG = 100;

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
  private readonly at = new Map<string, number>();
  /** Jobs that are not in the sheet yet, by their ids. */
  private readonly added = new Map<string, Added>();
  private firstChange = Number.POSITIVE_INFINITY;
  private lastChange = -1;
  /** What stands behind the first line that was changed since the reading. */
  private firstTouched = Number.POSITIVE_INFINITY;
  /** Lines that say already that the row shows the job, which is not certain yet. */
  private promised: readonly number[] = [];
  /** Lines of which a later pass may write that the row shows the job. */
  private untold: ReadonlySet<number> = new Set();

  /** How many lines stand behind what was read. */
  readonly behind: number;
  private readonly beside: readonly Job[] | null;

  /** `beside`: jobs of other lines, as they were seen last. Then `mark` is only where the lines begin that were read. */
  constructor(
    sheet: LedgerSheet,
    mark: number,
    reach: Reach | ReadLines | null = null,
    beside: readonly Job[] | null = null,
  ) {
    this.sheet = sheet;
    this.from = mark;
    ({ read: this.read, lines: this.lines } = linesFrom(sheet, mark, reach));
    this.beside = beside;
    const isPart = reach !== null && 'jobs' in reach;
    this.behind = isPart ? Math.max(0, sheet.countFrom(mark) - this.read.length) : 0;
    // A line written twice (a tidying cut short) counts where it stands last.
    this.lines.forEach((job, at) => {
      if (job !== null) this.at.set(job.id, at);
    });
  }

  /** Every job of the open part: the open ones, and the closed ones whose row has not been seen to show it. */
  jobs(): Job[] {
    const added = [...this.added.values()].map(({ job }) => job);
    return [...this.inLines().filter((job) => !isSettled(job)), ...(this.beside ?? []), ...added];
  }

  /** The lines of the jobs that were read, by ids. */
  places(): ReadonlyMap<string, number> {
    return new Map([...this.at].map(([id, at]) => [id, this.from + at]));
  }

  /** Jobs of the open part that are settled: their rows were seen to show them. */
  settledJobs(): Job[] {
    return this.inLines().filter(isSettled);
  }

  private inLines(): Job[] {
    return this.lines.filter((job, at): job is Job => job !== null && this.at.get(job.id) === at);
  }

  job(id: string): Job | null {
    const at = this.at.get(id);
    return at === undefined ? (this.added.get(id)?.job ?? null) : (this.lines[at] ?? null);
  }

  /** The jobs of a run that were read, also those that are settled. */
  ofRun(run: string): Job[] {
    return this.inLines().filter(({ id }) => runOf(id) === run);
  }

  /** Adds a new job with its exact request. `room`: the line that was made for it. */
  add(job: Job, request: string, room: number): void {
    this.added.set(job.id, { job, request, room });
  }

  /** Puts an event into effect, unless it comes too late. Returns the job as it now stands. */
  apply(id: string, event: JobEvent, now: number): Job | null {
    const added = this.added.get(id);
    if (added !== undefined) {
      const job = transition(added.job, event, now);
      this.added.set(id, { ...added, job });
      return job;
    }
    const at = this.at.get(id);
    const job = at === undefined ? null : this.lines[at];
    if (at === undefined || job === null || job === undefined) return null;
    const next = transition(job, event, now);
    if (next === job) return next;
    this.lines[at] = next;
    const isShown = event.type === 'shown' && event.status === job.status;
    if (isShown && this.promised.includes(at)) this.promised = this.promised.filter((one) => one !== at);
    else if (isShown && this.untold.has(at)) this.firstTouched = Math.min(this.firstTouched, at);
    else this.changed(at);
    return next;
  }

  /** Jobs whose rows show their ends by now, while the sheet does not say so yet. */
  seenButUntold(): Job[] {
    return [...this.untold].flatMap((at) => this.lines[at] ?? []).filter(isSettled);
  }

  private changed(at: number): void {
    this.firstChange = Math.min(this.firstChange, at);
    this.lastChange = Math.max(this.lastChange, at);
    this.firstTouched = Math.min(this.firstTouched, at);
  }

  /** The exact bodies to POST, as they were written ahead. */
  requests(jobs: readonly Job[]): Map<string, string> {
    const places = jobs.flatMap((job) => this.at.get(job.id) ?? []);
    const first = Math.min(...places);
    const read =
      places.length === 0 ? [] : this.sheet.readRequests(this.from + first, Math.max(...places) - first + 1);
    const requestOf = ({ id }: Job): string => {
      const added = this.added.get(id);
      return added === undefined ? (read[(this.at.get(id) ?? 0) - first] ?? '') : added.request;
    };
    return new Map(jobs.map((job) => [job.id, requestOf(job)]));
  }

  /**
   * Writes what has changed, in one call. The mark then moves over lines that were settled when they were *read*. These
   * are durable, so that a kill may lose any of these writes without losing a job. `restful`: the pass has nothing else
   * to do, so it puts the ledger in order.
   */
  record(restful = false): void {
    this.write([]);
    if (!restful) return;
    const settled = this.settledWhenRead();
    if (this.isUntidy(settled)) this.tidy(settled);
    this.moveMark();
  }

  /** For a pass that makes few other calls. */
  moveMark(): void {
    const settled = this.settledWhenRead();
    if (this.isMarkDue(settled, MARK_STEP)) this.sheet.writeMark(this.from + settled);
  }

  /**
   * Writes what has changed, and that these jobs are shown, before their rows are written: one flush then carries both.
   * What turns out not to be shown is written anew by `record`. That the jobs `later` are shown is not written at all:
   * see `seenButUntold`.
   */
  recordAsShown(jobs: readonly Job[], later: readonly Job[] = []): void {
    const placesOf = (some: readonly Job[]): number[] => some.flatMap(({ id }) => this.at.get(id) ?? []);
    const places = placesOf(jobs);
    for (const at of places) this.changed(at);
    this.write(places);
    this.untold = new Set(placesOf(later));
  }

  private write(promised: readonly number[]): void {
    for (const at of this.promised) this.changed(at);
    this.promised = promised;
    if (this.lastChange >= 0) {
      const early = new Set(promised);
      const changed = this.lines.slice(this.firstChange, this.lastChange + 1);
      this.sheet.writeLines(
        this.from + this.firstChange,
        changed.map((job, at) => {
          const line = this.firstChange + at;
          return this.cellsOf(job !== null && early.has(line) ? { ...job, shown: job.status } : job, line);
        }),
      );
    }
    this.firstChange = Number.POSITIVE_INFINITY;
    this.lastChange = -1;
    writeAdded(this.sheet, [...this.added.values()]);
  }

  /** Whether there is something to put in order for a pass that has nothing else to do. */
  needsUpkeep(): boolean {
    const settled = this.settledWhenRead();
    return this.isUntidy(settled) || this.isMarkDue(settled, LONGEST_LAG);
  }

  private isMarkDue(settled: number, step: number): boolean {
    return settled >= step || (settled > 0 && this.jobs().length === 0);
  }

  private settledWhenRead(): number {
    const limit = this.beside === null ? Math.min(this.lines.length, this.firstTouched) : 0;
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
    const inOrder = lines.sort((one, other) => Number(one.isOpen) - Number(other.isOpen));
    const rewritten = inOrder.map(({ line }) => line);
    this.sheet.rewrite(this.from + keep, rewritten);
  }

  private cellsOf(job: Job | null, at: number): readonly string[] {
    return job === null ? (this.read[at] ?? []) : toLine(job);
  }
}
