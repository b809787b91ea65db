import type { Calculation } from './calculation.ts';
import type { Cell, CellValue } from './cell.ts';
import { EMPTY_CELL } from './cell.ts';
import type { Rect } from './rect.ts';
import { shiftedFormula } from './references.ts';
import { cellAt, changeCells, EMPTY_ROW, type SheetData, type SheetRow, setRow } from './sheet-data.ts';

/** One key of a sort: a column of the sheet, 1-based. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorts the cells of a block, as `Range.sort` does. Hidden flags and cells outside the block stay. */
export function sortBlock(
  calculation: Calculation,
  sheet: SheetData,
  rect: Rect,
  keys: readonly SortKey[],
): void {
  const order = sortedOrder(calculation, sheet, rect, keys);
  const blocks = order.map((from, index) => {
    const cells: Cell[] = [];
    for (let offset = 0; offset < rect.columns; offset += 1) {
      cells.push(carried(cellAt(sheet, from, rect.column + offset), rect.row + index - from));
    }
    return cells;
  });
  for (const [index, cells] of blocks.entries()) {
    const count = rect.columns;
    changeCells(sheet, rect.row + index, rect.column, count, (_, offset) => cells[offset] ?? EMPTY_CELL);
  }
}

/** Sorts whole rows with all that is on them, as a column's menu does. Returns their numbers before, in the new order. */
export function sortWholeRows(
  calculation: Calculation,
  sheet: SheetData,
  rect: Rect,
  keys: readonly SortKey[],
): readonly number[] {
  const order = sortedOrder(calculation, sheet, rect, keys);
  const rows = order.map((from, index) => carriedRow(sheet.rows[from - 1], rect.row + index - from));
  for (const [index, row] of rows.entries()) setRow(sheet, rect.row + index, row);
  return order;
}

/** A row that moves by so many rows. Relative references in its formulas move along. */
export function carriedRow(row: SheetRow | undefined, rows: number): SheetRow {
  if (row === undefined) return EMPTY_ROW;
  if (!row.formulas || rows === 0) return row;
  return { ...row, cells: row.cells.map((cell) => cell && carried(cell, rows)) };
}

function carried(cell: Cell, rows: number): Cell {
  return cell.formula === '' ? cell : { ...cell, formula: shiftedFormula(cell.formula, rows, 0) };
}

/** Row numbers of the block in their new order; equal rows keep theirs. */
function sortedOrder(
  calculation: Calculation,
  sheet: SheetData,
  rect: Rect,
  keys: readonly SortKey[],
): readonly number[] {
  const rows = Array.from({ length: rect.rows }, (_, index) => {
    const row = rect.row + index;
    return { row, values: keys.map((key) => calculation.shown(sheet, row, key.column).value) };
  });
  rows.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const difference = compare(a.values[index] ?? '', b.values[index] ?? '', key.ascending);
      if (difference !== 0) return difference;
    }
    return a.row - b.row;
  });
  return rows.map(({ row }) => row);
}

/** Numbers before texts before booleans; blanks last in either direction. */
function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const difference = rank(a) - rank(b) || within(a, b);
  return ascending ? difference : -difference;
}

function rank(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function within(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    return left < right ? -1 : Number(left > right);
  }
  return Number(a) - Number(b);
}
