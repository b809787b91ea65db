import { groupsByEach, groupsOf } from '../groups.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { type CurrentRequests, printsOf, printsOfJob } from './current-request.ts';
import { isDeleted } from './deleted-video.ts';
import type { Job } from './job.ts';
import { isJobId } from './job-id.ts';
import { outputColumnsOf, speaksOf } from './source-prints.ts';
import { isOpen } from './status.ts';

/** What a row is to show. */
export interface Place {
  /** Null: whatever it shows is not its own and goes. */
  readonly job: Job | null;
  /** The job's request is no longer the row's, and no other row asks for it. */
  readonly changed: boolean;
}

/** Which rows of a table show which jobs. */
export interface Placement {
  /** Rows without an entry are left alone. */
  readonly places: ReadonlyMap<Row, Place>;
  /** Jobs whose rows cannot be judged before their cells have loaded. */
  readonly waiting: ReadonlySet<string>;
  /** Jobs that no row shows: their row was deleted, or went to another job. */
  readonly gone: readonly string[];
  /** A row that would take a job carries one that is not among `jobs`: it takes all of the ledger to decide. */
  readonly needsAllJobs: boolean;
  /** Each job with a video fits a row that carries it. Then no other row of the table made a difference. */
  readonly settled: boolean;
}

/** Whether the job has a video, or may get one, that belongs beside its words. */
export function promisesVideo(job: Job): boolean {
  return isOpen(job.status) || (job.status === 'Done' && !isDeleted(job));
}

/**
 * A video follows its words; the job cell only helps to find it.
 *
 * 1. A row that carries a job and fits it shows it. Copies that ask for the same show it too; others lose it.
 * 2. A job that fits none of its rows moves to a row that asks for exactly its request and shows no video of its
 *    own. So does a job whose cell was overwritten, but only to a row that carries a copy of another one: what a
 *    row without any job shows is the user's to decide, by Render.
 * 3. A job that fits no row stays where it is, as changed.
 *
 * A cancelled job gives its rows back to the job whose video it was to replace.
 */
export function placeJobs(
  table: Table,
  jobs: readonly Job[],
  requests: CurrentRequests,
  tab: number,
): Placement {
  return new Placing(table, jobs, requests, tab).result();
}

class Placing {
  private readonly table: Table;
  private readonly requests: CurrentRequests;
  private readonly jobColumn: number;
  private readonly jobs: ReadonlyMap<string, Job>;
  private readonly carriers: ReadonlyMap<string, readonly Row[]>;
  private readonly places = new Map<Row, Place>();
  private readonly waiting = new Set<string>();
  private readonly placed = new Set<string>();
  private readonly taken = new Set<Row>();
  private byPrint: ReadonlyMap<string, readonly Row[]> | null = null;
  private needsAllJobs = false;
  private readonly settled: boolean;

  constructor(table: Table, jobs: readonly Job[], requests: CurrentRequests, tab: number) {
    this.table = table;
    this.requests = requests;
    this.jobColumn = table.columnOf('job');
    this.jobs = new Map(jobs.map((job) => [job.id, job]));
    this.carriers = this.givenBack(groupsOf(table.rows, (row) => this.idIn(row) || null));
    const homeless = jobs.filter((job) => !this.settle(job));
    const lost = jobs.filter((job) => job.tab === tab && promisesVideo(job) && this.rowsOf(job).length === 0);
    this.settled = homeless.length === 0 && lost.length === 0;
    for (const job of homeless) this.move(job, (row) => this.isFree(row));
    const vacated = homeless
      .filter((job) => this.placed.has(job.id))
      .flatMap((job) => this.rowsOf(job))
      .filter((row) => !this.taken.has(row));
    for (const job of homeless) if (!this.placed.has(job.id)) this.keep(job, vacated);
    for (const row of vacated) if (!this.places.has(row)) this.places.set(row, { job: null, changed: false });
    for (const job of lost) this.move(job, (row) => this.places.get(row)?.job === null);
  }

