import { isDeleted } from '../../core/deleted-video.ts';
import type { Job } from '../../core/job.ts';
import { cellOf, readTable } from '../../core/table.ts';
import { TEST_REFUSED } from '../../core/test-refusal.ts';
import type { FinishedView, IssueView, Progress } from '../contract.ts';
import { historyOf } from '../ledger.ts';
import type { Platform } from '../ports.ts';
import type { SyncReport } from '../sync-report.ts';
import { isTestModeOn } from '../test-mode.ts';

const MOST_FINISHED = 12;
const MOST_LISTED = 50;

/** A render takes about so long once a slot is free, HeyGen says; used until this sheet's own jobs tell better. */
const USUAL_RENDER_SECONDS = 300;

/** How the jobs of the active sheet stand. `report` is what the sync just before came to. */
export function progressOf(platform: Platform, report: SyncReport): Progress {
  const tab = platform.spreadsheet.activeTab();
  const jobs = [...historyOf(platform).values()].filter((job) => job.tab === tab?.id);
  const rowOf = tab === null ? new Map<string, number>() : rowsByJob(tab.readDisplayed());
  const count = (status: Job['status']): number =>
    jobs.filter((job) => job.status === status && (isUnderWay(status) || rowOf.has(job.id))).length;
  const place = (job: Job): number | null => rowOf.get(job.id) ?? null;
  const done = jobs
    .filter((job) => job.status === 'Done' && !isDeleted(job))
    .sort((a, b) => b.checkedAt - a.checkedAt);
  const failed: IssueView[] = [];
  for (const job of jobs) {
    const row = place(job);
    if (job.status !== 'Failed' || row === null || failed.length >= MOST_LISTED) continue;
    failed.push({ row, column: 'problem', message: job.problem });
  }
  return {
    counts: {
      Queued: count('Queued'),
      Submitting: count('Submitting'),
      Unconfirmed: count('Unconfirmed'),
      Rendering: count('Rendering'),
      Done: count('Done'),
      Failed: count('Failed'),
      Cancelled: count('Cancelled'),
    },
    finished: done.slice(0, MOST_FINISHED).map((job): FinishedView => {
      const { id, thumbnailUrl, videoUrl, seconds } = job;
      const row = place(job);
      return { job: id, row, title: row === null ? id : `Row ${row}`, thumbnailUrl, videoUrl, seconds };
    }),
    unconfirmed: jobs
      .filter((job) => job.status === 'Unconfirmed')
      .slice(0, MOST_LISTED)
      .map((job) => ({ job: job.id, row: place(job), problem: job.problem })),
    failed,
    testRefused:
      tab !== null &&
      isTestModeOn(platform, tab.id) &&
      jobs.some((job) => job.status === 'Failed' && job.code === TEST_REFUSED && rowOf.has(job.id)),
    secondsLeft: secondsLeft(jobs, platform.settings.account().slots),
    stopped: report.stopped?.message ?? '',
    remarks: report.remarks,
    busy: report.outcome === 'busy',
  };
}

function isUnderWay(status: Job['status']): boolean {
  return status !== 'Done' && status !== 'Failed' && status !== 'Cancelled';
}

function rowsByJob(displayed: readonly (readonly string[])[]): Map<string, number> {
  const table = readTable(displayed);
  const column = table.columnOf('job');
  return new Map(table.rows.map((row) => [cellOf(row, column).trim(), row.number]));
}

/** By how long the latest videos took from being sent to being noticed, shared among the slots. */
function secondsLeft(jobs: readonly Job[], slots: number): number | null {
  const waiting = jobs.filter((job) => job.status === 'Queued' || job.status === 'Rendering').length;
  if (waiting === 0) return null;
  return Math.ceil(waiting / Math.max(1, slots)) * USUAL_RENDER_SECONDS;
}
