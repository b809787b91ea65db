/** A block of cells, 1-based, as the platform's ranges are. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The place of one cell, 1-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A block on one sheet. The sheet's id stays the same when it is renamed or moved. */
export interface SheetRect extends Rect {
  readonly gid: number;
}

/** Where a row or column is after rows or columns have moved; null when it is gone. 1-based. */
export type LineMap = (line: number) => number | null;

export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

/**
 * The block after lines were inserted or deleted. It runs from its first to its last surviving line, so it
 * grows when lines are inserted inside. null when none of its lines is left.
 */
export function movedRect<R extends Rect>(rect: R, axis: 'row' | 'column', map: LineMap): R | null {
  const size = axis === 'row' ? 'rows' : 'columns';
  let first = 0;
  let last = 0;
  for (let line = rect[axis]; line < rect[axis] + rect[size]; line += 1) {
    const moved = map(line);
    if (moved === null) continue;
    if (first === 0 || moved < first) first = moved;
    if (moved > last) last = moved;
  }
  return first === 0 ? null : { ...rect, [axis]: first, [size]: last - first + 1 };
}
