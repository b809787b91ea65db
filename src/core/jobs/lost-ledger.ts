import { failure, type Result, success } from '../result.ts';
import { cellOf, type Table } from '../sheet/table.ts';
import { isJobId } from './job-id.ts';
import { isJobStatus } from './status.ts';

/** Statuses of rows for which nothing was paid and nothing is under way. */
const FREE: readonly string[] = ['Failed', 'Cancelled'];

/**
 * Rows that may be rendered although there is no ledger. They may not be when their cells say that a video was
 * requested: only the ledger knows what became of it.
 */
export function renderableWithoutLedger(
  table: Table,
  rowNumbers: readonly number[],
): Result<readonly number[]> {
  const wanted = new Set(rowNumbers);
  const [job, status] = [table.columnOf('job'), table.columnOf('status')];
  const bound = table.rows.find((row) => {
    const word = cellOf(row, status).trim();
    return (
      wanted.has(row.number) && isJobId(cellOf(row, job).trim()) && isJobStatus(word) && !FREE.includes(word)
    );
  });
  if (bound === undefined) return success(rowNumbers);
  return failure(
    `A video was requested for row ${bound.number} before, but the hidden sheet “Reelmerge jobs”, which records what became of it, is missing from this file. Nothing was sent and nothing was paid. Bring the sheet back with File ▸ Version history, or choose “Render selected rows again…” to make new videos and pay for them.`,
  );
}
