import { readHistory } from '../ledger/history.ts';
import { refreshCorrections } from '../names/refresh-corrections.ts';
import type { Platform } from '../ports/ports.ts';
import { showJobs } from '../show/show.ts';
import { sync } from './sync.ts';
import type { SyncReport } from './sync-report.ts';

/**
 * Menu: Check for finished videos. Asks HeyGen about everything now, and lets a stopped run go on. Then it corrects
 * the rows of this tab: the ledger remembers what was cleared or overwritten by hand.
 */
export function checkNow(platform: Platform): SyncReport {
  refreshCorrections(platform);
  const report = sync(platform, { resume: true, lookNow: true, fromTrigger: false });
  const remarks = report.outcome === 'done' || report.outcome === 'nothing-open' ? repairTab(platform) : [];
  return { ...report, remarks: [...report.remarks, ...remarks, ...wordOf(platform)] };
}

/** What a trigger could tell nobody about its mails, once. */
export function wordOf({ mail }: Platform): string[] {
  const word = mail?.takeWord() ?? '';
  return word === '' ? [] : [word];
}

/**
 * Shows every job of the ledger that a row of the active tab carries, also of rows that were moved or copied
 * here from another tab. Returns sentences about what could not be written.
 */
export function repairTab(platform: Platform): readonly string[] {
  const tab = platform.spreadsheet.activeTab();
  const ledger = platform.ledger(false);
  if (tab === null || ledger === null) return [];
  const held = platform.lock.hold(() => {
    const jobs = [...readHistory(ledger).values()];
    return jobs.length === 0 ? [] : showJobs(platform, tab, jobs).refusals;
  });
  return held.ok ? held.value : [];
}
