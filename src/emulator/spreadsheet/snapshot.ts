import type { Plain } from '../service.ts';
import { type Cell, type CellValue, plainCell, type Rule } from './cell.ts';
import type { FormatRule } from './format-rule.ts';
import type { Rect } from './rect.ts';
import { isEmptyRow, type SheetData, type SheetFilter, type SheetRow, setRow } from './sheet-data.ts';
import type { ColumnType, Table } from './table.ts';
import type { Workbook } from './workbook.ts';

/** The same shape as a type alias, which TypeScript accepts as plain JSON; an interface it does not. */
type Stored<T> = T extends readonly (infer Item)[]
  ? readonly Stored<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Stored<T[Key]> }
    : T;

/** A cell in a snapshot: its bare value when it has nothing else; null is an empty cell. */
type StoredCell =
  | CellValue
  | null
  | {
      readonly v?: CellValue;
      readonly f?: string;
      readonly x?: string;
      readonly n?: string;
      readonly a?: Stored<Rule>;
      readonly p?: string;
    };

type StoredRow = { readonly at: number; readonly hidden?: true; readonly cells: readonly StoredCell[] };

type StoredFilter = {
  readonly rect: Stored<SheetFilter['rect']>;
  readonly hidden: readonly (readonly [number, readonly string[]])[];
};

type StoredTable = StoredFilter & { readonly types: readonly (readonly [number, Stored<ColumnType>])[] };

type StoredSheet = Stored<Omit<SheetData, 'rows' | 'filter' | 'tables' | 'merges' | 'formatRules'>> & {
  readonly rows: readonly StoredRow[];
  readonly filter: StoredFilter | null;
  readonly tables?: readonly StoredTable[];
  readonly merges?: readonly Stored<Rect>[];
  readonly formatRules?: readonly Stored<FormatRule>[];
};

type StoredBook = Stored<Omit<Workbook, 'version' | 'left' | 'filterViews' | 'sheets'>> & {
  readonly sheets: readonly StoredSheet[];
};

/** What a row is stored as. Rows never change in place, so an entry stays true. */
const stored = new WeakMap<SheetRow, readonly StoredCell[]>();

/** The spreadsheet as JSON; only cells that hold something take room. */
export function workbookSnapshot(book: Workbook): Plain {
  const { version: _version, left: _left, filterViews: _views, sheets, ...rest } = book;
  const plain: StoredBook = { ...rest, sheets: sheets.map(storedSheet) };
  return plain;
}

/** The spreadsheet that a snapshot was made of. */
export function workbookOf(snapshot: Plain): Workbook {
  const { sheets, protections, ...rest } = snapshot as StoredBook;
  const durable = { ...rest, protections: [...protections], sheets: sheets.map(sheetOfStored) };
  return { ...durable, left: new Map(), filterViews: new Map(), version: 0 };
}

function storedSheet(sheet: SheetData): StoredSheet {
  const { filter, tables, merges, formatRules, ...rest } = sheet;
  return {
    ...rest,
    rows: storedRows(sheet),
    filter: filter && storedFilter(filter),
    ...(tables.length === 0 ? {} : { tables: tables.map(storedTable) }),
    ...(merges.length === 0 ? {} : { merges }),
    ...(formatRules.length === 0 ? {} : { formatRules }),
  };
}

function storedFilter({ rect, hidden }: SheetFilter): StoredFilter {
  return { rect, hidden: Array.from(hidden, ([column, words]) => [column, [...words]]) };
}

function storedTable({ types, ...filter }: Table): StoredTable {
  return { ...storedFilter(filter), types: [...types] };
}

/** The rows of a sheet as they were last stored. As long as none has changed, a snapshot gets the same list. */
const storedLists = new WeakMap<
  SheetData,
  { readonly rows: readonly (SheetRow | undefined)[]; readonly list: readonly StoredRow[] }
>();

function storedRows(sheet: SheetData): readonly StoredRow[] {
  const { rows } = sheet;
  const before = storedLists.get(sheet);
  const isSame = before?.rows.length === rows.length && before.rows.every((row, at) => row === rows[at]);
  if (isSame) return before.list;
  const list: StoredRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (row === undefined || isEmptyRow(row)) continue;
    list.push({ at: index + 1, ...(row.hidden ? { hidden: true } : {}), cells: storedCells(row) });
  }
  storedLists.set(sheet, { rows: rows.slice(), list });
  return list;
}

function storedCells(row: SheetRow): readonly StoredCell[] {
  let cells = stored.get(row);
  if (cells === undefined) {
    cells = Array.from(row.cells, (cell) => (cell === undefined ? null : storedCell(cell)));
    stored.set(row, cells);
  }
  return cells;
}

function storedCell(cell: Cell): StoredCell {
  const { value, formula, format, note, allowed, picture } = cell;
  const plain = formula === '' && format === '' && note === '' && allowed === null && picture === '';
  if (plain) return value === '' ? null : value;
  return {
    ...(value === '' ? {} : { v: value }),
    ...(formula === '' ? {} : { f: formula }),
    ...(format === '' ? {} : { x: format }),
    ...(note === '' ? {} : { n: note }),
    ...(allowed === null ? {} : { a: allowed }),
    ...(picture === '' ? {} : { p: picture }),
  };
}

function sheetOfStored(from: StoredSheet): SheetData {
  const { filter, tables = [], merges = [], formatRules = [] } = from;
  const sheet: SheetData = {
    ...from,
    rows: [],
    filter: filter && filterOfStored(filter),
    merges,
    formatRules,
    tables: tables.map((table) => ({ ...filterOfStored(table), types: new Map(table.types) })),
  };
  for (const { at, hidden: byUser, cells } of from.rows) {
    setRow(sheet, at, rowOfStored(cells, byUser === true));
  }
  return sheet;
}

function filterOfStored({ rect, hidden }: StoredFilter): SheetFilter {
  return { rect, hidden: new Map(hidden.map(([column, words]) => [column, new Set(words)])) };
}

function rowOfStored(stored: readonly StoredCell[], hidden: boolean): SheetRow {
  const cells = stored.map((cell) => (cell === null ? undefined : cellOfStored(cell)));
  return { cells, hidden, formulas: cells.some((cell) => cell !== undefined && cell.formula !== '') };
}

function cellOfStored(cell: NonNullable<StoredCell>): Cell {
  if (typeof cell !== 'object') return plainCell(cell);
  const { v = '', f = '', x = '', n = '', a = null, p = '' } = cell;
  return { value: v, formula: f, format: x, note: n, allowed: a, picture: p };
}
