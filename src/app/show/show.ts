import { fingerprint } from '../../core/fingerprint.ts';
import type { Job } from '../../core/jobs/job.ts';
import { NOTHING_SHOWN, type RowOutput, rowOutput } from '../../core/jobs/row-output.ts';
import { type CellPatch, shows, writeBack } from '../../core/jobs/write-back.ts';
import type { Row, Table } from '../../core/sheet/table.ts';
import type { Spreadsheet, Tab } from '../ports/ports.ts';
import { tableAgain, tableOf } from '../tabs/tab-table.ts';
import { claimColumns } from './claim-columns.ts';
import { writePatches } from './write-rows.ts';

/** What came of showing jobs in their rows. */
export interface Showing {
  /** Jobs whose row has been read back and shows them. */
  readonly shown: readonly string[];
  /** Jobs that no row carries: the row, the tab or the job cell was deleted. */
  readonly gone: readonly string[];
  /** Sentences about cells that could not be written. */
  readonly refusals: readonly string[];
}

/**
 * Brings the rows of a tab up to date with their jobs, under the lock: looks the rows up, writes, flushes,
 * and reads back. Only what was read back counts as shown. Users sort and insert rows at any moment, also
 * between the reading and the writing; what then stands in the wrong row is found by reading back, and
 * the row gets back what it showed before.
 */
export function showJobs(spreadsheet: Spreadsheet, tab: Tab, jobs: readonly Job[]): Showing {
  const before = tableOf(tab);
  const first = writeBack(before, jobs);
  if (!first.readable) {
    return { shown: [], gone: [], refusals: [missingJobColumn(tab)] };
  }
  if (first.patches.length === 0) return { shown: first.shown, gone: first.gone, refusals: [] };
  const claims = claimColumns(tab, before, first.patches);
  if (claims.refusals.length > 0) {
    const showing = showJobs(spreadsheet, tab, jobs);
    return { ...showing, refusals: [...claims.refusals, ...showing.refusals] };
  }
  // A kill must not leave values in a column that does not say whose it is.
  if (claims.made > 0) spreadsheet.flush();
  let refusal = writePatches(tab, before, first.patches);
  let written: readonly CellPatch[] = first.patches;
  spreadsheet.flush();
  for (let look = 0; refusal === null && look < 3; look++) {
    const after = tableAgain(tab);
    const again = writeBack(after, jobs);
    const amends = [...again.patches, ...strayed(before, after, written, jobs)];
    if (amends.length === 0) return { shown: again.shown, gone: first.gone, refusals: [] };
    refusal = writePatches(tab, after, amends);
    written = [...written, ...amends];
    spreadsheet.flush();
  }
  return { shown: first.shown, gone: first.gone, refusals: refusal === null ? [] : [refusal] };
}

/**
 * Rows of other jobs, or of none, that now show what we wrote for one of ours: the user moved rows while
 * we wrote. Each gets back what its job showed before.
 */
function strayed(
  before: Table,
  after: Table,
  written: readonly CellPatch[],
  jobs: readonly Job[],
): CellPatch[] {
  const ours = new Set(jobs.map((job) => job.id));
  const signs = new Set(
    written.filter((patch) => patch.output.status !== '').map((patch) => signature(patch.output)),
  );
  const earlier = new Map<string, RowOutput>();
  for (const row of before.rows) {
    const id = jobOf(before, row);
    if (id !== '') earlier.set(id, outputIn(before, row));
  }
  const amends: CellPatch[] = [];
  for (const row of after.rows) {
    const id = jobOf(after, row);
    if (ours.has(id)) continue;
    const now = outputIn(after, row);
    if (now.status === '' || !signs.has(signature(now))) continue;
    const output = earlier.get(id) ?? NOTHING_SHOWN;
    if (!shows(after, row, output)) amends.push({ row: row.number, job: id, output, code: '' });
  }
  return amends;
}

function jobOf(table: Table, row: Row): string {
  return row.cells[table.columnOf('job')]?.trim() ?? '';
}

function outputIn(table: Table, row: Row): RowOutput {
  return rowOutput((name) => row.cells[table.columnOf(name)] ?? '');
}

function signature(output: RowOutput): string {
  return fingerprint([output.status, output.problem, output.video_url].join('\n'));
}

function missingJobColumn(tab: Tab): string {
  return `The sheet “${tab.name}” has no job column any more, so results cannot be put beside their rows. Undo its removal; until then the videos are kept in the hidden sheet “Reelmerge jobs”.`;
}
