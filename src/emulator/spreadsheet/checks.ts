import type { Axis } from '../refusals/refusal-facts.ts';
import { refused } from '../refusals/refused.ts';
import type { PlatformError } from '../service.ts';
import { columnLetters } from './a1.ts';
import type { Calculation } from './calculation.ts';
import type { Cell } from './cell.ts';
import { valueText } from './evaluated.ts';
import { isKnownFormat } from './number-format.ts';
import { overlaps, type Rect } from './rect.ts';
import type { SheetData } from './sheet-data.ts';
import type { Protection, Workbook } from './workbook.ts';
import { type CellWrite, type Input, isBlock, type Typing, writtenCell } from './write.ts';

const MAX_CELL_CHARACTERS = 50_000;

/** Throws when a block is not wholly inside the grid. */
export function refuseOutside(sheet: SheetData, rect: Rect): void {
  const inside =
    rect.row >= 1 &&
    rect.column >= 1 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows - 1 <= sheet.maxRows &&
    rect.column + rect.columns - 1 <= sheet.maxColumns;
  if (!inside) {
    throw refused('outsideSheet');
  }
}

/** Throws when the data of a block write has another shape than its range. */
export function refuseOtherSize(rect: Rect, rows: readonly (readonly unknown[])[]): void {
  if (rows.length !== rect.rows) throw mismatch('row', rows.length, rect.rows);
  for (const row of rows) {
    if (row.length !== rect.columns) throw mismatch('column', row.length, rect.columns);
  }
}

/** Throws when the block touches a protection that keeps the script's user out. */
export function refuseProtected(book: Workbook, gid: number, rect: Rect): void {
  if (book.protections.some((one) => guards(one, gid, rect))) throw protectedError();
}

function guards(protection: Protection, gid: number, rect: Rect): boolean {
  if (protection.gid !== gid || protection.editable || protection.warningOnly) return false;
  return protection.rect === null || overlaps(protection.rect, rect);
}

function protectedError(): PlatformError {
  return refused('protectedCell');
}

/** Throws when the platform refuses the inputs themselves, wherever they go. */
export function refuseInputs(write: CellWrite): void {
  for (const input of inputsOf(write)) {
    if (typeof input === 'string') {
      const length = input.startsWith("'") ? input.length - 1 : input.length;
      if (length > MAX_CELL_CHARACTERS) {
        throw refused('tooManyCharacters', MAX_CELL_CHARACTERS);
      }
      if (write.kind === 'formats' && !isKnownFormat(input)) {
        throw new Error(`The number format "${input}" is not emulated`);
      }
    } else if (typeof input === 'number' && !Number.isFinite(input)) {
      throw new Error(`Writing ${input} into a cell is not emulated: the platform makes #NUM! of it`);
    }
  }
}

function inputsOf(write: CellWrite): readonly Input[] {
  if (write.inputs === null) return [];
  return isBlock(write.inputs) ? write.inputs.flat() : [write.inputs];
}

/** Throws when one cell breaks its validation rule: the whole block is refused. */
export function refuseInvalid(
  calculation: Calculation,
  sheet: SheetData,
  write: CellWrite,
  typing: Typing,
): void {
  const { area, kind } = write;
  if (kind !== 'values' && kind !== 'formulas') return;
  const bottom = Math.min(area.row + area.rows - 1, sheet.rows.length);
  for (let row = area.row; row <= bottom; row += 1) {
    const cells = sheet.rows[row - 1]?.cells;
    if (cells === undefined) continue;
    const last = Math.min(area.column + area.columns - 1, cells.length);
    for (let column = area.column; column <= last; column += 1) {
      const cell = cells[column - 1];
      if (!cell?.allowed) continue;
      const after = writtenCell(cell, write, { row, column }, typing);
      const { value, format } = calculation.shownIfPut(sheet, after);
      refuseWord(after, valueText(value, format), row, column);
    }
  }
}

function refuseWord(cell: Cell, text: string, row: number, column: number): void {
  if (text === '' || (cell.formula === '' && cell.allowed?.includes(text))) return;
  throw refused('invalidEntry', `${columnLetters(column)}${row}`, cell.allowed ?? []);
}

function mismatch(axis: Axis, data: number, range: number): PlatformError {
  return refused('wrongShape', axis, data, range);
}
