import { headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import { groupsOf } from '../groups.ts';
import { excerpt, type Issue, listed } from '../issue.ts';
import { OUTPUT_COLUMNS } from '../output-columns.ts';
import { isBlank, unusable } from './display-value.ts';
import type { OwnColumns } from './own-columns.ts';

/** Nobody's data, whoever's column it is. */
const OWN_KEYS: ReadonlySet<string> = new Set(
  [...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => headerKey(name)),
);

/** Headers of nearly every Reelmerge sheet that are unlikely as cell texts. */
const TYPICAL_KEYS: ReadonlySet<string> = new Set(['script', 'avatar_id', 'voice_id'].map(headerKey));

/** How many rows are searched for a misplaced header row. */
const ROWS_SEARCHED = 6;

const LONGEST_LIKELY_HEADER = 100;

/** A form names its columns by its questions, which may be long. */
const ASKS = /[?？؟]\s*(?:\*|\([^()]*\)|\[[^\][]*\])?\s*$/u;

/** A column's letters from its 0-based index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Several columns by their letters: "B and F". */
export function columnList(indexes: readonly number[]): string {
  return listed(indexes.map(columnLetters), 'and');
}

/** The issues of the header row. With any of them nothing of this sheet can be sent. */
export function headerRowIssues(
  grid: readonly (readonly string[])[],
  firstRowNumber: number,
  own: OwnColumns,
): Issue[] {
  const headers = grid[0] ?? [];
  const missing = missingHeaderRow(grid, firstRowNumber, own);
  if (missing !== null) return [missing];
  const issues: Issue[] = [];
  for (const [key, columns] of columnsByKey(headers)) {
    const name = own.nameOf(key);
    if (name === null || columns.length < 2) continue;
    issues.push({
      code: 'header_repeated',
      column: name,
      message: `The columns ${columnList(columns)} are both named "${own.headerOf(name)}". Rename or delete all but one of them.`,
    });
  }
  return issues;
}

/** Remarks about the header row that stop nothing. */
export function headerRowNotices(headers: readonly string[], filled: ReadonlySet<number>): Issue[] {
  const notices: Issue[] = [];
  headers.forEach((header, index) => {
    if (isBlank(header) || header === header.trim()) return;
    notices.push({
      code: 'header_spaces',
      column: header.trim(),
      message: `The header "${excerpt(header)}" in column ${columnLetters(index)} begins or ends with a space. Reelmerge ignores the space. You need not do anything.`,
    });
  });
  const nameless = [...filled].filter((index) => isBlank(headers[index] ?? '')).sort((a, b) => a - b);
  for (const index of nameless) {
    notices.push({
      code: 'header_blank',
      column: '',
      message: `Column ${columnLetters(index)} has values but no name. To merge it, write a name in its header cell.`,
    });
  }
  return notices;
}

/** The 0-based columns of each header, by key. Blank headers are left out. */
export function columnsByKey(headers: readonly string[]): Map<string, number[]> {
  return groupsOf([...headers.keys()], (index) => headerKey(headers[index] ?? '') || null);
}

function missingHeaderRow(
  grid: readonly (readonly string[])[],
  firstRowNumber: number,
  own: OwnColumns,
): Issue | null {
  const headers = grid[0] ?? [];
  if (headers.some((header) => OWN_KEYS.has(headerKey(header)) || own.nameOf(header) !== null)) return null;
  const mustHold = `Row ${firstRowNumber} must hold the column names`;
  const below = grid
    .slice(1, ROWS_SEARCHED)
    .findIndex((cells) => cells.some((cell) => TYPICAL_KEYS.has(headerKey(cell))));
  if (below !== -1) {
    const found = firstRowNumber + 1 + below;
    return {
      code: 'header_row_elsewhere',
      column: '',
      message: `${mustHold}, but they seem to be in row ${found}. Delete the rows above it.`,
    };
  }
  const advice =
    'Insert a row at the top and name the columns, or choose "Set up this sheet" in an empty sheet.';
  if (headers.every(isBlank)) {
    return { code: 'header_row_missing', column: '', message: `${mustHold}, but it is empty. ${advice}` };
  }
  const data = headers.find(
    (header, index) => looksLikeData(header) || isLongLikeData(header, grid.slice(1), index),
  );
  if (data === undefined) return null;
  return {
    code: 'header_row_missing',
    column: '',
    message: `${mustHold}, but it seems to hold data ("${excerpt(data)}"). ${advice}`,
  };
}

/** Whether nobody would give a column this name. Only asked when none of Reelmerge's headers is there. */
function looksLikeData(cell: string): boolean {
  return (
    cell.includes('<<') ||
    unusable(cell) !== null ||
    /^\s*https?:\/\//iu.test(cell) ||
    /^\s*[^\s@]+@[^\s@]+\.[a-z]+\s*$/iu.test(cell)
  );
}

/** A long text is data, unless it asks something, stands above short answers, or has no answer where other columns do. */
function isLongLikeData(header: string, rows: readonly (readonly string[])[], index: number): boolean {
  if (header.length <= LONGEST_LIKELY_HEADER || ASKS.test(header)) return false;
  const below = rows.map((row) => row[index] ?? '').filter((cell) => !isBlank(cell));
  if (below.length === 0) return rows.every((row) => row.every(isBlank));
  return below.some((cell) => cell.length > LONGEST_LIKELY_HEADER);
}
