import { isJobId } from '../core/jobs/job-id.ts';
import { type Grid, isOwn, outputColumns } from './grid.ts';
import { rowsWithVideos } from './selected-rows.ts';

/*
 * `--again` renders rows, and pays for them, once more. It takes their results off the sheet, so that Render finds
 * nothing there. A run that was cut short is started again with the same words, and must not make a third video of
 * the same row. So the state remembers which runs had results on the sheet when `--again` began. Only their results
 * are taken off, until the run has ended.
 */

/** The runs that have results on the sheet. A job id begins with its run. */
export function runsOn(sheet: Grid): string[] {
  const jobs = columnOf(sheet, 'job');
  return [...new Set(sheet.slice(1).flatMap((row) => runOf(row[jobs] ?? '')))];
}

/** The rows that show a result of one of these runs, or of none that has a name; with `openToo` also what is under way. */
export function rowsToClear(
  sheet: Grid,
  rows: readonly number[],
  runs: readonly string[],
  openToo: boolean,
): number[] {
  const jobs = columnOf(sheet, 'job');
  const { done, underWay } = rowsWithVideos(sheet, rows);
  return [...done, ...(openToo ? underWay : [])].filter((row) => {
    const [run] = runOf(sheet[row - 1]?.[jobs] ?? '');
    return run === undefined || runs.includes(run);
  });
}

/** The sheet without the results of these rows. `input` tells which columns are the user's own. */
export function withoutResults(sheet: Grid, rows: readonly number[], input: Grid): string[][] {
  const columns = new Set(resultColumns(sheet, input).values());
  const taken = new Set(rows);
  return sheet.map((cells, at) =>
    taken.has(at + 1) ? cells.map((cell, column) => (columns.has(column) ? '' : cell)) : [...cells],
  );
}

/** The sheet with the earlier results of those rows that got no new job. */
export function withResultsBack(now: Grid, before: Grid, rows: readonly number[], input: Grid): string[][] {
  const [jobs, from] = [columnOf(now, 'job'), resultColumns(before, input)];
  const back = new Set(rows.filter((row) => (now[row - 1]?.[jobs] ?? '') === ''));
  const columns = resultColumns(now, input);
  return now.map((cells, at) => {
    const line = [...cells];
    if (back.has(at + 1)) {
      for (const [name, column] of columns) line[column] = before[at]?.[from.get(name) ?? -1] ?? '';
    }
    return line;
  });
}

function resultColumns(sheet: Grid, input: Grid): Map<string, number> {
  const inInput = outputColumns(input[0] ?? []);
  return new Map(
    [...outputColumns(sheet[0] ?? [])].filter(([name]) => !isOwn(input, name, inInput.get(name))),
  );
}

function columnOf(sheet: Grid, name: 'job'): number {
  return outputColumns(sheet[0] ?? []).get(name) ?? -1;
}

function runOf(job: string): string[] {
  return isJobId(job.trim()) ? [job.trim().split('-')[0] ?? ''] : [];
}
