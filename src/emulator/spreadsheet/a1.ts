import { refused } from '../refusals/refused.ts';
import type { Rect } from './rect.ts';

/** A1 notation, parsed. An end of 0 is open (`A5:M`, `5:7`, `A:C`). */
export interface A1Range {
  /** Name of the sheet, null when the text names none. */
  readonly sheet: string | null;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** `A` → `1`, `AA` → `27`; upper or lower case. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function a1Notation(rect: Rect): string {
  const first = `${columnLetters(rect.column)}${rect.row}`;
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${columnLetters(rect.column + rect.columns - 1)}${rect.row + rect.rows - 1}`;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

/**
 * Reads `B2`, `A1:C3`, `A5:M`, `5:7`, `A:C`, with `$` signs or a sheet before `!`.
 * Throws the platform's "Range not found" for everything else; named ranges are not emulated.
 */
export function parseA1(text: string): A1Range {
  const bang = text.lastIndexOf('!');
  const sheet = bang < 0 ? null : unquoted(text.slice(0, bang));
  const [from = '', to = from, ...more] = text.slice(bang + 1).split(':');
  const start = CORNER.exec(from.trim());
  const end = CORNER.exec(to.trim());
  const open = from === to && (start?.[1] === undefined || start[2] === undefined) && !text.includes(':');
  if (start === null || end === null || from.trim() === '' || to.trim() === '' || more.length > 0 || open) {
    throw refused('rangeNotFound', text);
  }
  const rows = [start[2], end[2]].map((digits) => (digits === undefined ? 0 : Number(digits)));
  const columns = [start[1], end[1]].map((letters) => (letters === undefined ? 0 : columnNumber(letters)));
  const [firstRow, lastRow] = ordered(rows);
  const [firstColumn, lastColumn] = ordered(columns);
  return { sheet, firstRow, firstColumn, lastRow, lastColumn };
}

/** The block that the notation means on a sheet of the given size. */
export function rectOf(range: A1Range, maxRows: number, maxColumns: number): Rect {
  const lastRow = range.lastRow === 0 ? maxRows : range.lastRow;
  const lastColumn = range.lastColumn === 0 ? maxColumns : range.lastColumn;
  return {
    row: range.firstRow,
    column: range.firstColumn,
    rows: lastRow - range.firstRow + 1,
    columns: lastColumn - range.firstColumn + 1,
  };
}

/** Whether the notation has no open end: then it means the same on a sheet of any size. */
export function isClosed(range: A1Range): boolean {
  return range.lastRow > 0 && range.lastColumn > 0;
}

function ordered(ends: readonly number[]): [number, number] {
  const [first = 0, last = 0] = ends;
  if (first === 0 || last === 0) return [Math.max(first, last, 1), 0];
  return first <= last ? [first, last] : [last, first];
}

function unquoted(name: string): string {
  return name.length > 1 && name.startsWith("'") && name.endsWith("'")
    ? name.slice(1, -1).replaceAll("''", "'")
    : name;
}
