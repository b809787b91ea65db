import { cellOf, type Table } from '../sheet/table.ts';
import { isRowStatus, type RowStatus } from './status.ts';

/** What a row with a job shows. */
export interface ShownRow {
  readonly number: number;
  readonly job: string;
  /** Null when somebody typed something else over it. */
  readonly status: RowStatus | null;
  readonly problem: string;
}

/** The rows that carry a job, with what they show of it. */
export function shownRows(table: Table): ShownRow[] {
  const [jobs, statuses, problems] = [
    table.columnOf('job'),
    table.columnOf('status'),
    table.columnOf('problem'),
  ];
  return table.rows.flatMap((row): ShownRow[] => {
    const job = cellOf(row, jobs).trim();
    const word = cellOf(row, statuses).trim();
    const status = isRowStatus(word) ? word : null;
    return job === '' ? [] : [{ number: row.number, job, status, problem: cellOf(row, problems) }];
  });
}
