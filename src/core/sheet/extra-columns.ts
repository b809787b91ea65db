import { headerKey } from '../columns/columns.ts';
import { EXTRA_OUTPUT_COLUMNS, WRITTEN_BY_US } from '../output-columns.ts';
import { isBlank } from './display-value.ts';

/** An optional output column that this sheet has. */
export interface ExtraColumn {
  readonly name: (typeof EXTRA_OUTPUT_COLUMNS)[number]['name'];
  /** Counted from 0. */
  readonly index: number;
  /** The note to put on its header. '' when it is already there. */
  readonly note: string;
}

const BY_KEY = new Map(EXTRA_OUTPUT_COLUMNS.map((column) => [headerKey(column.name), column]));

/** The columns with such names, and whether they are empty. A name that occurs twice does not count. */
function candidates(displayValues: readonly (readonly string[])[]) {
  const [headers = [], ...rows] = displayValues;
  const keys = headers.map(headerKey);
  return keys.flatMap((key, index) => {
    const column = BY_KEY.get(key);
    if (column === undefined || keys.indexOf(key) !== keys.lastIndexOf(key)) return [];
    return [{ column, index, isEmpty: rows.every((row) => isBlank(row[index] ?? '')) }];
  });
}

/**
 * Whether the header notes must be read to tell which columns are ours. A column of pictures shows no text and looks
 * empty.
 */
export function needsHeaderNotes(displayValues: readonly (readonly string[])[]): boolean {
  return candidates(displayValues).some(({ column, isEmpty }) => !isEmpty || 'picture' in column);
}

/**
 * The optional output columns that are ours: their header note says so, or they are empty. Any other column of such a
 * name holds the user's own values. It is never written and can be merged like any column. `disowned` names columns
 * that turned out to be the user's although they look empty.
 */
export function extraColumns(
  displayValues: readonly (readonly string[])[],
  headerNotes: readonly string[],
  disowned: ReadonlySet<string> = new Set(),
): readonly ExtraColumn[] {
  return candidates(displayValues).flatMap(({ column, index, isEmpty }): ExtraColumn[] => {
    const isNoted = headerNotes[index]?.includes(WRITTEN_BY_US) === true;
    if (disowned.has(column.name) || !(isNoted || isEmpty)) return [];
    return [{ name: column.name, index, note: isNoted ? '' : column.note }];
  });
}
