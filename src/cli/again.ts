import { isJobId } from '../core/jobs/job-id.ts';
import { type Grid, outputColumns } from './grid.ts';
import { rowsWithVideos } from './selected-rows.ts';

/*
 * `--again` renders rows, and pays for them, once more. A run that was cut short is started again with the same words,
 * and must not make a third video of the same row. So the state remembers which runs had results on the sheet when
 * `--again` began. Only their results are replaced, until the run has ended.
 */

/** The runs that have results on the sheet. A job id begins with its run. */
export function runsOn(sheet: Grid): string[] {
  const jobs = jobColumn(sheet);
  return [...new Set(sheet.slice(1).flatMap((row) => runOf(row[jobs] ?? '')))];
}

/** Which of the rows to render once more: those that are Done by one of these runs, or by one that has no name. */
export function rowsToReplace(sheet: Grid, rows: readonly number[], runs: readonly string[]): number[] {
  const jobs = jobColumn(sheet);
  return rowsWithVideos(sheet, rows).done.filter((row) => {
    const [run] = runOf(sheet[row - 1]?.[jobs] ?? '');
    return run === undefined || runs.includes(run);
  });
}

function jobColumn(sheet: Grid): number {
  return outputColumns(sheet[0] ?? []).get('job') ?? -1;
}

function runOf(job: string): string[] {
  return isJobId(job.trim()) ? [job.trim().split('-')[0] ?? ''] : [];
}
