import type { Job } from '../../core/jobs/job.ts';
import { type CellPatch, type ReadTab, type WriteBack, writeBack } from '../../core/jobs/write-back.ts';
import { type Result, success } from '../../core/result.ts';
import type { Table } from '../../core/sheet/table.ts';
import { historyOf } from '../ledger/history.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { tableAgain, tableFrom, tableOf } from '../tabs/tab-table.ts';
import { rowsBetween } from './between-rows.ts';
import { claimColumns } from './claim-columns.ts';
import { createTabReader } from './read-tab.ts';
import { jobOf, strayed } from './strayed.ts';
import { readPart } from './tab-part.ts';
import { writePatches } from './write-patches.ts';

/** What came of showing jobs in their rows. */
export interface Showing {
  /** Jobs whose row has been read back and shows them. */
  readonly shown: readonly string[];
  /** Jobs that no row carries, because the row, the tab or the job cell was deleted. */
  readonly gone: readonly string[];
  /** Sentences about cells that could not be written. */
  readonly refusals: readonly string[];
  /** Where the tab has its status column, from 1; 0 for nowhere. */
  readonly statusColumn: number;
}

type Shown = Omit<Showing, 'statusColumn'>;

/**
 * Brings the rows of a tab up to date with their jobs, under the lock: looks the rows up, writes, flushes, and reads
 * back. Only what was read back counts as shown. Users sort and insert rows at any moment, also between the reading
 * and the writing. Reading back finds what then stands in the wrong row, and that row gets back what it showed.
 * `atRest`: other jobs of the tab, whose rows were seen to show them. See `rowsBetween`.
 */
export function showJobs(
  platform: Platform,
  tab: Tab,
  jobs: readonly Job[],
  atRest: readonly Job[] = [],
): Showing {
  const tabShowing = new TabShowing(platform, tab, jobs, atRest);
  const showing = tabShowing.result();
  const asked = new Set(jobs.map(({ id }) => id));
  // Of jobs that came in only to be compared with, nothing is said: their rows may be on another tab.
  const gone = showing.gone.filter((id) => asked.has(id));
  return { ...showing, gone, statusColumn: tabShowing.statusColumn };
}

class TabShowing {
  private readonly platform: Platform;
  private readonly tab: Tab;
  private jobs: readonly Job[];
  private readonly atRest: readonly Job[];
  private hasAllJobs = false;
  private readonly read: (table: Table) => ReadTab;
  /** As it was last read. */
  statusColumn = 0;

  constructor(platform: Platform, tab: Tab, jobs: readonly Job[], atRest: readonly Job[]) {
    this.platform = platform;
    this.tab = tab;
    this.jobs = jobs;
    this.atRest = atRest;
    const read = createTabReader(platform, tab);
    this.read = (table) => {
      this.statusColumn = table.columnOf('status') + 1;
      return read(table);
    };
  }

  result(): Shown {
    return this.inTheirRows() ?? this.toTheEnd(tableAgain(this.tab));
  }

  /**
   * The usual way in a large tab: each job has its row, so only these rows are read and written. Null when another row
   * makes a difference; the whole tab is looked at then.
   */
  private inTheirRows(): Shown | null {
    const part = readPart(this.tab, idsOf(this.jobs), idsOf(this.atRest));
    if (part === null) return null;
    const first = writeBack(this.read(part.table), this.jobs);
    if (!first.settled || first.needsAllJobs) return null;
    if (first.patches.length === 0) return { shown: first.shown, gone: first.gone, refusals: [] };
    const between = this.between(part.table, first.patches);
    const writing = this.write(part.table, first.patches, between);
    if (!writing.ok) return { shown: first.shown, gone: first.gone, refusals: [writing.failure] };
    const after = part.again();
    const again = after === null ? null : writeBack(this.read(after), this.jobs);
    if (again?.settled === true && again.patches.length === 0) {
      return { shown: again.shown, gone: first.gone, refusals: [] };
    }
    // The user moved rows between the reading and the writing. Any row may show what was written for another.
    this.takeAllJobs();
    return this.amended(part.table, first, [...first.patches, ...between]);
  }

