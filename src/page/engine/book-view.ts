import { listOf, numberOf, recordOf, textOf } from '../../emulator/plain.ts';
import type { Plain } from '../../emulator/service.ts';
import type { SpreadsheetUser } from '../../emulator/spreadsheet/spreadsheet-user.ts';
import { typedText } from '../../emulator/spreadsheet/typed-text.ts';
import type { BookView, CellView, RectView, RowView, SheetView } from '../page-state.ts';

type Stored = ReturnType<typeof recordOf>;

/** The spreadsheet as the page shows it, from the emulator's snapshot and what the user sees. */
export function bookView(user: SpreadsheetUser, snapshot: Plain, now: number): BookView {
  const book = recordOf(recordOf(recordOf(snapshot).services).sheets);
  return {
    active: numberOf(book.activeGid),
    selection: selectionOf(book.selection ?? null, numberOf(book.activeGid)),
    sheets: listOf(book.sheets).map((sheet) => sheetView(user, recordOf(sheet), now)),
  };
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

function sheetView(user: SpreadsheetUser, sheet: Stored, now: number): SheetView {
  const name = textOf(sheet.name);
  const stored = new Map(listOf(sheet.rows).map((row) => [numberOf(recordOf(row).at), recordOf(row)]));
  const shown = user.displayValues(name);
  const length = Math.max(shown.length, ...[...stored].map(([at, { hidden }]) => (hidden ? at : 0)));
  const rows: RowView[] = Array.from({ length }, (_, at) => {
    const cells = listOf(stored.get(at + 1)?.cells ?? []);
    const texts = shown[at] ?? [];
    return {
      number: at + 1,
      hidden: user.rowHiddenBy(name, at + 1),
      cells: withoutBlankEnd(texts.map((text, column) => cellView(text, cells[column] ?? null, now))),
    };
  });
  return {
    gid: numberOf(sheet.gid),
    name,
    hidden: sheet.hidden === true,
    maxRows: numberOf(sheet.maxRows),
    maxColumns: numberOf(sheet.maxColumns),
    filter: filterOf(sheet.filter ?? null),
    rows,
  };
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
  const typed = typedText(value, now);
  const survives = typed.value === value && typed.formula === '';
  return survives || (isPlainText && !value.startsWith('=') && !value.startsWith("'")) ? value : `'${value}`;
}

function withoutBlankEnd(cells: CellView[]): CellView[] {
  while (cells.at(-1) === '') cells.pop();
  return cells;
}
