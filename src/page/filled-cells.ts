import type { Place } from './grid-selection.ts';
import type { RectView, SheetView } from './page-state.ts';

/** The filled cells of these blocks, each once. Those of hidden rows are left out, because nobody sees them go. */
export function filledCells(sheet: SheetView, rects: readonly RectView[]): Place[] {
  const cells = new Map<string, Place>();
  for (const rect of rects) {
    for (const { number, hidden, cells: line } of sheet.rows.slice(rect.row - 1, rect.row - 1 + rect.rows)) {
      if (hidden !== null) continue;
      for (let at = rect.column - 1; at < Math.min(line.length, rect.column - 1 + rect.columns); at += 1) {
        if (line[at] !== '') cells.set(`${number} ${at}`, { row: number, column: at + 1 });
      }
    }
  }
  return [...cells.values()];
}
