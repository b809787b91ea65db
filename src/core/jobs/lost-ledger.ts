import { cellOf, type Table } from '../sheet/table.ts';
import { isJobId } from './job-id.ts';
import { isJobStatus } from './status.ts';

/** Statuses behind which nothing was paid and nothing is on its way. */
const FREE: readonly string[] = ['Failed', 'Cancelled'];

/**
 * Why rows may not be rendered while there is no ledger: they say that a video was asked for, and only the
 * ledger knows what became of it. Null when none of the rows says so.
 */
export function lostLedger(table: Table, rowNumbers: readonly number[]): string | null {
  const wanted = new Set(rowNumbers);
  const [job, status] = [table.columnOf('job'), table.columnOf('status')];
  const bound = table.rows.find((row) => {
    const word = cellOf(row, status).trim();
    return (
      wanted.has(row.number) && isJobId(cellOf(row, job).trim()) && isJobStatus(word) && !FREE.includes(word)
    );
  });
  if (bound === undefined) return null;
  return `Row ${bound.number} already had a video asked for, but the hidden sheet “Reelmerge jobs”, which tells what became of it, is not in this file. Nothing was sent and nothing was paid. Bring the sheet back (File, Version history), or choose “Render selected rows again…” to have videos made and paid for anew.`;
}
