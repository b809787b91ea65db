import { cellOf, type Row } from '../sheet/table.ts';
import { changedProblem } from './changed-row.ts';
import { isDeleted } from './deleted-video.ts';
import type { Job } from './job.ts';
import type { ReadTab } from './write-back.ts';

/** What an edit changes in a row that shows a finished video. */
export type NoticedEdit =
  | {
      readonly kind: 'told';
      readonly row: number;
      readonly status: 'Changed' | 'Done';
      readonly problem: string;
    }
  /** A copy whose words are other ones now: what it shows is another row's. */
  | { readonly kind: 'cleared'; readonly row: number };

/**
 * Compares edited rows with the finished jobs that they carry. Only what a row already shows is judged: no video
 * comes to a row here and no job cell changes, so that an edit between two keystrokes can move nothing.
 */
export function noticedEdits(
  { table, requests }: ReadTab,
  rows: readonly Row[],
  jobs: ReadonlyMap<string, Job>,
): NoticedEdit[] {
  const [jobColumn, statusColumn, urlColumn] = [
    table.columnOf('job'),
    table.columnOf('status'),
    table.columnOf('video_url'),
  ];
  return rows.flatMap((row): NoticedEdit[] => {
    const id = cellOf(row, jobColumn).trim();
    const job = jobs.get(id);
    if (job?.status !== 'Done' || isDeleted(job)) return [];
    const fit = requests.fit(row, job);
    const status = cellOf(row, statusColumn);
    const isShown = cellOf(row, urlColumn) === job.video_url;
    if (fit === 'loading' || !isShown) return [];
    if (fit === 'fits') {
      return status === 'Done'
        ? []
        : [{ kind: 'told', row: row.number, status: 'Done', problem: job.problem }];
    }
    const isCopy = table.rows.some(
      (other) =>
        other !== row && cellOf(other, jobColumn).trim() === id && requests.fit(other, job) === 'fits',
    );
    if (isCopy) return [{ kind: 'cleared', row: row.number }];
    const problem = changedProblem(job, requests.partsOf(row));
    if (status === 'Changed' && cellOf(row, table.columnOf('problem')) === problem) return [];
    return [{ kind: 'told', row: row.number, status: 'Changed', problem }];
  });
}
