import { headerKey } from '../columns/columns.ts';
import { EXTRA_OUTPUT_COLUMNS, WRITTEN_BY_US } from '../output-columns.ts';
import { isBlank } from './display-value.ts';

/** A column of the sheet that is ours to write, although not every sheet has it. */
export interface ExtraColumn {
  readonly name: (typeof EXTRA_OUTPUT_COLUMNS)[number]['name'];
  /** Counted from 0. */
  readonly index: number;
  /** For its header, when that does not say yet whose the column is; '' when it does. */
  readonly note: string;
}

const BY_KEY = new Map(EXTRA_OUTPUT_COLUMNS.map((column) => [headerKey(column.name), column]));

/** The columns with these names, and whether anything stands in them. A name that is there twice is nobody's. */
function candidates(displayValues: readonly (readonly string[])[]) {
  const [headers = [], ...rows] = displayValues;
  const keys = headers.map(headerKey);
  return keys.flatMap((key, index) => {
    const column = BY_KEY.get(key);
    if (column === undefined || keys.indexOf(key) !== keys.lastIndexOf(key)) return [];
    return [{ column, index, isEmpty: rows.every((row) => isBlank(row[index] ?? '')) }];
  });
}

/** Whether only the notes of the headers can tell whose a column is. */
export function needsHeaderNotes(displayValues: readonly (readonly string[])[]): boolean {
  return candidates(displayValues).some(({ isEmpty }) => !isEmpty);
}

/**
 * The columns with these names that are ours: the header's note says so, or nothing stands in them. Every other
 * one holds the user's own values: it is never written, and can be merged like any column. `disowned` names
 * those that were found not to be ours, although nothing is seen in them.
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
