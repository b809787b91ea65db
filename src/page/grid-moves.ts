import {
  cellSelection,
  drawnTo,
  type GridSelection,
  holds,
  type Place,
  selectionOf,
} from './grid-selection.ts';
import type { RectView } from './page-state.ts';

/** The sheet, as far as the keyboard needs it. */
export interface GridShape {
  /** Numbers of the rows that are shown, ascending. */
  readonly numbers: readonly number[];
  /** How many columns are shown. */
  readonly columns: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** The last row and the last column that hold anything. */
  readonly end: Place;
  /** How many rows a page has. */
  readonly page: number;
  isFilled(place: Place): boolean;
}

/** A key on its way to the grid. `jump`: with the control key, or the command key of a Mac. */
export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  readonly jump: boolean;
}

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The selection after a key, as in a spreadsheet. Null: the key selects nothing. */
export function afterKey(selection: GridSelection, pressed: GridKey, shape: GridShape): GridSelection | null {
  const { key, shift, jump } = pressed;
  if (key === 'Tab' && !jump) return stepped(selection, [0, shift ? -1 : 1], shape);
  if (key === ' ' && (shift || jump)) return wholeLines(selection, shape, jump, shift);
  if (key.toLowerCase() === 'a' && jump && !shift) return everything(selection, shape);
  const place = target(shift ? selection.focus : selection.active, pressed, shape);
  if (place === null) return null;
  return shift ? drawnTo(selection, place) : cellSelection(place);
}

/**
 * The selection after Enter (a row on) or Tab (a column on), backwards with Shift. Inside a block of several cells the
 * cursor goes round in it. Otherwise Enter goes back to the column in which the Tabs began.
 */
export function stepped(
  selection: GridSelection,
  [rows, columns]: readonly [rows: number, columns: number],
  shape: GridShape,
): GridSelection {
  const { rects, active, home } = selection;
  const block = rects.at(-1);
  if (block !== undefined && block.rows * block.columns > 1) {
    const next = around(block, active, rows, columns, shape);
    return next === null ? selection : { ...selection, active: next };
  }
  if (columns !== 0) return { ...cellSelection(moved(active, 0, columns, shape)), home };
  return cellSelection(moved({ row: active.row, column: home }, rows, 0, shape));
}

function target(from: Place, { key, jump }: GridKey, shape: GridShape): Place | null {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return jump ? edge(from, arrow, shape) : moved(from, ...arrow, shape);
  switch (key) {
    case 'PageUp':
      return jump ? null : moved(from, -shape.page, 0, shape);
    case 'PageDown':
      return jump ? null : moved(from, shape.page, 0, shape);
    case 'Home':
      return { row: jump ? (shape.numbers[0] ?? 1) : from.row, column: 1 };
    case 'End':
      return jump ? shownEnd(shape) : { row: from.row, column: rowEnd(from, shape) };
    default:
      return null;
  }
}

/** So many visible rows and columns further, as far as there are any. */
function moved({ row, column }: Place, rows: number, columns: number, shape: GridShape): Place {
  const { numbers } = shape;
  const at = Math.max(0, Math.min(indexOf(numbers, row) + rows, numbers.length - 1));
  return { row: numbers[at] ?? row, column: Math.max(1, Math.min(column + columns, shape.columns)) };
}

/** The end of the filled cells in this direction, or where the next ones begin, or the end of the sheet. */
function edge(from: Place, [rows, columns]: readonly [number, number], shape: GridShape): Place {
  let at = from;
  const next = (): Place => moved(at, rows, columns, shape);
  const isLast = (): boolean => next().row === at.row && next().column === at.column;
  const within = shape.isFilled(at) && shape.isFilled(next()) && !isLast();
  while (!isLast()) {
    if (within && !shape.isFilled(next())) return at;
    at = next();
    if (!within && shape.isFilled(at)) return at;
  }
  return at;
}

/** The last filled cell of the row; behind it the last column. */
function rowEnd({ row, column }: Place, shape: GridShape): number {
  for (let last = shape.end.column; last > column; last -= 1) {
    if (shape.isFilled({ row, column: last })) return last;
  }
  return shape.columns;
}

function shownEnd({ numbers, end }: GridShape): Place {
  const at = indexOf(numbers, end.row);
  const row = numbers[at] === end.row ? end.row : (numbers[Math.max(0, at - 1)] ?? 1);
  return { row, column: Math.max(1, end.column) };
}

function wholeLines(
  { rects, active }: GridSelection,
  shape: GridShape,
  columns: boolean,
  rows: boolean,
): GridSelection {
  const block = rects.at(-1) ?? { ...active, rows: 1, columns: 1 };
  const tall = columns ? { row: 1, rows: shape.maxRows } : { row: block.row, rows: block.rows };
  const wide = rows
    ? { column: 1, columns: shape.maxColumns }
    : { column: block.column, columns: block.columns };
  return { ...selectionOf([{ ...tall, ...wide }]), active };
}

/** All that is filled, and then the whole sheet. */
function everything(
  { rects, active }: GridSelection,
  { end, maxRows, maxColumns }: GridShape,
): GridSelection {
  const filled: RectView = { row: 1, column: 1, rows: end.row, columns: end.column };
  const block = rects.at(-1);
  const isSelected =
    rects.length === 1 && block?.rows === filled.rows && block.columns === filled.columns && block.row === 1;
  const whole = isSelected || end.row * end.column <= 1 || !holds(filled, active);
  const rect = whole ? { row: 1, column: 1, rows: maxRows, columns: maxColumns } : filled;
  return { ...selectionOf([rect]), active };
}

/** The next cell of the block, line by line; after the last one comes the first. */
function around(
  block: RectView,
  { row, column }: Place,
  rows: number,
  columns: number,
  { numbers, columns: shown }: GridShape,
): Place | null {
  const first = indexOf(numbers, block.row);
  const height = indexOf(numbers, block.row + block.rows) - first;
  const width = Math.min(block.columns, shown - block.column + 1);
  if (height < 1 || width < 1) return null;
  const [down, right] = [indexOf(numbers, row) - first, column - block.column];
  const count = height * width;
  const at = columns !== 0 ? down * width + right + columns : right * height + down + rows;
  const next = (at + count) % count;
  const [line, place] =
    columns !== 0 ? [Math.floor(next / width), next % width] : [next % height, Math.floor(next / height)];
  return { row: numbers[first + line] ?? row, column: block.column + place };
}

/** Where a number is in an ascending list, or would be. */
export function indexOf(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
