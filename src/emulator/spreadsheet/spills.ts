import { hasContent } from './cell.ts';
import type { Evaluated } from './evaluated.ts';
import { type CellPlace, overlaps, type Rect } from './rect.ts';
import type { SheetData } from './sheet-data.ts';

/** Values that a formula in the first cell of `rect` spreads over the others. */
export interface Spill {
  readonly rect: Rect;
  readonly grid: readonly (readonly Evaluated[])[];
}

/** The formulas of one sheet that have, or may have, more than one value. */
export interface Spills {
  /** Formulas not evaluated yet, in the order of rows. The key is row × `stride` + column. */
  readonly pending: Map<number, CellPlace>;
  readonly list: Spill[];
}

/** Only a function can have several values. */
const CALLS = /[\w.]\s*\(/;

export function spillsOf(sheet: SheetData, stride: number): Spills {
  const pending = new Map<number, CellPlace>();
  for (const [index, row] of sheet.rows.entries()) {
    if (!row?.formulas) continue;
    for (const [at, cell] of row.cells.entries()) {
      if (cell === undefined || !CALLS.test(cell.formula)) continue;
      const place = { row: index + 1, column: at + 1 };
      pending.set(place.row * stride + place.column, place);
    }
  }
  return { pending, list: [] };
}

/** Whether a formula may spread over the block: it must be in the sheet, blank, and free of other spills. */
export function freeForSpill(sheet: SheetData, rect: Rect, others: readonly Spill[]): boolean {
  const [bottom, right] = [rect.row + rect.rows - 1, rect.column + rect.columns - 1];
  if (bottom > sheet.maxRows || right > sheet.maxColumns) return false;
  if (others.some((other) => overlaps(other.rect, rect))) return false;
  for (let row = rect.row; row <= bottom; row += 1) {
    const cells = sheet.rows[row - 1]?.cells ?? [];
    for (let column = rect.column; column <= Math.min(right, cells.length); column += 1) {
      const first = row === rect.row && column === rect.column;
      if (!first && hasContent(cells[column - 1])) return false;
    }
  }
  return true;
}
