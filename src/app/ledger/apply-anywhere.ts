import type { Job } from '../../core/jobs/job.ts';
import type { JobEvent } from '../../core/jobs/job-event.ts';
import { fromLine, idIn, toLine } from '../../core/jobs/ledger-line.ts';
import { transition } from '../../core/jobs/transition.ts';
import type { LedgerSheet } from '../ports/ports.ts';

const FIRST_LINE = 2;

interface Change {
  readonly line: number;
  readonly job: Job;
  readonly next: Job;
}

/**
 * Puts an event into effect for each of these jobs, anywhere in the ledger, also behind the mark, where no pass reads
 * them. Only under the lock, and only seldom or for a user's request, because it reads the whole ledger. Returns the
 * jobs as they then stand, without ids that the ledger does not hold. `first` happens with these before the ledger is
 * written: what a kill in between leaves out of the ledger, the next time does again.
 */
export function applyAnywhere(
  sheet: LedgerSheet,
  events: ReadonlyMap<string, JobEvent>,
  now: number,
  first: (jobs: readonly Job[]) => void = () => undefined,
): readonly Job[] {
  // This also finds out where the ledger ends by now.
  sheet.readMark();
  // A line written twice (a tidying cut short) counts where it stands last.
  const places = new Map<string, Change>();
  sheet.readLines(FIRST_LINE).forEach((cells, at) => {
    const event = events.get(idIn(cells));
    const job = event === undefined ? null : fromLine(cells);
    if (event === undefined || job === null) return;
    places.set(job.id, { line: FIRST_LINE + at, job, next: transition(job, event, now) });
  });
  const all = [...places.values()];
  const jobs = all.map(({ next }) => next);
  first(jobs);
  for (const block of blocksOf(all.filter(({ job, next }) => job !== next))) {
    sheet.writeLines(
      block[0]?.line ?? 0,
      block.map(({ next }) => toLine(next)),
    );
  }
  return jobs;
}

/** Lines that stand one below the other are written in one call. */
function blocksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const blocks: Change[][] = [];
  for (const change of [...changes].sort((a, b) => a.line - b.line)) {
    const block = blocks[blocks.length - 1];
    if (block !== undefined && block[block.length - 1]?.line === change.line - 1) block.push(change);
    else blocks.push([change]);
  }
  return blocks;
}
