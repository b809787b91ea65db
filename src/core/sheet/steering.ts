import { INPUT_COLUMNS } from '../columns/columns.ts';
import { isBlank } from './display-value.ts';
import { cellOf, type Table } from './table.ts';

/** The headers of the columns that steer the videos of these rows. The script speaks for itself. */
export function steeringHeaders(table: Table, rows: readonly number[]): readonly string[] {
  const wanted = new Set(rows);
  const chosen = table.rows.filter(({ number }) => wanted.has(number));
  return INPUT_COLUMNS.flatMap(({ name }) => {
    const column = table.columnOf(name);
    const steers = name !== 'script' && chosen.some((row) => !isBlank(cellOf(row, column)));
    return steers ? [table.headers[column] ?? name] : [];
  });
}
