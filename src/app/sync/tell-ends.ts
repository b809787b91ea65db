import { noteWithSummary, runSummary, runsEndedBy } from '../../core/jobs/ended-run.ts';
import type { Job } from '../../core/jobs/job.ts';
import { type PastRun, pastRuns } from '../../core/jobs/runs.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import { withSettled } from '../ledger/whole-run.ts';
import type { LedgerSheet, Platform } from '../ports/ports.ts';

/** What a pass that has seen runs end leaves behind. */
export interface ToldEnds {
  readonly ended: readonly PastRun[];
  /** Sentences about summaries that could not be written. */
  readonly remarks: readonly string[];
}

/**
 * Under the lock, before the ledger says that the rows show these ends: writes the summary of each run that has ended
 * with one of the jobs as a note on the header of its status column. After a kill the next pass finds the same ends.
 */
export function tellEnds(
  platform: Platform,
  sheet: LedgerSheet,
  ledger: OpenLedger,
  looked: {
    /** Where the open part of the ledger begins. */
    readonly mark: () => number;
    readonly stale: readonly Job[];
    /** Where the tabs that were looked at have their status columns. */
    readonly statusColumns: ReadonlyMap<number, number>;
  },
): ToldEnds {
  const runs = runsEndedBy(looked.stale, ledger.jobs());
  if (runs.length === 0) return { ended: [], remarks: [] };
  const jobs = runs.flatMap((run) => withSettled(sheet, looked.mark, run, ledger.ofRun(run)));
  const ended = pastRuns(jobs, platform.settings.prices());
  const remarks: string[] = [];
  for (const [tab, column] of looked.statusColumns) {
    const [newest] = ended.filter((run) => run.jobs[0]?.tab === tab);
    if (newest !== undefined && column > 0) remarks.push(...writeSummary(platform, tab, column, newest));
  }
  return { ended, remarks };
}

function writeSummary(platform: Platform, tabId: number, column: number, run: PastRun): string[] {
  const tab = platform.spreadsheet.tabById(tabId);
  if (tab === null) return [];
  const summary = runSummary(run, platform.spreadsheet.localTime(run.askedAt));
  const before = tab.headerNotes()[column - 1] ?? '';
  const note = noteWithSummary(before, summary);
  if (note === null || note === before) return [];
  const written = tab.writeNotes(column, [{ row: 1, note }]);
  // The reason stands alone: where the rows were refused too, it is the same sentence and is told once.
  return written.ok ? [] : [`The summary of the run has no note in the sheet: ${summary}`, written.failure];
}
