import { noteWithSummary, runSummary, runsEndedBy } from '../../core/jobs/ended-run.ts';
import type { Job } from '../../core/jobs/job.ts';
import { placeInRun, runOf } from '../../core/jobs/job-id.ts';
import { type PastRun, pastRuns } from '../../core/jobs/runs.ts';
import { readSettled } from '../ledger/history.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
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
    readonly mark: number;
    readonly stale: readonly Job[];
    /** Where the tabs that were looked at have their status columns. */
    readonly statusColumns: ReadonlyMap<number, number>;
  },
): ToldEnds {
  const runs = runsEndedBy(looked.stale, ledger.jobs());
  if (runs.length === 0) return { ended: [], remarks: [] };
  const jobs = runs.flatMap((run) => jobsOfRun(sheet, ledger, run, looked.mark));
  const ended = pastRuns(jobs, platform.settings.prices());
  const remarks: string[] = [];
  for (const [tab, column] of looked.statusColumns) {
    const [newest] = ended.filter((run) => run.jobs[0]?.tab === tab);
    if (newest !== undefined && column > 0) remarks.push(...writeSummary(platform, tab, column, newest));
  }
  return { ended, remarks };
}

/** More than a run of that many jobs has others among it, where the ledger was put in order while it went on. */
const AMONG = 200;

/** All jobs of a run that has ended just now. Those of a long one have left the open part of the ledger by then. */
function jobsOfRun(sheet: LedgerSheet, ledger: OpenLedger, run: string, mark: number): Job[] {
  const found = new Map(ledger.ofRun(run).map((job) => [job.id, job]));
  const missing = (): number => Math.max(...[...found.keys()].map(placeInRun)) + 1 - found.size;
  for (const lines of [missing() + AMONG, mark]) {
    if (missing() <= 0) break;
    for (const [id, job] of readSettled(sheet, mark, lines)) {
      if (runOf(id) === run && !found.has(id)) found.set(id, job);
    }
  }
  return [...found.values()];
}

function writeSummary(platform: Platform, tabId: number, column: number, run: PastRun): string[] {
  const tab = platform.spreadsheet.tabById(tabId);
  if (tab === null) return [];
  const summary = runSummary(run, platform.spreadsheet.localTime(run.askedAt));
  const before = tab.headerNotes()[column - 1] ?? '';
  const note = noteWithSummary(before, summary);
  if (note === null || note === before) return [];
  const written = tab.writeNotes(column, [{ row: 1, note }]);
  return written.ok ? [] : [`The summary of the run has no note in the sheet: ${summary} ${written.failure}`];
}
