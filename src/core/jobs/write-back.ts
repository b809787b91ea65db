import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { changedProblem } from './changed-row.ts';
import type { CurrentRequests } from './current-request.ts';
import { isDeleted } from './deleted-video.ts';
import type { Job } from './job.ts';
import { type Place, placeJobs } from './placement.ts';
import {
  holdsNumber,
  NOTHING_SHOWN,
  outputOf,
  type RowOutput,
  SHOWN_OUTPUTS,
  type ShownOutput,
} from './row-output.ts';

/** The output cells of one row that we will change. */
export interface CellPatch {
  readonly row: number;
  /** The job that the row is to carry, '' for none. */
  readonly job: string;
  /** The row's job cell is to change: its video came from another row, or leaves for one. */
  readonly moves: 'comes' | 'leaves' | null;
  readonly output: RowOutput;
  /** Code of the problem, for the cell's note; '' for none. */
  readonly code: string;
}

/** What is still to be written before the rows of a tab show their jobs. */
export interface WriteBack {
  readonly patches: readonly CellPatch[];
  /** Jobs whose row already shows them. */
  readonly shown: readonly string[];
  /** Jobs that no row shows any more. */
  readonly gone: readonly string[];
  /** A row that would take one of these jobs carries another one: only all of the ledger tells whether it may. */
  readonly needsAllJobs: boolean;
  /** No row but those that carry these jobs made a difference. */
  readonly settled: boolean;
  /** False when the `job` column itself is missing: then nothing is known of any row. */
  readonly readable: boolean;
}

/** A tab as it was just read, with what its rows ask for. */
export interface ReadTab {
  readonly table: Table;
  readonly requests: CurrentRequests;
  /** Its sheet id. */
  readonly tab: number;
  /** Unix ms, when it was read. */
  readonly now: number;
}

/**
 * Compares what each row shows with what it should, at this very moment: an id in a cell proves nothing after a
 * sort that left some columns out, or when a copied row was edited. See placement.ts for whose row it is.
 */
export function writeBack({ table, requests, tab, now }: ReadTab, jobs: readonly Job[]): WriteBack {
  const jobColumn = table.columnOf('job');
  if (jobColumn < 0) {
    return { patches: [], shown: [], gone: [], needsAllJobs: false, settled: false, readable: false };
  }
  const { places, gone, needsAllJobs, settled } = placeJobs(table, jobs, requests, tab);
  const patches: CellPatch[] = [];
  const shown = new Set<string>();
  const unshown = new Set<string>();
  const has = (name: ShownOutput): boolean => table.columnOf(name) >= 0;
  for (const [row, place] of places) {
    const output = outputIn(place, requests, row, now, has);
    const [carried, carries] = [cellOf(row, jobColumn).trim(), place.job?.id ?? ''];
    const moves = carried === carries ? null : carries === '' ? 'leaves' : 'comes';
    if (moves === null && shows(table, row, output)) {
      shown.add(carries);
      continue;
    }
    unshown.add(carries);
    const code = output.problem === '' || output.status === 'Changed' ? '' : (place.job?.code ?? '');
    patches.push({ row: row.number, job: carries, moves, output, code });
  }
  return {
    patches: patches.sort((a, b) => a.row - b.row),
    shown: [...shown].filter((id) => id !== '' && !unshown.has(id)),
    gone,
    needsAllJobs,
    settled,
    readable: true,
  };
}

function outputIn(
  { job, changed }: Place,
  requests: CurrentRequests,
  row: Row,
  now: number,
  has: (column: ShownOutput) => boolean,
): RowOutput {
  if (job === null) return NOTHING_SHOWN;
  const output = outputOf(job, now, has);
  // While it is being made its status is what counts; that the words differ shows when the video is there.
  if (!changed || job.status !== 'Done' || isDeleted(job)) return output;
  return { ...output, status: 'Changed', problem: changedProblem(job, requests.partsOf(row)) };
}

/** Whether the row's cells say so already. A column that the user removed needs to say nothing. */
export function shows(table: Table, row: Row, output: RowOutput): boolean {
  return SHOWN_OUTPUTS.every((name) => {
    const column = table.columnOf(name);
    if (column < 0) return true;
    const cell = row.cells[column] ?? '';
    // A number is displayed in the sheet's own locale, so only its presence can be compared.
    return holdsNumber(name) ? (cell === '') === (output[name] === '') : cell === output[name];
  });
}
