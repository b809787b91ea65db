import { type Cell, EMPTY_CELL, hasContent, isBlankCell } from './cell.ts';
import type { FormatRule } from './format-rule.ts';
import { contains, type Rect } from './rect.ts';
import type { HiddenWords, Table } from './table.ts';

/** One row of the grid. Rows never change in place, so that copying a sheet copies only row pointers. */
export interface SheetRow {
  readonly cells: readonly (Cell | undefined)[];
  /** Hidden by the user. What a filter hides is worked out from the filter. */
  readonly hidden: boolean;
  /** Whether a cell may hold a formula. Saves a search through all cells when rows move. */
  readonly formulas: boolean;
}

export interface SheetFilter {
  readonly rect: Rect;
  readonly hidden: HiddenWords;
}

/** A sheet and its grid. `rows` is 0-based and may be shorter than the grid; a blank row may be undefined. */
export interface SheetData {
  readonly gid: number;
  name: string;
  hidden: boolean;
  frozenRows: number;
  maxRows: number;
  maxColumns: number;
  rows: (SheetRow | undefined)[];
  filter: SheetFilter | null;
  tables: readonly Table[];
  /** Blocks that are merged into their first cell. The others hold nothing, and a write into one is lost. */
  merges: readonly Rect[];
  /** Conditional formatting, the strongest rule first. */
  formatRules: readonly FormatRule[];
}

export const EMPTY_ROW: SheetRow = { cells: [], hidden: false, formulas: false };

/** A new sheet as `insertSheet` makes it: 1000 rows, 26 columns. */
export function newSheet(gid: number, name: string): SheetData {
  const size = { maxRows: 1000, maxColumns: 26 };
  const nothing = { rows: [], filter: null, tables: [], merges: [], formatRules: [] };
  return { gid, name, hidden: false, frozenRows: 0, ...size, ...nothing };
}

/** The cell at a 1-based place. */
export function cellAt(sheet: SheetData, row: number, column: number): Cell {
  return sheet.rows[row - 1]?.cells[column - 1] ?? EMPTY_CELL;
}

/** Whether another cell covers this one, because they are merged. */
export function isCovered(sheet: SheetData, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) => contains(merge, row, column) && (row > merge.row || column > merge.column),
  );
}

/**
 * Replaces cells of one row, from `column` on. `change` gets each old cell and its offset. Where it returns each of
 * them as it was, the row stays the same object.
 */
export function changeCells(
  sheet: SheetData,
  row: number,
  column: number,
  count: number,
  change: (cell: Cell, offset: number) => Cell,
): void {
  const old = sheet.rows[row - 1] ?? EMPTY_ROW;
  const cells = old.cells.slice();
  let formulas = old.formulas;
  for (let offset = 0; offset < count; offset += 1) {
    const index = column - 1 + offset;
    const cell = change(cells[index] ?? EMPTY_CELL, offset);
    if (isBlankCell(cell)) {
      if (index < cells.length) cells[index] = undefined;
      continue;
    }
    if (cell === cells[index]) continue;
    while (cells.length < index) cells.push(undefined);
    cells[index] = cell;
    if (cell.formula !== '') formulas = true;
  }
  // Clearing a blank row must not leave a row object behind: scripts clear whole sheets.
  if (old === EMPTY_ROW && cells.length === 0) return;
  if (old !== EMPTY_ROW && hasSameCells(old.cells, cells)) return;
  setRow(sheet, row, { cells, hidden: old.hidden, formulas });
}

function hasSameCells(one: SheetRow['cells'], other: SheetRow['cells']): boolean {
  return one.length === other.length && one.every((cell, at) => cell === other[at]);
}

/** Whether a row may be dropped from a snapshot. */
export function isEmptyRow(row: SheetRow): boolean {
  return !row.hidden && row.cells.every((cell) => cell === undefined);
}

/** Puts a whole row, keeping the row list free of holes. */
export function setRow(sheet: SheetData, row: number, value: SheetRow | undefined): void {
  while (sheet.rows.length < row - 1) sheet.rows.push(undefined);
  sheet.rows[row - 1] = value;
}

/** Number of the last row with content, 0 when the sheet is empty. */
export function lastRow(sheet: SheetData): number {
  for (let row = sheet.rows.length; row > 0; row -= 1) {
    if (sheet.rows[row - 1]?.cells.some(hasContent)) return row;
  }
  return 0;
}

/** Number of the last column with content, 0 when the sheet is empty. */
export function lastColumn(sheet: SheetData): number {
  let last = 0;
  for (const row of sheet.rows) {
    if (row === undefined) continue;
    for (let column = row.cells.length; column > last; column -= 1) {
      if (hasContent(row.cells[column - 1])) last = column;
    }
  }
  return last;
}

/** A copy that can be written without touching the original. */
export function copyOf(sheet: SheetData): SheetData {
  return { ...sheet, rows: sheet.rows.slice() };
}
