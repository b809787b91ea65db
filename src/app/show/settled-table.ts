import type { Job } from '../../core/jobs/job.ts';
import { writeBack } from '../../core/jobs/write-back.ts';
import type { Table } from '../../core/sheet/table.ts';
import { historyOf } from '../ledger/history.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { readTab } from './read-tab.ts';
import { showJobs } from './show.ts';

/**
 * The tab as a table, in which each video stands beside its words or its row says Changed: whoever is about to
 * count or render rows puts them right first. While another execution keeps the lock, the table is as it was read.
 * No lock may be held.
 */
export function settledTable(platform: Platform, tab: Tab): Table {
  const table = tableOf(tab);
  const jobs = (): Job[] => [...historyOf(platform).values()];
  if (writeBack(readTab(platform, tab, table), jobs()).patches.length === 0) return table;
  // Read again under the lock: another execution may have recorded what it shows now.
  const held = platform.lock.hold(() => showJobs(platform, tab, jobs()));
  return held.ok ? tableOf(tab) : table;
}
