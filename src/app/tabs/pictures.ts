import { INPUT_COLUMNS } from '../../core/columns/columns.ts';
import { NO_TEXT } from '../../core/sheet/display-value.ts';
import { cellOf, type Table } from '../../core/sheet/table.ts';
import type { Tab } from '../ports/tab.ts';

/**
 * The table with a mark in the cells that take a picture, show nothing, and hold a picture or a formula all the same.
 * Without it such a row would be rendered with a look instead of the picture. Takes calls only where such a column has
 * cells that show nothing.
 */
export function withPicturesMarked(tab: Tab, table: Table): Table {
  const filled = table.rows.filter((row) => !row.blank);
  const columns = INPUT_COLUMNS.filter((column) => 'picture' in column)
    .map(({ name }) => table.columnOf(name))
    .filter((column) => column >= 0 && filled.some((row) => cellOf(row, column) === ''));
  const hidden = columns.map((column) => ({ column, rows: tab.rowsHolding(column + 1) }));
  const rows = table.rows.map((row) => {
    const marked = hidden.filter(
      (one) => !row.blank && cellOf(row, one.column) === '' && one.rows.has(row.number),
    );
    if (marked.length === 0) return row;
    const cells = [...row.cells];
    for (const { column } of marked) cells[column] = NO_TEXT;
    return { ...row, cells };
  });
  return { ...table, rows };
}
