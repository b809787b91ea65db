import { EXTRA_OUTPUT_COLUMNS, headerKey, WRITTEN_BY_US } from '../columns/columns.ts';
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

/** Whether the notes of the headers have to be read. */
export function hasExtraHeaders(headers: readonly string[]): boolean {
  return headers.some((header) => BY_KEY.has(headerKey(header)));
}

/**
 * The columns with these names that are ours: the header's note says so, or nothing stands in them. Every other
 * one holds the user's own values: it is never written, and can be merged like any column.
 */
export function extraColumns(
  displayValues: readonly (readonly string[])[],
  headerNotes: readonly string[],
): readonly ExtraColumn[] {
  const [headers = [], ...rows] = displayValues;
  const keys = headers.map(headerKey);
  return keys.flatMap((key, index): ExtraColumn[] => {
    const column = BY_KEY.get(key);
    if (column === undefined || keys.indexOf(key) !== keys.lastIndexOf(key)) return [];
    const isNoted = headerNotes[index]?.includes(WRITTEN_BY_US) === true;
    if (!isNoted && rows.some((row) => !isBlank(row[index] ?? ''))) return [];
    return [{ name: column.name, index, note: isNoted ? '' : column.note }];
  });
}
