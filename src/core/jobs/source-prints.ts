import { fingerprint } from '../fingerprint.ts';
import { WRITTEN_COLUMNS } from '../output-columns.ts';
import type { Row, Table } from '../sheet/table.ts';
import type { Job } from './job.ts';

/** Whether the row still holds every cell that the job's script was made of, wherever its columns are now. */
export function speaksOf(row: Row, job: Job, outputColumns: ReadonlySet<number>): boolean {
  if (job.sourcePrints.length === 0) return true;
  const held = new Set<string>();
  row.cells.forEach((cell, column) => {
    if (cell !== '' && !outputColumns.has(column)) held.add(fingerprint(cell)).add(fingerprint(cell.trim()));
  });
  return job.sourcePrints.every((mark) => held.has(mark));
}

/** The columns of a table that Reelmerge writes. */
export function outputColumnsOf(table: Table): ReadonlySet<number> {
  return new Set(WRITTEN_COLUMNS.map(({ name }) => table.columnOf(name)).filter((at) => at >= 0));
}
