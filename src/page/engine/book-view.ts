import { listOf, numberOf, recordOf, textOf } from '../../emulator/plain.ts';
import type { Plain } from '../../emulator/service.ts';
import { formatRuleOf } from '../../emulator/spreadsheet/format-rule.ts';
import type { SpreadsheetUser } from '../../emulator/spreadsheet/spreadsheet-user.ts';
import { typedText } from '../../emulator/spreadsheet/typed-text.ts';
import type { BookView, CellView, RectView, RowView, SheetView } from '../page-state.ts';

type Stored = ReturnType<typeof recordOf>;

/** The cells of rows, as long as they show the same: their stored cells are then the same list. */
type KnownRows = WeakMap<object, readonly CellView[]>;

/** Makes the spreadsheet as the page shows it, from the emulator's snapshot and what the user sees. */
export class BookViews {
  readonly #known: KnownRows = new WeakMap();

  view(user: SpreadsheetUser, snapshot: Plain, now: number, before: BookView): BookView {
    const book = recordOf(recordOf(recordOf(snapshot).services).sheets);
    return {
      active: numberOf(book.activeGid),
      selection: selectionOf(book.selection ?? null, numberOf(book.activeGid)),
      sheets: listOf(book.sheets).map((one) => {
        const sheet = recordOf(one);
        const old = before.sheets.find(({ gid }) => gid === sheet.gid)?.rows ?? [];
        return sheetView(user, sheet, now, this.#known, old);
      }),
    };
  }
}

function selectionOf(stored: Plain, active: number): readonly RectView[] | null {
  if (stored === null) return null;
  const { gid, rects } = recordOf(stored);
  if (gid !== active) return null;
  return listOf(rects).map((rect) => {
    const { row, column, rows, columns } = recordOf(rect);
    return { row: numberOf(row), column: numberOf(column), rows: numberOf(rows), columns: numberOf(columns) };
  });
}

function sheetView(
  user: SpreadsheetUser,
  sheet: Stored,
  now: number,
  known: KnownRows,
  before: readonly RowView[],
): SheetView {
  const name = textOf(sheet.name);
  const rows = user.hasFormulas(name) ? calculatedRows(user, sheet, now) : plainRows(user, sheet, now, known);
  // A row that has not changed stays the same object, which is quick to see.
  for (const [at, row] of rows.entries()) {
    const old = before[at];
    if (old !== undefined && old.cells === row.cells && old.hidden === row.hidden) rows[at] = old;
  }
  return {
    gid: numberOf(sheet.gid),
    name,
    hidden: sheet.hidden === true,
    maxRows: numberOf(sheet.maxRows),
    maxColumns: numberOf(sheet.maxColumns),
    filter: filterOf(sheet.filter ?? null),
    ...(sheet.formatRules === undefined ? {} : { colours: listOf(sheet.formatRules).map(formatRuleOf) }),
    rows,
  };
}

/** The rows of a sheet where any cell may show something else at any time. */
function calculatedRows(user: SpreadsheetUser, sheet: Stored, now: number): RowView[] {
  const name = textOf(sheet.name);
  const stored = new Map(listOf(sheet.rows).map((row) => [numberOf(recordOf(row).at), recordOf(row)]));
  const shown = user.displayValues(name);
  const length = Math.max(shown.length, ...[...stored].map(([at, { hidden }]) => (hidden ? at : 0)));
  return Array.from({ length }, (_, at) => {
    const cells = listOf(stored.get(at + 1)?.cells ?? []);
    return rowView(user, name, at + 1, cellViews(shown[at] ?? [], cells, now));
  });
}

/** The rows of a sheet without formulas. */
function plainRows(user: SpreadsheetUser, sheet: Stored, now: number, known: KnownRows): RowView[] {
  const name = textOf(sheet.name);
  const rows: RowView[] = [];
  for (const one of listOf(sheet.rows)) {
    const stored = recordOf(one);
    const at = numberOf(stored.at);
    const cells = listOf(stored.cells);
    const views = known.get(cells) ?? cellViews(user.displayRow(name, at), cells, now);
    known.set(cells, views);
    if (views.length === 0 && stored.hidden !== true) continue;
    while (rows.length < at - 1) rows.push(rowView(user, name, rows.length + 1, BLANK));
    rows.push(rowView(user, name, at, views));
  }
  return rows;
}

const BLANK: readonly CellView[] = [];

function rowView(user: SpreadsheetUser, sheet: string, number: number, cells: readonly CellView[]): RowView {
  return { number, hidden: user.rowHiddenBy(sheet, number), cells };
}

function cellViews(texts: readonly string[], stored: readonly Plain[], now: number): readonly CellView[] {
  return withoutBlankEnd(texts.map((text, column) => cellView(text, stored[column] ?? null, now)));
}

function filterOf(stored: Plain): SheetView['filter'] {
  if (stored === null) return null;
  const columns = listOf(recordOf(stored).hidden).map((pair) => {
    const [column = 0, words = []] = listOf(pair);
    return [String(numberOf(column)), listOf(words).map(textOf)] as const;
  });
  return Object.fromEntries(columns);
}

function cellView(text: string, stored: Plain, now: number): CellView {
  const plain = typeof stored !== 'object' || stored === null;
  const { v = '', f = '', n = '', x = '' } = plain ? { v: stored ?? '' } : recordOf(stored);
  const entry = f === '' ? entryOf(v, text, x === '@', now) : textOf(f);
  if (entry === text && n === '') return text;
  return { text, ...(entry === text ? {} : { entry }), ...(n === '' ? {} : { note: textOf(n) }) };
}

/** What to type to get the same value again. A text that looks like something else needs an apostrophe. */
function entryOf(value: Plain, text: string, isPlainText: boolean, now: number): string {
  if (typeof value !== 'string' || value === '') return text;
  const typed = typedText(value, () => now);
  const survives = typed.value === value && typed.formula === '';
  return survives || (isPlainText && !value.startsWith('=') && !value.startsWith("'")) ? value : `'${value}`;
}

function withoutBlankEnd(cells: CellView[]): CellView[] {
  while (cells.at(-1) === '') cells.pop();
  return cells;
}
