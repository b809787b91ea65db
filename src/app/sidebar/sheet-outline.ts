import { fingerprint } from '../../core/fingerprint.ts';
import { EXTRA_OUTPUT_COLUMNS, WRITTEN_BY_US } from '../../core/output-columns.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { Corrections } from '../../core/sheet/corrections.ts';
import { filledRows } from '../../core/sheet/selection.ts';
import { readTable, type Table } from '../../core/sheet/table.ts';
import type { Cursor } from '../ports/cursor.ts';
import type { SheetOutline } from './contract.ts';

/** The outline of a tab that was read in full. `mayGrow`: the sheet may have room for one more header. */
export function outlineOf(
  tab: number,
  displayed: readonly (readonly string[])[],
  table: Table,
  cursor: Cursor | null,
  mayGrow: boolean,
): SheetOutline {
  const headers = withoutEnd(displayed[0] ?? []);
  const row = cursor?.row() ?? 0;
  return {
    tab,
    headers,
    columns: (displayed[0]?.length ?? 0) + (mayGrow ? 1 : 0),
    extras: table.extras.map(({ index }) => index),
    filled: filledRows(table),
    print: cursor === null ? '' : printOf(cursor, row, row > 1 ? (displayed[row - 1] ?? []) : headers),
  };
}

/** Identifies the selection and what the row of the cursor shows. */
export function printOf({ selected }: Cursor, row: number, cells: readonly string[]): string {
  return fingerprint(JSON.stringify([selected, row, withoutEnd(cells)]));
}

/** Some rows of a tab as a table: what holds for its whole columns is taken from the outline. */
export function tableOfRows(
  { headers, extras }: SheetOutline,
  firstRow: number,
  rows: readonly (readonly string[])[],
  settings: SheetSettings,
  corrections: Corrections,
): Table {
  const notes = headers.map((_, index) => (extras.includes(index) ? WRITTEN_BY_US : ''));
  const whole = readTable([headers], 1, notes);
  const ours = new Set(whole.extras.map(({ name }) => name));
  const others = EXTRA_OUTPUT_COLUMNS.map(({ name }) => name).filter((name) => !ours.has(name));
  return readTable([headers, ...rows], firstRow - 1, notes, new Set(others), settings, corrections);
}

/** Whether the header row is the outline's. */
export function hasHeaders({ headers }: SheetOutline, shown: readonly string[]): boolean {
  return JSON.stringify(withoutEnd(shown)) === JSON.stringify(headers);
}

/** Without the empty cells at its end, of which a wider look sees more. */
function withoutEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}