  private toTheEnd(before: Table): Shown {
    const { platform, tab } = this;
    const first = this.compare(before);
    if (!first.readable) {
      return { shown: [], gone: [], refusals: [missingJobColumn(tab)] };
    }
    if (first.patches.length === 0) return { shown: first.shown, gone: first.gone, refusals: [] };
    const claims = claimColumns(tab, before, first.patches);
    if (claims.refusals.length > 0) {
      const showing = this.toTheEnd(tableOf(tab));
      return { ...showing, refusals: [...claims.refusals, ...showing.refusals] };
    }
    // After a kill, no column may hold values without saying whose they are.
    if (claims.made > 0) platform.spreadsheet.flush();
    const between = this.between(before, first.patches);
    const writing = this.write(before, first.patches, between);
    if (!writing.ok) return { shown: first.shown, gone: first.gone, refusals: [writing.failure] };
    const patches = [...first.patches, ...between];
    const isSimple = first.settled && !first.needsAllJobs && patches.every(({ moves }) => moves === null);
    const shown = isSimple ? this.shownInPlace(before, patches) : null;
    return shown === null ? this.amended(before, first, patches) : { shown, gone: first.gone, refusals: [] };
  }

  /**
   * Reads back no row below the last one that was written or carries one of the jobs. Null where a row does not show what
   * was written for it. Otherwise no other row shows it, because each row's cells were written once.
   */
  private shownInPlace(before: Table, written: readonly CellPatch[]): readonly string[] | null {
    const ids = idsOf(this.jobs);
    const ours = before.rows.filter((row) => ids.has(jobOf(before, row))).map(({ number }) => number);
    const rows = Math.max(...ours, ...written.map(({ row }) => row));
    const area = { row: 1, column: 1, rows, columns: before.headers.length };
    const after = tableFrom(this.tab, this.tab.readPart(area));
    const jobs = new Map(after.rows.map((row) => [row.number, jobOf(after, row)]));
    if (!written.every(({ row, job }) => jobs.get(row) === job)) return null;
    const again = writeBack(this.read(after), this.jobs);
    return again.settled && again.patches.length === 0 ? again.shown : null;
  }

  /** Reads back what was written, and mends what stands in a wrong row. */
  private amended(before: Table, first: WriteBack, patches: readonly CellPatch[]): Shown {
    let writing: Result<null> = success(null);
    let written = patches;
    for (let look = 0; writing.ok && look < 3; look++) {
      const after = tableAgain(this.tab);
      const again = this.compare(after, before);
      const amends = [...again.patches, ...strayed(before, after, written, this.jobs)];
      if (amends.length === 0) return { shown: again.shown, gone: first.gone, refusals: [] };
      writing = this.write(after, amends);
      written = [...written, ...amends];
    }
    return { shown: first.shown, gone: first.gone, refusals: writing.ok ? [] : [writing.failure] };
  }

  /**
   * What there is to change. All of the ledger is read only where a video moves into the row of a job that is not
   * among these, or where a job's id that stood in a row `before` we wrote stands in none any more.
   */
  private compare(table: Table, before: Table | null = null): WriteBack {
    const read = this.read(table);
    const result = writeBack(read, this.jobs);
    if (this.hasAllJobs || !(result.needsAllJobs || (before !== null && losesJobs(before, table))))
      return result;
    this.takeAllJobs();
    return writeBack(read, this.jobs);
  }

  private takeAllJobs(): void {
    this.hasAllJobs = true;
    // What this execution has learned and not recorded yet is newer.
    const all = new Map([...historyOf(this.platform), ...this.jobs.map((job) => [job.id, job] as const)]);
    this.jobs = [...all.values()];
  }

  private between(table: Table, patches: readonly CellPatch[]): CellPatch[] {
    const isSimple = patches.every(({ moves }) => moves === null);
    return isSimple ? rowsBetween(table, patches, this.atRest, this.platform.clock.now()) : [];
  }

  /** A row gets its video before another one loses it: a kill in between shows it twice and loses nothing. */
  private write(
    table: Table,
    patches: readonly CellPatch[],
    between: readonly CellPatch[] = [],
  ): Result<null> {
    const { spreadsheet } = this.platform;
    const stays = patches.filter(({ moves }) => moves !== 'leaves');
    const leaves = patches.filter(({ moves }) => moves === 'leaves');
    for (const part of [stays, leaves]) {
      if (part.length === 0) continue;
      const written = writePatches(this.tab, table, part, between);
      spreadsheet.flush();
      if (!written.ok) return written;
    }
    return success(null);
  }
}

function idsOf(jobs: readonly Job[]): ReadonlySet<string> {
  return new Set(jobs.map(({ id }) => id));
}

/** Whether a job's id that stood in a row stands in none any more. */
function losesJobs(before: Table, after: Table): boolean {
  const left = new Set(after.rows.map((row) => jobOf(after, row)));
  return before.rows.some((row) => !left.has(jobOf(before, row)));
}

function missingJobColumn(tab: Tab): string {
  return `The sheet “${tab.name}” has no job column any more, so results cannot be shown beside their rows. Undo its removal. Until then the videos are kept in the hidden sheet “Reelmerge jobs”.`;
}
