import { jobsShownIn } from '../../core/jobs/deletion.ts';
import type { Job } from '../../core/jobs/job.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { readTab } from './read-tab.ts';

/**
 * Tells the name of the sheet that a job was made in, when that is another one than `tab` and a row there still
 * shows the job; '' otherwise, as for a row that was moved here. Reads each other sheet once.
 */
export function createOtherSheetOf(
  platform: Platform,
  tab: Tab,
  history: ReadonlyMap<string, Job>,
): (job: Job) => string {
  const shown = new Map<number, { readonly name: string; readonly jobs: ReadonlySet<string> }>();
  return (job) => {
    if (job.tab === tab.id) return '';
    let there = shown.get(job.tab);
    if (there === undefined) {
      const other = platform.spreadsheet.tabById(job.tab);
      there =
        other === null
          ? { name: '', jobs: new Set() }
          : { name: other.name, jobs: jobsShownIn(readTab(platform, other, tableOf(other)), history) };
      shown.set(job.tab, there);
    }
    return there.jobs.has(job.id) ? there.name : '';
  };
}

/** Whether a row of another sheet shows a job, for the jobs that a run on this tab could take. */
export function shownElsewhere(
  platform: Platform,
  tab: Tab,
  history: ReadonlyMap<string, Job>,
): (job: Job) => boolean {
  const otherSheetOf = createOtherSheetOf(platform, tab, history);
  return (job) => otherSheetOf(job) !== '';
}
