import { fingerprint } from '../fingerprint.ts';
import { unusable } from '../sheet/display-value.ts';
import type { Row, Table } from '../sheet/table.ts';
import type { Job } from './job.ts';
import { holdsNumber, NOTHING_SHOWN, outputOf, type RowOutput, SHOWN_OUTPUTS } from './row-output.ts';

/** The output cells of one row that we will change. */
export interface CellPatch {
  readonly row: number;
  /** The job that the row asked for, '' for a row without one. */
  readonly job: string;
  readonly output: RowOutput;
  /** Code of the problem, for the cell's note; '' for none. */
  readonly code: string;
}

/** How the rows of a tab stand to the jobs that are to be shown on it. */
export interface WriteBack {
  readonly patches: readonly CellPatch[];
  /** Jobs whose row already shows them. */
  readonly shown: readonly string[];
  /** Jobs that no row carries any more. */
  readonly gone: readonly string[];
  /** False when the `job` column itself is missing: then nothing is known of any row. */
  readonly readable: boolean;
}

/**
 * Finds each job's row by the id in its `job` cell, at this very moment, and compares what the row shows
 * with what it should. A video is put only beside a row that still holds the words that it was made of:
 * an id in a cell proves nothing after a sort that left some columns out, or when a copied row was edited.
 */
export function writeBack(table: Table, jobs: readonly Job[]): WriteBack {
  const jobColumn = table.columnOf('job');
  if (jobColumn < 0) return { patches: [], shown: [], gone: [], readable: false };
  const rowsByJob = rowsOfJobs(table, jobColumn);
  const outputs = outputColumnsOf(table);
  const patches: CellPatch[] = [];
  const shown: string[] = [];
  const gone: string[] = [];
  for (const job of jobs) {
    const rows = rowsByJob.get(job.id) ?? [];
    if (rows.length === 0) {
      gone.push(job.id);
      continue;
    }
    const own = rows.filter((row) => speaksOf(row, job, outputs));
    // Its words are being worked out: whose row it is shows when they are there.
    if (own.length === 0 && rows.some(isLoading)) continue;
    let differs = false;
    for (const row of rows) {
      const output = own.includes(row)
        ? outputOf(job)
        : own.length === 0 && row === rows[0]
          ? changedRowOutput(job)
          : NOTHING_SHOWN;
      if (shows(table, row, output)) continue;
      differs = true;
      patches.push({ row: row.number, job: job.id, output, code: output.problem === '' ? '' : job.code });
    }
    if (!differs) shown.push(job.id);
  }
  return { patches: patches.sort((a, b) => a.row - b.row), shown, gone, readable: true };
}

function isLoading({ cells }: Row): boolean {
  return cells.some((cell) => unusable(cell) === 'loading');
}

/** Whether the row still holds every cell that the job's script was made of, wherever its columns are now. */
export function speaksOf(row: Row, job: Job, outputColumns: ReadonlySet<number>): boolean {
  if (job.sourcePrints.length === 0) return true;
  const held = new Set<string>();
  row.cells.forEach((cell, column) => {
    if (cell !== '' && !outputColumns.has(column)) held.add(fingerprint(cell));
  });
  return job.sourcePrints.every((mark) => held.has(mark));
}

/** The columns of a table that Reelmerge writes. */
export function outputColumnsOf(table: Table): ReadonlySet<number> {
  return new Set(
    [...SHOWN_OUTPUTS, 'job' as const].map((name) => table.columnOf(name)).filter((at) => at >= 0),
  );
}

function changedRowOutput(job: Job): RowOutput {
  if (job.status !== 'Done') return outputOf(job);
  return {
    ...NOTHING_SHOWN,
    status: job.status,
    problem: `This row was changed after its video was asked for, and the video speaks the earlier text. It is kept in the hidden sheet “Reelmerge jobs” under ${job.id}. Undo the change and choose “Check for finished videos”, or clear the job cell and render the row again.`,
  };
}

function rowsOfJobs(table: Table, jobColumn: number): Map<string, Row[]> {
  const byJob = new Map<string, Row[]>();
  for (const row of table.rows) {
    const id = row.cells[jobColumn]?.trim() ?? '';
    if (id === '') continue;
    const rows = byJob.get(id);
    if (rows === undefined) byJob.set(id, [row]);
    else rows.push(row);
  }
  return byJob;
}

/** Whether the row's cells already say it. Columns that the user removed are not missed. */
export function shows(table: Table, row: Row, output: RowOutput): boolean {
  return SHOWN_OUTPUTS.every((name) => {
    const column = table.columnOf(name);
    if (column < 0) return true;
    const cell = row.cells[column] ?? '';
    // Of a number, as the sheet displays it, only the presence can be compared.
    return holdsNumber(name) ? (cell === '') === (output[name] === '') : cell === output[name];
  });
}
