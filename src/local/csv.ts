import { headerKey, INPUT_COLUMNS } from '../core/columns/columns.ts';
import { failure, type Result, success } from '../core/result.ts';
import { type CsvFault, type LineEnd, parseCsv, writeCsv } from './csv-text.ts';

/** A sheet as a CSV file holds it: every cell as text, and how the file was written. */
export interface CsvSheet {
  /** The header first. Rows may be shorter or longer than it. */
  readonly rows: readonly (readonly string[])[];
  readonly lineEnd: LineEnd;
  readonly byteOrderMark: boolean;
  /** Whether the last row ends with a line end, too. */
  readonly endsWithLine: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

const EXPORT_AGAIN = 'Export the sheet from Google Sheets as comma-separated values.';

const QUOTE_FAULTS: Readonly<Record<CsvFault['kind'], string>> = {
  'never-closed': 'a cell begins with a quote (") that is never closed. Close it, or export the sheet again.',
  'quote-in-plain-cell':
    'a quote (") stands inside a cell that is not quoted. Put the cell in quotes and write each quote in it twice.',
  'text-behind-quotes':
    'something follows the quote (") that ends a cell. Write each quote inside a quoted cell twice.',
};

const SEPARATORS = [
  { sign: ';', name: 'semicolons' },
  { sign: '\t', name: 'tabs' },
  { sign: '|', name: 'vertical bars' },
] as const;

const INPUT_KEYS: ReadonlySet<string> = new Set(INPUT_COLUMNS.map(({ name }) => headerKey(name)));

/** Reads a CSV file as Google Sheets exports it. The failure is a sentence that begins with the line. */
export function readCsv(bytes: Uint8Array): Result<CsvSheet, string> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const byteOrderMark = decoded.value.startsWith(BYTE_ORDER_MARK);
  const text = byteOrderMark ? decoded.value.slice(1) : decoded.value;
  if (text.trim() === '') return failure('line 1: the file is empty. Row 1 must hold the column names.');
  const separator = otherSeparator(text);
  if (separator !== null) {
    return failure(
      `line 1: the columns are separated by ${separator}, but must be by commas. ${EXPORT_AGAIN}`,
    );
  }
  const cells = parseCsv(text);
  if (!cells.ok) return failure(`line ${cells.failure.line}: ${QUOTE_FAULTS[cells.failure.kind]}`);
  return success({
    rows: cells.value.rows,
    lineEnd: cells.value.lineEnd ?? '\n',
    byteOrderMark,
    endsWithLine: /[\r\n]$/.test(text),
  });
}

/** Writes rows like the file that they came from. */
export function csvText(rows: readonly (readonly string[])[], like: CsvSheet): string {
  const end = like.endsWithLine && rows.length > 0 ? like.lineEnd : '';
  return (like.byteOrderMark ? BYTE_ORDER_MARK : '') + writeCsv(rows, like.lineEnd) + end;
}

function decode(bytes: Uint8Array): Result<string, string> {
  const encoding = wideEncoding(bytes);
  if (encoding !== null) return failure(`the file is ${encoding} text, but must be UTF-8. ${EXPORT_AGAIN}`);
  try {
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return failure(`the file is not UTF-8 text. ${EXPORT_AGAIN}`);
  }
}

const LINE_FEED = 0x0a;

/**
 * Excel's "Unicode text" and some databases write two or four bytes for each character, often without the mark that
 * says so. The zero bytes in it are valid UTF-8, so such a file would pass for a sheet of one strange column. The
 * header is enough to tell: each comma and Latin letter in it has a zero byte, always on the same side.
 */
function wideEncoding(bytes: Uint8Array): 'UTF-16' | 'UTF-32' | null {
  const end = bytes.indexOf(LINE_FEED);
  const header = end < 0 ? bytes : bytes.subarray(0, end);
  const zeroAt = (odd: boolean): boolean => header.some((byte, at) => byte === 0 && (at % 2 === 1) === odd);
  const [even, odd] = [zeroAt(false), zeroAt(true)];
  if (even && odd) return 'UTF-32';
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || even || odd ? 'UTF-16' : null;
}

/** What separates the columns, when it is certainly not commas. */
function otherSeparator(text: string): string | null {
  const [header = ''] = /^(?:[^"\r\n]+|"[^"]*")*/.exec(text) ?? [];
  const [single, known] = [!header.includes(','), knownColumns(header, ',')];
  const found = SEPARATORS.find(({ sign }) => {
    if (!header.includes(sign)) return false;
    return knownColumns(header, sign) > known || (single && sign !== '|');
  });
  return found?.name ?? null;
}

/** How many input columns the header holds when it is cut at this sign. */
function knownColumns(header: string, sign: string): number {
  return header.split(sign).filter((cell) => INPUT_KEYS.has(headerKey(cell.replaceAll('"', '')))).length;
}
