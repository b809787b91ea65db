import type { Job } from '../../core/jobs/job.ts';
import type { JobEvent } from '../../core/jobs/job-event.ts';
import { fromLine, idIn, toLine } from '../../core/jobs/ledger-line.ts';
import { transition } from '../../core/jobs/transition.ts';
import type { LedgerSheet } from '../ports/ports.ts';

const FIRST_LINE = 2;

/**
 * Puts an event into effect for jobs anywhere in the ledger, also behind the mark, where no pass reads them. Only
 * under the lock, and only for a user's request, because it reads the whole ledger. Writes single lines and returns
 * the jobs as they then stand, without ids that the ledger does not hold.
 */
export function applyAnywhere(
  sheet: LedgerSheet,
  ids: readonly string[],
  event: JobEvent,
  now: number,
): Job[] {
  // This also finds out where the ledger ends by now.
  sheet.readMark();
  const wanted = new Set(ids);
  // A line written twice (a tidying cut short) counts where it stands last.
  const places = new Map<string, { readonly line: number; readonly job: Job }>();
  sheet.readLines(FIRST_LINE).forEach((cells, at) => {
    const job = wanted.has(idIn(cells)) ? fromLine(cells) : null;
    if (job !== null) places.set(job.id, { line: FIRST_LINE + at, job });
  });
  return [...places.values()].map(({ line, job }) => {
    const next = transition(job, event, now);
    if (next !== job) sheet.writeLines(line, [toLine(next)]);
    return next;
  });
}
