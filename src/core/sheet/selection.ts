import { fingerprint } from '../fingerprint.ts';
import type { Table } from './table.ts';

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
  let end = table.rows.length;
  while (end > 0 && table.rows[end - 1]?.blank === true) end -= 1;

  const spans = [...ranges].sort((a, b) => a.firstRow - b.firstRow);
  const selected: number[] = [];
  let next = 0;
  // Rows and spans both ascend, so one pass is enough: `reach` is the last row of any span so far.
  let reach = 0;
  for (const { number } of table.rows.slice(0, end)) {
    for (let span = spans[next]; span !== undefined && span.firstRow <= number; span = spans[next]) {
      reach = Math.max(reach, span.lastRow);
      next += 1;
    }
    if (number <= reach) selected.push(number);
  }
  return selected;
}

/** Identifies exactly these rows of this tab, so that a choice is written into the rows that the user saw, or into none. */
export function rowsPrint(tab: number, rows: readonly number[]): string {
  return fingerprint(`${tab} ${rows.join()}`);
}
