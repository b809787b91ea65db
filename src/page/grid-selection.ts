import type { RectView } from './page-state.ts';

/** A cell's place; rows and columns count from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is selected. The last block holds the cursor. */
export interface GridSelection {
  readonly rects: readonly RectView[];
  /** The cursor's cell. */
  readonly active: Place;
  /** The corner that Shift moves. */
  readonly focus: Place;
  /** The column in which a row of Tabs began: Enter goes back to it. */
  readonly home: number;
}

/** Selects blocks; the cursor is at the start of the last. */
export function selectionOf(rects: readonly RectView[]): GridSelection {
  const { row, column, rows, columns } = rects.at(-1) ?? { row: 1, column: 1, rows: 1, columns: 1 };
  const focus = { row: row + rows - 1, column: column + columns - 1 };
  return { rects, active: { row, column }, focus, home: column };
}

/** Selects one cell. */
export function cellSelection({ row, column }: Place): GridSelection {
  return selectionOf([{ row, column, rows: 1, columns: 1 }]);
}

/** Draws the last block from the cursor to another corner. */
export function drawnTo(selection: GridSelection, focus: Place): GridSelection {
  const { rects, active } = selection;
  return { ...selection, rects: [...rects.slice(0, -1), between(active, focus)], focus };
}

/** Adds a block, which has the cursor from now on. */
export function withBlock(selection: GridSelection, rect: RectView): GridSelection {
  return selectionOf([...selection.rects, rect]);
}

export function between(one: Place, other: Place): RectView {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  const rows = Math.abs(one.row - other.row) + 1;
  return { row, column, rows, columns: Math.abs(one.column - other.column) + 1 };
}

export function holds(rect: RectView, { row, column }: Place): boolean {
  const inRows = row >= rect.row && row < rect.row + rect.rows;
  return inRows && column >= rect.column && column < rect.column + rect.columns;
}
