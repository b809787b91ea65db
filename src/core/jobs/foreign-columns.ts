import type { Issue } from '../issue.ts';
import { OUTPUT_COLUMNS } from '../output-columns.ts';
import { isBlank } from '../sheet/display-value.ts';
import { columnLetters } from '../sheet/header-row.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { isJobId } from './job-id.ts';
import { isRowStatus } from './status.ts';

/**
 * Columns that carry one of our output names but hold the user's own values: a list of people often has
 * a column "Job" or "Status". Writing there would destroy them, so nothing is rendered until they are
 * renamed. A row is ours when its job cell holds a job id or its status cell one of our statuses.
 */
export function foreignColumns(table: Table): Issue[] {
  const issues: Issue[] = [];
  const job = table.columnOf('job');
  const status = table.columnOf('status');
  const isOurs = (row: Row): boolean =>
    isJobId(cellOf(row, job).trim()) || isRowStatus(cellOf(row, status).trim());
  const rows = table.rows.filter((row) => !isOurs(row));
  for (const { name } of OUTPUT_COLUMNS) {
    const column = table.columnOf(name);
    if (column < 0) continue;
    const row = rows.find((each) => !isBlank(cellOf(each, column)));
    if (row === undefined) continue;
    const header = table.headers[column] ?? name;
    issues.push({
      code: 'column_foreign',
      column: header,
      message: `Column ${columnLetters(column)} (“${header}”) holds your own values, but Reelmerge writes into the column of this name. Rename yours, or clear its values; Reelmerge then adds a column of its own.`,
    });
  }
  return issues;
}
