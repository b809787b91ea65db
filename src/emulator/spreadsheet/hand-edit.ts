import type { CellValue } from './cell.ts';
import type { CellPlace, Rect } from './rect.ts';
import type { Workbook } from './workbook.ts';

/** A text on its way into one cell. */
export interface CellText extends CellPlace {
  readonly text: string;
}

/** One edit by hand, with all that the trigger `onEdit` learns about it. */
export class HandEdit {
  readonly book: Pick<Workbook, 'id' | 'name' | 'locale' | 'timeZone'>;
  readonly sheet: { readonly gid: number; readonly name: string };
  readonly rect: Rect;
  /** '' for several cells, and after a paste. */
  readonly value: CellValue;
  /** As `value`. */
  readonly oldValue: CellValue;

  constructor(edit: HandEdit) {
    const { id, name, locale, timeZone } = edit.book;
    this.book = { id, name, locale, timeZone };
    this.sheet = { gid: edit.sheet.gid, name: edit.sheet.name };
    this.rect = edit.rect;
    this.value = edit.value;
    this.oldValue = edit.oldValue;
  }
}

/** The cells of a text that is pasted: tabs part columns, line ends part rows. */
export function pastedCells(row: number, column: number, text: string): readonly CellText[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, down) =>
      line.split('\t').map((cell, right) => ({ row: row + down, column: column + right, text: cell })),
    );
}

/** The same text for every cell of a block. */
export function filledCells(rect: Rect, text: string): readonly CellText[] {
  return Array.from({ length: rect.rows * rect.columns }, (_, index) => ({
    row: rect.row + Math.floor(index / rect.columns),
    column: rect.column + (index % rect.columns),
    text,
  }));
}

/** The smallest block that holds all of the places; there is at least one. */
export function blockAround(places: readonly CellPlace[]): Rect {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1, 1];
  for (const { row, column } of places) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
