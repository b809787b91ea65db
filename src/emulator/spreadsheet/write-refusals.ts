import { refused } from '../refusals/refused.ts';
import { columnLetters } from './a1.ts';
import type { Calculation } from './calculation.ts';
import type { Cell, Rule } from './cell.ts';
import { type CellPlace, overlaps, type Rect } from './rect.ts';
import { cellAt, type SheetData } from './sheet-data.ts';
import { columnTypeAt, fitsType } from './table.ts';
import type { Protection, Workbook } from './workbook.ts';
import { type CellWrite, type Typing, writtenCell } from './write.ts';

/** Throws when a protection, a typed column or a validation rule forbids the write: the whole block is refused. */
export function refuseWrite(
  book: Workbook,
  sheet: SheetData,
  write: CellWrite,
  calculation: () => Calculation,
  typing: Typing,
): void {
  refuseProtected(book, sheet.gid, write.area);
  refuseTyped(sheet, write, calculation, typing);
  refuseInvalid(sheet, write, calculation, typing);
}

/** Throws when the block touches a protection that keeps the script's user out. */
export function refuseProtected(book: Workbook, gid: number, rect: Rect): void {
  if (book.protections.some((one) => guards(one, gid, rect))) throw refused('protectedCell');
}

function guards(protection: Protection, gid: number, rect: Rect): boolean {
  if (protection.gid !== gid || protection.editable || protection.warningOnly) return false;
  return protection.rect === null || overlaps(protection.rect, rect);
}

/** A typed column takes no number format, and no value that does not fit its type. */
function refuseTyped(
  sheet: SheetData,
  write: CellWrite,
  calculation: () => Calculation,
  typing: Typing,
): void {
  const { area, kind } = write;
  if (kind !== 'formats' && kind !== 'values' && kind !== 'formulas') return;
  for (const table of sheet.tables.filter(({ rect }) => overlaps(rect, area))) {
    eachShared(area, table.rect, (row, column) => {
      const type = columnTypeAt([table], row, column);
      if (type === null) return;
      const after = writtenCell(cellAt(sheet, row, column), write, { row, column }, typing);
      const fits = kind !== 'formats' && fitsType(type, after, calculation().shownIfPut(sheet, after));
      if (!fits) throw refused('typedColumn');
    });
  }
}

/** A value or formula must obey the validation rules of the cells that it goes to. */
function refuseInvalid(
  sheet: SheetData,
  write: CellWrite,
  calculation: () => Calculation,
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
      refuseByRule(cell.allowed, after, calculation(), sheet, { row, column });
    }
  }
}

function refuseByRule(
  rule: Rule,
  after: Cell,
  calculation: Calculation,
  sheet: SheetData,
  { row, column }: CellPlace,
): void {
  const shown = calculation.shownIfPut(sheet, after);
  const text = calculation.text(shown);
  const place = `${columnLetters(column)}${row}`;
  if (rule === 'checkbox') {
    const { yes, no } = calculation.locale;
    if (text !== '' && typeof shown.value !== 'boolean') throw refused('invalidEntry', place, [yes, no]);
    return;
  }
  if (text !== '' && (after.formula !== '' || !rule.includes(text)))
    throw refused('invalidEntry', place, rule);
}

function eachShared(one: Rect, other: Rect, visit: (row: number, column: number) => void): void {
  const bottom = Math.min(one.row + one.rows, other.row + other.rows);
  const right = Math.min(one.column + one.columns, other.column + other.columns);
  for (let row = Math.max(one.row, other.row); row < bottom; row += 1) {
    for (let column = Math.max(one.column, other.column); column < right; column += 1) visit(row, column);
  }
}
