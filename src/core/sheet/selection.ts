import { fingerprint } from '../fingerprint.ts';
import type { Table } from './table.ts';

const HEADER_ROW = 1;

/** The rows of a selected range, both ends included. A selected column ends at the sheet's last row. */
export interface RowSpan {
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * The numbers of the selected rows, ascending and each once. The header row and the empty rows after the last filled
 * one are left out; blank rows in between are not.
 */
export function rowsOfSelection(ranges: readonly RowSpan[], table: Table): readonly number[] {
  return rowsWithin(ranges, filledRows(table).last);
}

/** The numbers of the selected rows below the header row, up to the last filled one. */
export function rowsWithin(ranges: readonly RowSpan[], lastFilled: number): readonly number[] {
  const selected: number[] = [];
  let next = HEADER_ROW + 1;
  for (const { firstRow, lastRow } of [...ranges].sort((a, b) => a.firstRow - b.firstRow)) {
    next = Math.max(next, firstRow);
    for (; next <= Math.min(lastRow, lastFilled); next++) selected.push(next);
  }
  return selected;
}

/** The first and the last filled row of a table; the header row's number when there is none. */
export function filledRows({ rows }: Table): { readonly first: number; readonly last: number } {
  const filled = rows.filter(({ blank }) => !blank);
  return {
    first: filled[0]?.number ?? HEADER_ROW,
    last: filled[filled.length - 1]?.number ?? HEADER_ROW,
  };
}

/** Identifies exactly these rows of this tab, so that a choice is written into the rows that the user saw, or into none. */
export function rowsPrint(tab: number, rows: readonly number[]): string {
  return fingerprint(`${tab} ${rows.join()}`);
}
