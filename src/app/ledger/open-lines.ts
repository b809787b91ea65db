import { isUntouched, type Job } from '../../core/jobs/job.ts';
import { BATCH_LIMIT } from '../../core/jobs/job-id.ts';
import { fromLine } from '../../core/jobs/ledger-line.ts';
import { isOpen } from '../../core/jobs/status.ts';
import type { LedgerSheet } from '../ports/ports.ts';

/**
 * How far the open part is read. Jobs are sent in the order of the ledger, so that whatever is under way stands before
 * the jobs that nothing has happened to yet. The reading ends behind a batch of these, once it has met as many jobs as may
 * be under way and go next.
 */
export interface Reach {
  readonly jobs: number;
  /** Jobs of others say nothing: each owner's are sent in an order of their own. */
  readonly isOwn: (job: Job) => boolean;
}

/** Lines that one call reads besides these jobs: some are settled, and the mark lags behind. */
const PIECE = 500;

/** Lines as they were read, with the jobs in them; null for a line that holds no job. */
export interface ReadLines {
  readonly read: readonly (readonly string[])[];
  readonly lines: (Job | null)[];
}

export function linesFrom(sheet: LedgerSheet, mark: number, reach: Reach | ReadLines | null): ReadLines {
  if (reach === null) return readWhole(sheet, mark);
  return 'jobs' in reach ? readAsFar(sheet, mark, reach) : reach;
}

export function readWhole(sheet: LedgerSheet, mark: number): ReadLines {
  const read = sheet.readLines(mark);
  return { read, lines: read.map(fromLine) };
}

function readAsFar(sheet: LedgerSheet, mark: number, { jobs, isOwn }: Reach): ReadLines {
  const read: string[][] = [];
  const lines: (Job | null)[] = [];
  const size = jobs + PIECE;
  let [met, row] = [0, 0];
  for (;;) {
    const piece = sheet.readLines(mark + read.length, size);
    for (const line of piece) {
      const job = fromLine(line);
      read.push(line);
      lines.push(job);
      // A job that goes alone waits for a slot, and a batch behind it may have gone.
      if (job !== null && isOwn(job) && !isSettled(job)) {
        met += 1;
        row = isUntouched(job) && job.sendAs === 'batch' ? row + 1 : 0;
      }
    }
    if (piece.length < size || (met >= jobs && row >= BATCH_LIMIT)) return { read, lines };
  }
}

export function isSettled(job: Job | null): boolean {
  return job === null || (!isOpen(job.status) && job.shown === job.status);
}
