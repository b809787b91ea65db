import { type Result, success } from '../../core/result.ts';
import { type RowWrite, rectangles } from '../../core/sheet/cell-writes.ts';
import type { CellContent, Tab } from '../ports/ports.ts';

/** With more separate runs of rows than this, one rectangle that spans them is written. */
const MOST_RUNS = 3;

/** Writes contents into some columns of some rows, in few calls. Cells in between get back what they held. */
export function writeRows(
  tab: Tab,
  columns: readonly number[],
  rows: readonly RowWrite<CellContent>[],
): Result<null> {
  for (const write of rectangles(columns, rows, MOST_RUNS)) {
    const area = {
      row: write.row,
      column: write.column,
      rows: write.cells.length,
      columns: write.cells[0]?.length ?? 0,
    };
    const held = write.cells.some((line) => line.includes(null)) ? tab.readHeld(area) : [];
    const cells = write.cells.map((line, at) =>
      line.map((cell, place): CellContent => cell ?? held[at]?.[place] ?? { kind: 'blank' }),
    );
    const written = tab.write(area, cells);
    if (!written.ok) return written;
  }
  return success(null);
}
