import type { CellView, SheetView } from './page-state.ts';

/** What the grid holds of one row. */
export interface GridLine {
  readonly number: number;
  /** How many rows before it are hidden. */
  readonly gap: number;
  readonly [field: string]: CellView | number;
}

/** The lines of these rows, in one walk, because there may be tens of thousands. Only those that are wanted. */
export function gridLines(
  sheet: SheetView,
  numbers: readonly number[],
  columns: number,
  isWanted: (number: number) => boolean = () => true,
): GridLine[] {
  const lines: GridLine[] = [];
  let last = 0;
  for (const number of numbers) {
    if (isWanted(number)) lines.push(gridLine(sheet, number, number - 1 - last, columns));
    last = number;
  }
  return lines;
}

function gridLine(sheet: SheetView, number: number, gap: number, columns: number): GridLine {
  const cells = sheet.rows[number - 1]?.cells ?? [];
  const fields = Array.from({ length: columns }, (_, at) => [`c${at + 1}`, cells[at] ?? '']);
  return { ...Object.fromEntries(fields), number, gap };
}

/** To update a row, the grid library looks through all of them. To replace all is faster when more than these change. */
const MOST_UPDATED = 200;

/** The lines that have changed. */
export function changedLines(
  before: SheetView,
  sheet: SheetView,
  numbers: readonly number[],
  columns: number,
): GridLine[] | 'many' {
  const isChanged = (number: number): boolean => sheet.rows[number - 1] !== before.rows[number - 1];
  const changed = gridLines(sheet, numbers, columns, isChanged);
  return changed.length > MOST_UPDATED ? 'many' : changed;
}
