import type { RowView, SheetView } from '../page-state.ts';
import { textOf } from './cell-view.ts';

const SPARE_ROWS = 20;
const LEAST_ROWS = 40;
const SPARE_COLUMNS = 3;
const LEAST_COLUMNS = 14;

/** Numbers of the rows that are shown, some blank ones below included. */
export function visibleNumbers(sheet: SheetView): number[] {
  const count = Math.min(sheet.maxRows, Math.max(sheet.rows.length + SPARE_ROWS, LEAST_ROWS));
  const isShown = (row: RowView | undefined): boolean => row === undefined || row.hidden === null;
  return Array.from({ length: count }, (_, at) => at + 1).filter((number) => isShown(sheet.rows[number - 1]));
}

/** How many columns are shown, some blank ones included. */
export function columnCount(sheet: SheetView): number {
  const used = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Math.min(sheet.maxColumns, Math.max(used + SPARE_COLUMNS, LEAST_COLUMNS));
}

/** Width of a column in pixels until the user draws it. */
export function usualWidth(sheet: SheetView, at: number): number {
  const longest = Math.max(...sheet.rows.slice(0, 30).map(({ cells }) => textOf(cells[at]).length), 0);
  return Math.round(Math.min(260, Math.max(104, longest * 7 + 18)));
}

/** The last row and the last column that hold anything; 0 in an empty sheet. */
export function filledEnd({ rows }: SheetView): { readonly row: number; readonly column: number } {
  let [row, column] = [0, 0];
  for (const { number, cells } of rows) {
    if (cells.length === 0) continue;
    row = number;
    column = Math.max(column, cells.length);
  }
  return { row, column };
}
