import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { failure, type Result, success } from '../core/result.ts';

/** A sheet as a CSV file holds it: every cell as text, and how the file was written. */
export interface CsvSheet {
  /** The header first. Rows may be shorter or longer than it. */
  readonly rows: readonly (readonly string[])[];
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly byteOrderMark: boolean;
  /** Whether the last row ends with a line end, too. */
  readonly endsWithLine: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/** What csv-parse finds wrong with quotes, in the user's words. */
const QUOTE_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'a cell begins with a quote (") that is never closed. Close it, or export the sheet again.',
  INVALID_OPENING_QUOTE:
    'a quote (") stands inside a cell that is not quoted. Put the cell in quotes and write each quote in it twice.',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows the quote (") that ends a cell. Write each quote inside a quoted cell twice.',
};

/** Reads a CSV file as Google Sheets exports it. The failure is a sentence that begins with the line. */
export function readCsv(bytes: Uint8Array): Result<CsvSheet, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return failure('the file is not UTF-8 text. Export it from Google Sheets as comma-separated values.');
  }
  const byteOrderMark = text.startsWith(BYTE_ORDER_MARK);
  if (byteOrderMark) text = text.slice(1);
  if (text.trim() === '') return failure('line 1: the file is empty. Row 1 must hold the column names.');
  const rows = parsed(text);
  if (!rows.ok) return rows;
  const header = rows.value[0] ?? [];
  const other = [';', '\t'].find((sign) => header.length === 1 && header[0]?.includes(sign));
  if (other !== undefined) {
    const name = other === ';' ? 'semicolons' : 'tabs';
    return failure(
      `line 1: the columns are parted by ${name}, but must be by commas. Export the sheet again as comma-separated values.`,
    );
  }
  return success({
    rows: rows.value,
    lineEnd: lineEndOf(text),
    byteOrderMark,
    endsWithLine: /[\r\n]$/.test(text),
  });
}

/** Writes rows in the manner of the file that they came from. */
export function csvText(rows: readonly (readonly string[])[], like: CsvSheet): string {
  const text = stringify(
    rows.map((row) => [...row]),
    { record_delimiter: like.lineEnd, eof: like.endsWithLine, quoted_match: /[\r\n]/ },
  );
  return (like.byteOrderMark ? BYTE_ORDER_MARK : '') + text;
}

function parsed(text: string): Result<string[][], string> {
  try {
    return success(
      parse(text, {
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lineOfOpenQuote(text) : Number(error.lines);
    return failure(`line ${line}: ${QUOTE_FAULTS[error.code] ?? error.message}`);
  }
}

/** Where the quote stands that is never closed; csv-parse only knows where it gave up. */
function lineOfOpenQuote(text: string): number {
  const before = text.slice(0, text.lastIndexOf('"'));
  return before.split(/\r\n|\r|\n/).length;
}

/** The first line end outside quotes. */
function lineEndOf(text: string): CsvSheet['lineEnd'] {
  const [, end] = /^(?:"[^"]*"|[^"\r\n])*(\r\n|\r|\n)/.exec(text) ?? [];
  return end === '\r\n' || end === '\r' ? end : '\n';
}
