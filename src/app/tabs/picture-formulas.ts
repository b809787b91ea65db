import type { RowSpan } from '../../core/sheet/selection.ts';
import type { Table } from '../../core/sheet/table.ts';
import type { Tab } from '../ports/tab.ts';

/**
 * The table with the formulas of our column of pictures in place of what its cells show, which is nothing: only a
 * formula tells whose picture it is. `spans` are the rows of the table.
 */
export function withPictureFormulas(tab: Tab, table: Table, spans: readonly RowSpan[]): Table {
  const extra = table.extras.find(({ name, note }) => name === 'thumbnail_image' && note === '');
  if (extra === undefined || table.rows.length === 0) return table;
  const formulas = new Map<number, string>();
  for (const { firstRow, lastRow } of spans) {
    const area = { row: firstRow, column: extra.index + 1, rows: lastRow - firstRow + 1, columns: 1 };
    for (const [at, [formula = '']] of tab.readFormulas(area).entries()) formulas.set(firstRow + at, formula);
  }
  const rows = table.rows.map((row) => {
    const formula = formulas.get(row.number) ?? '';
    if (formula === '') return row;
    const cells = [...row.cells];
    cells[extra.index] = formula;
    return { ...row, cells };
  });
  return { ...table, rows };
}
