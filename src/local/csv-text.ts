import { failure, type Result, success } from '../core/result.ts';

/** What ends the lines of a CSV file. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** The cells of a CSV text, and its first line end outside the cells; null when there is none. */
export interface CsvCells {
  readonly rows: string[][];
  readonly lineEnd: LineEnd | null;
}

/** What is wrong with the quotes of a CSV text, and in which line. */
export interface CsvFault {
  readonly line: number;
  readonly kind: 'never-closed' | 'quote-in-plain-cell' | 'text-behind-quotes';
}

/** Up to the next sign that means something outside of quotes. */
const PLAIN = /[^,"\r\n]*/y;

/**
 * Reads cells with commas between them, with or without quotes, as Google Sheets writes them. A library would do, but
 * the usual one makes an error with a stack trace for each row that is shorter than the header, even for blank lines.
 */
export function parseCsv(text: string): Result<CsvCells, CsvFault> {
  const rows: string[][] = [];
  let row: string[] = [];
  let lineEnd: LineEnd | null = null;
  let at = 0;
  while (at < text.length || row.length > 0) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at) + 1 : endOfPlain(text, at);
    if (quoted && end === 0) return failure({ kind: 'never-closed', line: lineAt(text, at) });
    row.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    const lineEndHere = lineEndAt(text, at);
    if (lineEndHere === null && at < text.length) {
      return failure({ kind: quoted ? 'text-behind-quotes' : 'quote-in-plain-cell', line: lineAt(text, at) });
    }
    rows.push(row);
    row = [];
    lineEnd ??= lineEndHere;
    at += lineEndHere?.length ?? 0;
  }
  return success({ rows, lineEnd });
}

/** The place of the quote that closes the cell whose first quote is at `open`; -1 when none does. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close;
}

function endOfPlain(text: string, from: number): number {
  PLAIN.lastIndex = from;
  PLAIN.test(text);
  return PLAIN.lastIndex;
}

function lineEndAt(text: string, at: number): LineEnd | null {
  const sign = text[at];
  if (sign === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  return sign === '\n' ? '\n' : null;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length;
}

/** Writes cells with commas between them, in quotes where they need some. */
export function writeCsv(rows: readonly (readonly string[])[], lineEnd: LineEnd): string {
  return rows.map((row) => row.map(written).join(',')).join(lineEnd);
}

function written(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
