import { NO_CORRECTIONS } from '../../core/sheet/corrections.ts';
import { rowsPrint, rowsWithin } from '../../core/sheet/selection.ts';
import type { Row } from '../../core/sheet/table.ts';
import type { Cursor } from '../ports/cursor.ts';
import type { Platform } from '../ports/ports.ts';
import type { SheetOutline, SheetView } from './contract.ts';
import { restingAfterTrouble } from './resting.ts';
import { rowPreview } from './row-preview.ts';
import { hasHeaders, printOf, tableOfRows } from './sheet-outline.ts';

/** Down to this row the header row and the active row are read in one call. */
const NEAR = 100;

/** So far the next filled row is looked for. */
const REACH = 50;

export type Glance = SheetView | 'whole' | 'narrow';

/**
 * The sheet as the sidebar shows it, from the selection, the header row and the active row alone: `seen` says the rest.
 * 'whole': the whole sheet must be read; 'narrow': also that it has no such columns any more. The page asks every few seconds, so when nothing has changed this reads no
 * property, of which Google allows 50,000 reads a day.
 */
export function glance(platform: Platform, move: -1 | 0 | 1, seen: SheetView): Glance {
  const { outline } = seen;
  const cursor = platform.spreadsheet.cursor();
  if (outline === null || cursor === null || cursor.tab !== outline.tab) return 'whole';
  return move === 0
    ? activeRow(platform, cursor, outline, seen)
    : neighbour(platform, cursor, outline, seen, move);
}

function activeRow(platform: Platform, cursor: Cursor, outline: SheetOutline, seen: SheetView): Glance {
  const number = cursor.row();
  const near = number <= NEAR ? cursor.read(1, number, outline.columns) : null;
  const [headers] = near ?? cursor.read(1, 1, outline.columns) ?? [];
  if (headers === undefined) return 'narrow';
  if (!hasHeaders(outline, headers)) return 'whole';
  const cells = near === null ? cursor.read(number, 1, outline.columns)?.[0] : near[number - 1];
  if (cells === undefined) return 'narrow';
  const print = printOf(cursor, number, cells);
  if (print === outline.print) return seen;
  // Where the last filled row is by now, only the whole sheet can tell.
  if (cursor.selected.some(({ lastRow }) => lastRow > outline.filled.last)) return 'whole';
  const [row] = tableOfRows(outline, number, [cells], seen.settings, NO_CORRECTIONS).rows;
  return number > 1 && row !== undefined
    ? viewWith(platform, cursor.selected, { ...outline, print }, seen, row)
    : 'whole';
}

/** Goes to the next filled row in a direction. It is near, or the whole sheet is read. */
function neighbour(
  platform: Platform,
  cursor: Cursor,
  outline: SheetOutline,
  seen: SheetView,
  step: -1 | 1,
): Glance {
  const from = cursor.row();
  const first = step === 1 ? from + 1 : Math.max(2, from - REACH);
  const last = step === 1 ? Math.min(outline.filled.last, from + REACH) : from - 1;
  if (last < first) return 'whole';
  const cells = cursor.read(first, last - first + 1, outline.columns);
  if (cells === null) return 'narrow';
  const table = tableOfRows(outline, first, cells, seen.settings, NO_CORRECTIONS);
  const filled = table.rows.filter(({ blank }) => !blank);
  const there = step === 1 ? filled[0] : filled[filled.length - 1];
  if (there === undefined) return 'whole';
  cursor.goTo(there.number, Math.max(1, table.columnOf('script') + 1));
  const selected = [{ firstRow: there.number, lastRow: there.number }];
  const print = printOf({ ...cursor, selected }, there.number, there.cells);
  return viewWith(platform, selected, { ...outline, print }, seen, there);
}

function viewWith(
  platform: Platform,
  selected: Cursor['selected'],
  outline: SheetOutline,
  seen: SheetView,
  row: Row,
): SheetView {
  const rows = rowsWithin(selected, outline.filled.last);
  const corrections = seen.hasCorrections ? platform.settings.corrections() : NO_CORRECTIONS;
  const table = tableOfRows(outline, row.number, [row.cells], seen.settings, corrections);
  return {
    ...seen,
    outline,
    selectedRows: rows.length,
    rowsPrint: rowsPrint(outline.tab, rows),
    row: row.blank
      ? null
      : {
          ...rowPreview(restingAfterTrouble(frugal(platform, seen)), table, row, seen.defaults),
          hasPrevious: row.number > outline.filled.first,
          hasNext: row.number < outline.filled.last,
        },
  };
}

/** Where no words were heard so far, their lengths need not be read. */
function frugal(platform: Platform, { hasRecordings }: SheetView): Platform {
  if (hasRecordings) return platform;
  return { ...platform, settings: { ...platform.settings, recordings: () => [] } };
}