  result(): Placement {
    const shown = new Set([...this.places.values()].map(({ job }) => job?.id ?? ''));
    const gone = [...this.jobs.keys()].filter((id) => !shown.has(id) && !this.waiting.has(id));
    const { places, waiting, needsAllJobs, settled } = this;
    return { places, waiting, gone, needsAllJobs, settled };
  }

  /** Whose rows are whose, once cancelled jobs have given theirs back. A video that has a row elsewhere stays there. */
  private givenBack(carriers: ReadonlyMap<string, readonly Row[]>): ReadonlyMap<string, readonly Row[]> {
    const after = new Map(carriers);
    for (const { id, status, replaces } of this.jobs.values()) {
      const rows = carriers.get(id);
      if (status !== 'Cancelled' || replaces === '' || rows === undefined) continue;
      const earlier = this.jobs.get(replaces);
      if (earlier === undefined) this.needsAllJobs = true;
      else if (promisesVideo(earlier) && !after.has(replaces)) {
        after.delete(id);
        after.set(replaces, rows);
      }
    }
    return after;
  }

  /** Rule 1, and whatever has no video to move. False when the job fits none of its rows. */
  private settle(job: Job): boolean {
    const rows = this.rowsOf(job);
    if (rows.length === 0) return true;
    const fits = rows.map((row) => this.requests.fit(row, job));
    if (!fits.includes('fits') && fits.includes('loading')) {
      this.waiting.add(job.id);
      return true;
    }
    if (!fits.includes('fits') && promisesVideo(job)) return false;
    const first = Math.max(0, fits.indexOf('fits'));
    rows.forEach((row, at) => {
      if (fits[at] === 'loading') return;
      const shows = fits[at] === 'fits' || at === first;
      this.places.set(row, { job: shows ? job : null, changed: shows && fits[at] !== 'fits' });
    });
    return true;
  }

  /** Rule 2. */
  private move(job: Job, isFree: (row: Row) => boolean): void {
    const target = printsOfJob(job)
      .flatMap((print) => this.rowsAskingFor(print))
      .find(isFree);
    if (target === undefined) return;
    this.places.set(target, { job, changed: false });
    this.taken.add(target);
    this.placed.add(job.id);
  }

  /** Rule 3. A job whose row went to another one takes a row that became free, sooner than to vanish. */
  private keep(job: Job, vacated: readonly Row[]): void {
    const outputs = outputColumnsOf(this.table);
    const own = this.rowsOf(job).filter((row) => !this.taken.has(row));
    const spare = vacated.filter((row) => !this.places.has(row));
    const row = own[0] ?? spare.find((each) => speaksOf(each, job, outputs)) ?? spare[0];
    if (row !== undefined) this.places.set(row, { job, changed: true });
    for (const copy of own.slice(1)) this.places.set(copy, { job: null, changed: false });
  }

  /** Whether the row shows no video of its own, so that it may take one. */
  private isFree(row: Row): boolean {
    if (this.taken.has(row)) return false;
    const id = this.idIn(row);
    if (id === '') return true;
    if (!this.jobs.has(id)) {
      if (isJobId(id)) this.needsAllJobs = true;
      return false;
    }
    // A job that promises a video has a place by now only where it fits.
    const job = this.places.get(row)?.job ?? null;
    return (job === null || !promisesVideo(job)) && !this.waiting.has(id);
  }

  private rowsAskingFor(print: string): readonly Row[] {
    this.byPrint ??= groupsByEach(this.table.rows, (row) => printsOf(this.requests.of(row)));
    return this.byPrint.get(print) ?? [];
  }

  private rowsOf(job: Job): readonly Row[] {
    return this.carriers.get(job.id) ?? [];
  }

  private idIn(row: Row): string {
    return cellOf(row, this.jobColumn).trim();
  }
}
