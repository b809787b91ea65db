import type { Cell } from './cell.ts';
import type { Evaluated } from './evaluated.ts';
import { isDateFormat } from './number-format.ts';
import { contains, type LineMap, movedRect, type Rect } from './rect.ts';

/** What a column of a table takes; a list of words is a dropdown. */
export type ColumnType = 'text' | 'number' | 'date' | 'checkbox' | readonly string[];

/** Rows whose display value in a column is one of its words are hidden. */
export type HiddenWords = ReadonlyMap<number, ReadonlySet<string>>;

/**
 * A table of Google Sheets: a block with typed columns and a filter of its own, which the sheet's `getFilter`
 * does not know. Columns go by their number on the sheet. Never changed in place.
 */
export interface Table {
  /** With the header row. */
  readonly rect: Rect;
  readonly types: ReadonlyMap<number, ColumnType>;
  readonly hidden: HiddenWords;
}

/** The type of the column at that place; null outside tables, in header rows and in columns without a type. */
export function columnTypeAt(tables: readonly Table[], row: number, column: number): ColumnType | null {
  const table = tables.find(({ rect }) => contains(rect, row, column) && row > rect.row);
  return table?.types.get(column) ?? null;
}

/** Whether a typed column takes what the cell would show. A column of check boxes or words takes no formula. */
export function fitsType(type: ColumnType, cell: Cell, { value, format }: Evaluated): boolean {
  if (value === '' && cell.formula === '') return true;
  switch (type) {
    case 'text':
      return true;
    case 'number':
      return typeof value === 'number';
    case 'date':
      return typeof value === 'number' && isDateFormat(format);
    case 'checkbox':
      return typeof value === 'boolean' && cell.formula === '';
    default:
      return type.includes(String(value)) && cell.formula === '';
  }
}

/** The tables after lines of their sheet have moved. */
export function movedTables(
  tables: readonly Table[],
  axis: 'row' | 'column',
  map: LineMap,
): readonly Table[] {
  return tables.flatMap(({ rect, types, hidden }) => {
    const moved = movedRect(rect, axis, map);
    if (moved === null) return [];
    if (axis === 'row') return [{ rect: moved, types, hidden }];
    return [{ rect: moved, types: movedColumns(types, map), hidden: movedColumns(hidden, map) }];
  });
}

/** Entries by column after the columns have moved. */
export function movedColumns<Entry>(
  entries: ReadonlyMap<number, Entry>,
  map: LineMap,
): ReadonlyMap<number, Entry> {
  const moved = new Map<number, Entry>();
  for (const [column, entry] of entries) {
    const to = map(column);
    if (to !== null) moved.set(to, entry);
  }
  return moved;
}
