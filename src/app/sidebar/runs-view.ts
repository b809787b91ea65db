import { type PastRun, pastRuns, runsCsv } from '../../core/jobs/runs.ts';
import { historyOf } from '../ledger/history.ts';
import type { Platform } from '../ports/ports.ts';
import { shownRowsOf } from '../tabs/tab-table.ts';

/** One press of Render on the active sheet. */
export interface RunView
  extends Pick<PastRun, 'run' | 'done' | 'failed' | 'cancelled' | 'open' | 'usd' | 'calls' | 'compared'> {
  readonly when: string;
  readonly who: string;
  /** It is finished and the user's own: its texts can be forgotten. */
  readonly isForgettable: boolean;
  readonly videos: number;
  /** Rows of the active sheet that still carry its jobs, and those of them that failed. */
  readonly rows: readonly number[];
  readonly failedRows: readonly number[];
}

export interface RunsView {
  /** Name of the sheet. */
  readonly tab: string;
  /** The newest first, so many at most. */
  readonly runs: readonly RunView[];
  /** All runs of the sheet, for a file. */
  readonly csv: string;
}

const MOST_RUNS = 20;

/** What was rendered on the active sheet, run by run. Changes nothing and asks HeyGen nothing. */
export function runsView(platform: Platform): RunsView {
  const { spreadsheet, settings } = platform;
  const tab = spreadsheet.activeTab();
  const names = settings.owner()?.names ?? [];
  const shown = tab === null ? [] : shownRowsOf(tab);
  const ofTab = [...historyOf(platform).values()].filter((job) => job.tab === tab?.id);
  const runs = pastRuns(ofTab, settings.prices());
  return {
    tab: tab?.name ?? '',
    csv: runsCsv(runs),
    runs: runs.slice(0, MOST_RUNS).map((past): RunView => {
      const { run, askedAt, owner, jobs, done, failed, cancelled, open, usd, calls, compared } = past;
      const isOwn = names.includes(owner);
      const statuses = new Map(jobs.map(({ id, status }) => [id, status]));
      const carried = shown.filter(({ job }) => statuses.has(job));
      return {
        run,
        when: new Date(askedAt).toISOString(),
        who: isOwn ? 'you' : 'another account',
        isForgettable: isOwn && open === 0,
        videos: jobs.length,
        done,
        failed,
        cancelled,
        open,
        usd,
        calls,
        compared,
        rows: carried.map(({ number }) => number),
        failedRows: carried.filter(({ job }) => statuses.get(job) === 'Failed').map(({ number }) => number),
      };
    }),
  };
}
