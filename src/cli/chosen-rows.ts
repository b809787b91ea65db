import { isJobId, runOf } from '../core/jobs/job-id.ts';
import { type Grid, outputColumns } from './grid.ts';
import { doneAlready, underWayElsewhere } from './remarks.ts';
import { rowsWithVideos } from './selected-rows.ts';

/** How the selected rows are rendered. */
export interface ChosenRows {
  /** Once more, although they have a video. */
  readonly again: readonly number[];
  readonly usual: readonly number[];
  /** What the user must know about the rows that are left out. */
  readonly remarks: readonly string[];
}

/** Runs by which rows may have results. A result without a job counts among all of them. */
export interface EarlierRuns {
  /** The results of these are replaced by the `--again` order that is under way. */
  readonly replaced: readonly string[];
  /** The results of these were there before the state began, whose ledger does not know them. */
  readonly elsewhere: readonly string[];
}

/**
 * Render itself knows which rows are paid for by the runs of this state. Of videos from elsewhere only the sheet tells:
 * such a row is rendered only when it is named.
 */
export function chooseRows(
  sheet: Grid,
  rows: readonly number[],
  named: readonly number[],
  runs: EarlierRuns,
): ChosenRows {
  const again = rowsToReplace(sheet, named, runs);
  const isAgain = new Set(again);
  const { done, underWay } = rowsWithVideos(sheet, rows);
  const isElsewhere = hasResultOf(sheet, runs.elsewhere);
  const leftOut = (of: readonly number[]): number[] =>
    of.filter((row) => isElsewhere(row) && !isAgain.has(row));
  const [finished, moving] = [leftOut(done), leftOut(underWay)];
  const others = new Set([...again, ...finished, ...moving]);
  return {
    again,
    usual: rows.filter((row) => !others.has(row)),
    remarks: [
      ...(finished.length > 0 ? [doneAlready(finished.length)] : []),
      ...(moving.length > 0 ? [underWayElsewhere(moving.length)] : []),
    ],
  };
}

/** Which of the named rows to render once more: what is Done by the replaced runs, or under way elsewhere. */
export function rowsToReplace(
  sheet: Grid,
  named: readonly number[],
  { replaced, elsewhere }: EarlierRuns,
): number[] {
  const { done, underWay } = rowsWithVideos(sheet, named);
  const chosen = new Set([
    ...done.filter(hasResultOf(sheet, replaced)),
    ...underWay.filter(hasResultOf(sheet, elsewhere)),
  ]);
  return named.filter((row) => chosen.has(row));
}

/** The runs that have results on the sheet. */
export function runsOn(sheet: Grid): string[] {
  const run = runsOfRows(sheet);
  return [...new Set(sheet.slice(1).map((_, at) => run(at + 2)))].filter((each) => each !== '');
}

function hasResultOf(sheet: Grid, runs: readonly string[]): (row: number) => boolean {
  const run = runsOfRows(sheet);
  const known = new Set(['', ...runs]);
  return (row) => known.has(run(row));
}

/** The run beside a row; '' when its job cell names none. */
function runsOfRows(sheet: Grid): (row: number) => string {
  const column = outputColumns(sheet[0] ?? []).get('job') ?? -1;
  return (row) => {
    const job = (sheet[row - 1]?.[column] ?? '').trim();
    return isJobId(job) ? runOf(job) : '';
  };
}
