import type { Cursor } from '../app/ports/cursor.ts';

/**
 * The user's place in a spreadsheet. Cells are read by way of the selected range, because asking for its sheet would
 * take another call.
 */
export function cursorIn(file: GoogleAppsScript.Spreadsheet.Spreadsheet | null): Cursor | null {
  // Null when nothing is selected, and in executions without a user.
  const ranges = file?.getActiveRangeList()?.getRanges() ?? [];
  const last = ranges[ranges.length - 1];
  if (file === null || last === undefined) return null;
  const isOneRow = ranges.length === 1 && last.getNumRows() === 1;
  let row: number | null = null;
  const areaAt = (row: number, column: number, rows: number, columns: number) =>
    last.offset(row - last.getRow(), column - last.getColumn(), rows, columns);
  return {
    tab: last.getGridId(),
    // In a selection of one row the cursor can be in no other.
    row() {
      row ??= isOneRow ? last.getRow() : (file.getCurrentCell()?.getRow() ?? last.getRow());
      return row;
    },
    selected: ranges.map((range) => ({ firstRow: range.getRow(), lastRow: range.getLastRow() })),

    read(firstRow, rows, columns) {
      try {
        return areaAt(firstRow, 1, rows, columns).getDisplayValues();
      } catch {
        // Outside the grid: rows or columns were deleted. Google says so in any language.
        return null;
      }
    },

    goTo(row, column) {
      areaAt(row, column, 1, 1).activate();
    },
  };
}
