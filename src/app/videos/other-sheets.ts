import { jobsShownIn } from '../../core/jobs/deletion.ts';
import type { Job } from '../../core/jobs/job.ts';
import type { Spreadsheet, Tab } from '../ports/ports.ts';
import { tableOf } from '../tabs/tab-table.ts';

/**
 * Tells the name of the sheet that a job was made in, when that is another one than `tab` and a row there still
 * shows the job; '' otherwise, as for a row that was moved here. Reads each other sheet once.
 */
export function createOtherSheetOf(
  spreadsheet: Spreadsheet,
  tab: Tab,
  history: ReadonlyMap<string, Job>,
): (job: Job) => string {
  const shown = new Map<number, { readonly name: string; readonly jobs: ReadonlySet<string> }>();
  return (job) => {
    if (job.tab === tab.id) return '';
    let there = shown.get(job.tab);
    if (there === undefined) {
      const other = spreadsheet.tabById(job.tab);
      there =
        other === null
          ? { name: '', jobs: new Set() }
          : { name: other.name, jobs: jobsShownIn(tableOf(other), history) };
      shown.set(job.tab, there);
    }
    return there.jobs.has(job.id) ? there.name : '';
  };
}
