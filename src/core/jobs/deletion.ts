import { cellOf } from '../sheet/table.ts';
import { isDeleted } from './deleted-video.ts';
import { hasVideo, type Job, type JobWithVideo } from './job.ts';
import { isOpen } from './status.ts';
import type { ReadTab } from './write-back.ts';

/** Which of the selected rows have a video to delete, and why the others have none. */
export interface DeletionPlan {
  /** Rows that show a finished video of the user's own. Copies of a row share its job. */
  readonly rows: readonly { readonly row: number; readonly job: JobWithVideo }[];
  /** Jobs whose video was deleted before. Their rows may not show that yet. */
  readonly deleted: readonly Job[];
  /** How many rows are left alone, by reason. */
  readonly left: {
    /** Without a job, or with one that failed, was cancelled or is not of this spreadsheet. */
    readonly noVideo: number;
    readonly underWay: number;
    /** The row no longer holds the words that the video speaks. */
    readonly changed: number;
    readonly otherAccount: number;
    /** Copies of rows of another sheet, which keeps its videos: how many, by the name of that sheet. */
    readonly otherSheets: ReadonlyMap<string, number>;
  };
}

/**
 * Finds the videos of the selected rows. A row must still ask for what its job holds: an id in a cell proves nothing.
 * `owners` are the names of the user's account. `otherSheetOf` names the other sheet whose row shows the video of a
 * job, '' when there is none.
 */
export function planDeletion(
  { table, requests }: ReadTab,
  rowNumbers: readonly number[],
  history: ReadonlyMap<string, Job>,
  owners: readonly string[],
  otherSheetOf: (job: Job) => string,
): DeletionPlan {
  const jobColumn = table.columnOf('job');
  const wanted = new Set(rowNumbers);
  const rows: { row: number; job: JobWithVideo }[] = [];
  const deleted = new Map<string, Job>();
  const otherSheets = new Map<string, number>();
  const left = { noVideo: 0, underWay: 0, changed: 0, otherAccount: 0, otherSheets };
  for (const row of table.rows) {
    if (!wanted.has(row.number) || row.blank) continue;
    const job = history.get(cellOf(row, jobColumn).trim());
    if (job === undefined) left.noVideo += 1;
    else if (isOpen(job.status)) left.underWay += 1;
    else if (job.status !== 'Done' || !hasVideo(job)) left.noVideo += 1;
    else if (!owners.includes(job.owner)) left.otherAccount += 1;
    else if (requests.fit(row, job) !== 'fits') left.changed += 1;
    else if (isDeleted(job)) deleted.set(job.id, job);
    else {
      const other = otherSheetOf(job);
      if (other === '') rows.push({ row: row.number, job });
      else otherSheets.set(other, (otherSheets.get(other) ?? 0) + 1);
    }
  }
  return { rows, deleted: [...deleted.values()], left };
}

/** How many other rows show a video of these jobs. They are copies, and lose it too. */
export function otherRowsOf(
  { table, requests }: ReadTab,
  jobs: ReadonlyMap<string, Job>,
  rowNumbers: ReadonlySet<number>,
): number {
  const jobColumn = table.columnOf('job');
  return table.rows.filter((row) => {
    const job = jobs.get(cellOf(row, jobColumn).trim());
    return job !== undefined && !rowNumbers.has(row.number) && requests.fit(row, job) === 'fits';
  }).length;
}

/** Ids of the jobs that a row of the table carries and fits. */
export function jobsShownIn(
  { table, requests }: ReadTab,
  history: ReadonlyMap<string, Job>,
): ReadonlySet<string> {
  const jobColumn = table.columnOf('job');
  const jobs = table.rows.flatMap((row) => {
    const job = history.get(cellOf(row, jobColumn).trim());
    return job !== undefined && requests.fit(row, job) === 'fits' ? [job.id] : [];
  });
  return new Set(jobs);
}
