import type { Job } from '../../core/jobs/job.ts';
import { fromLine, toLine } from '../../core/jobs/ledger-line.ts';
import type { LedgerSheet } from '../ports/ports.ts';
import { isSettled } from './open-lines.ts';

const FIRST_LINE = 2;

/** So many lines are read and rewritten together. A kill loses at most what was blanked, never a line. */
const PIECE = 500;

export interface Forgetting {
  readonly forgotten: number;
  /** Whether the time was enough to look at every line. */
  readonly isWhole: boolean;
}

/**
 * Blanks the words of settled jobs, anywhere in the ledger: the exact request, and how it begins. Only under the lock.
 * No event leads a settled job back to where its request is sent, and fingerprints go on telling what has changed.
 */
export function forgetTexts(
  sheet: LedgerSheet,
  isOwn: (job: Job) => boolean,
  isOver: () => boolean,
): Forgetting {
  // This also finds out where the ledger ends by now.
  sheet.readMark();
  const jobs = sheet.readLines(FIRST_LINE).map(fromLine);
  // A line written twice (a tidying cut short) counts where it stands last.
  const latest = new Map(jobs.flatMap((job) => (job === null ? [] : [[job.id, job] as const])));
  const isMeant = (job: Job): boolean => isOwn(job) && isSettled(latest.get(job.id) ?? job);
  let forgotten = 0;
  for (let from = 0; from < jobs.length; from += PIECE) {
    if (isOver()) return { forgotten, isWhole: false };
    const piece = jobs.slice(from, from + PIECE);
    if (!piece.some((job) => job !== null && isMeant(job))) continue;
    const requests = sheet.readRequests(FIRST_LINE + from, piece.length);
    let block: Job[] = [];
    piece.forEach((job, at) => {
      const spoken = job !== null && isMeant(job) && (requests[at] !== '' || job.says !== '');
      if (spoken) block.push({ ...job, says: '' });
      if (block.length === 0 || (spoken && at < piece.length - 1)) return;
      const end = spoken ? at + 1 : at;
      const lines = block.map((each) => ({ cells: toLine(each), request: '' }));
      sheet.rewrite(FIRST_LINE + from + end - block.length, lines);
      forgotten += block.length;
      block = [];
    });
  }
  return { forgotten, isWhole: true };
}
