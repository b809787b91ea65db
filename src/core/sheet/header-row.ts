import { type ColumnName, headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import { excerpt, type Issue, listed } from '../issue.ts';
import { OUTPUT_COLUMNS } from '../output-columns.ts';
import { isBlank, unusable } from './display-value.ts';

/** The keys of Reelmerge's own columns and their canonical names. */
const OWN_NAMES: ReadonlyMap<string, ColumnName> = new Map(
  [...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => [headerKey(name), name]),
);

/** Headers that stand at the top of every sheet made for Reelmerge and are no likely cell text. */
const TELLING_KEYS: ReadonlySet<string> = new Set(['script', 'avatar_id', 'voice_id'].map(headerKey));

/** Where a header row that is not in row 1 is looked for. */
const ROWS_LOOKED_AT = 6;

const LONGEST_LIKELY_HEADER = 100;

/** The letters over a column of the sheet, from its 0-based index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** "B and F": several columns by their letters. */
export function columnList(indexes: readonly number[]): string {
  return listed(indexes.map(columnLetters), 'and');
}

/** Why nothing of this sheet can be sent before its header row is mended. */
export function headerRowIssues(grid: readonly (readonly string[])[], firstRowNumber: number): Issue[] {
  const headers = grid[0] ?? [];
  const missing = missingHeaderRow(grid, firstRowNumber);
  if (missing !== null) return [missing];
  const issues: Issue[] = [];
  for (const [key, columns] of columnsByKey(headers)) {
    const name = OWN_NAMES.get(key);
    if (name === undefined || columns.length < 2) continue;
    issues.push({
      code: 'header_repeated',
      column: name,
      message: `The columns ${columnList(columns)} are both named "${name}". Rename or delete all but one of them.`,
    });
  }
  return issues;
}

/** What is worth telling about the header row although it stops nothing. */
export function headerRowNotices(headers: readonly string[], filled: ReadonlySet<number>): Issue[] {
  const notices: Issue[] = [];
  headers.forEach((header, index) => {
    if (isBlank(header) || header === header.trim()) return;
    notices.push({
      code: 'header_spaces',
      column: header.trim(),
      message: `The header "${excerpt(header)}" in column ${columnLetters(index)} begins or ends with a space. It is read without it; nothing needs to be done.`,
    });
  });
  const nameless = [...filled].filter((index) => isBlank(headers[index] ?? '')).sort((a, b) => a - b);
  for (const index of nameless) {
    notices.push({
      code: 'header_blank',
      column: '',
      message: `Column ${columnLetters(index)} has values but no name. Write one in its header cell to merge it.`,
    });
  }
  return notices;
}

/** The 0-based columns of each header, by key; blank headers name nothing. */
export function columnsByKey(headers: readonly string[]): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  headers.forEach((header, index) => {
    const key = headerKey(header);
    if (key === '') return;
    const known = columns.get(key);
    if (known === undefined) columns.set(key, [index]);
    else known.push(index);
  });
  return columns;
}

function missingHeaderRow(grid: readonly (readonly string[])[], firstRowNumber: number): Issue | null {
  const headers = grid[0] ?? [];
  if (headers.some((header) => OWN_NAMES.has(headerKey(header)))) return null;
  const mustHold = `Row ${firstRowNumber} must hold the column names`;
  const below = grid
    .slice(1, ROWS_LOOKED_AT)
    .findIndex((cells) => cells.some((cell) => TELLING_KEYS.has(headerKey(cell))));
  if (below !== -1) {
    const found = firstRowNumber + 1 + below;
    return {
      code: 'header_row_elsewhere',
      column: '',
      message: `${mustHold}; they seem to be in row ${found}. Delete the rows above it.`,
    };
  }
  const advice =
    'Insert a row at the top and name the columns, or choose "Set up this sheet" in an empty sheet.';
  if (headers.every(isBlank)) {
    return { code: 'header_row_missing', column: '', message: `${mustHold}; it is empty. ${advice}` };
  }
  const data = headers.find(looksLikeData);
  if (data === undefined) return null;
  return {
    code: 'header_row_missing',
    column: '',
    message: `${mustHold}; it seems to hold a row of data ("${excerpt(data)}"). ${advice}`,
  };
}

/** True for a text that nobody names a column. Only asked when no header of Reelmerge's is there. */
function looksLikeData(cell: string): boolean {
  return (
    cell.length > LONGEST_LIKELY_HEADER ||
    cell.includes('<<') ||
    unusable(cell) !== null ||
    /^\s*https?:\/\//iu.test(cell) ||
    /^\s*[^\s@]+@[^\s@]+\.[a-z]+\s*$/iu.test(cell)
  );
}
