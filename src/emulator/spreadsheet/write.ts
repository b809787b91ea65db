import type { Cell, CellValue } from './cell.ts';
import { EMPTY_CELL, isSameCell, setUpLike } from './cell.ts';
import { isDateFormat } from './number-format.ts';
import type { CellPlace, SheetRect } from './rect.ts';
import { serialOfInstant } from './serial.ts';
import { changeCells, EMPTY_ROW, isCovered, type SheetData, type SheetRow, setRow } from './sheet-data.ts';
import type { SheetLocale } from './sheet-locale.ts';
import { type Typed, typedPlainText, typedText } from './typed-text.ts';

/** A value on its way into a cell. A Date crosses the line as `$date`, in epoch milliseconds. */
export type Input = CellValue | { readonly $date: number };

export type WriteKind = 'values' | 'formulas' | 'notes' | 'formats' | 'contents' | 'everything' | 'looks';

/** One block of cell writes. It lands at its coordinates, even when its rows have moved since. */
export interface CellWrite {
  readonly kind: WriteKind;
  readonly area: SheetRect;
  /** One entry a cell, or one for all of them; null for the kinds that clear. */
  readonly inputs: readonly (readonly Input[])[] | Input | null;
  /** An appended row makes the grid longer when it must. Every other write stays inside. */
  readonly grows?: boolean;
}

/** How the spreadsheet reads texts. */
export interface Typing {
  readonly timeZone: string;
  readonly locale: SheetLocale;
  /** Epoch milliseconds. A date without a year, such as `1/2`, gets its year from here. */
  readonly now: () => number;
  /** Whether a leading apostrophe stays visible in a cell formatted as plain text (unsettled on paper). */
  readonly apostropheKept: boolean;
}

/** Applies a write to a sheet. Cells that are outside its grid by now are lost, as on the platform. */
export function applyWrite(sheet: SheetData, write: CellWrite, typing: Typing): void {
  const { area, kind } = write;
  if (kind === 'looks') return;
  const bottom = area.row + area.rows - 1;
  if (write.grows && bottom > sheet.maxRows) {
    const cells = sheet.rows[sheet.maxRows - 1]?.cells.map(setUpLike) ?? [];
    sheet.maxRows = bottom;
    if (cells.some((cell) => cell !== undefined)) setRow(sheet, bottom, { ...EMPTY_ROW, cells });
  }
  const columns = Math.min(area.columns, sheet.maxColumns - area.column + 1);
  const entersCells = kind === 'values' || kind === 'formulas';
  for (let row = area.row; row <= Math.min(bottom, sheet.maxRows); row += 1) {
    const before = writtenBlock(sheet, row);
    const isWritten = before !== null && covers(before, area.column, columns);
    changeCells(sheet, row, area.column, columns, (cell, offset) => {
      const column = area.column + offset;
      if (entersCells && isCovered(sheet, row, column)) return cell;
      const after = changedCell(cell, kind, inputAt(write, row, column), typing);
      return isWritten && isSameCell(cell, after) ? cell : after;
    });
    noteWritten(sheet, row, isWritten ? before : { column: area.column, columns });
  }
}

/** Cells of a row that scripts have written. */
interface WrittenBlock {
  readonly column: number;
  readonly columns: number;
}

/**
 * The cells that scripts have written since a row was last changed otherwise. Written again with what they hold, they
 * stay the same objects, so that whoever looks for changes finds none. Other cells become new ones in any case: by that
 * Undo sees that a script has written them since.
 */
const writtenBlocks = new WeakMap<SheetRow, WrittenBlock>();

function writtenBlock(sheet: SheetData, row: number): WrittenBlock | null {
  const found = sheet.rows[row - 1];
  return found === undefined ? null : (writtenBlocks.get(found) ?? null);
}

function noteWritten(sheet: SheetData, row: number, block: WrittenBlock): void {
  const found = sheet.rows[row - 1];
  if (found !== undefined) writtenBlocks.set(found, block);
}

/** The row comes back from an earlier time: what scripts write into it from now on is new. */
export function forgetWritten(row: SheetRow | undefined): void {
  if (row !== undefined) writtenBlocks.delete(row);
}

function covers(block: WrittenBlock, column: number, columns: number): boolean {
  return block.column <= column && column + columns <= block.column + block.columns;
}

/** What one cell of the block would be after the write. */
export function writtenCell(cell: Cell, write: CellWrite, place: CellPlace, typing: Typing): Cell {
  return changedCell(cell, write.kind, inputAt(write, place.row, place.column), typing);
}

function inputAt(write: CellWrite, row: number, column: number): Input {
  const { area, inputs } = write;
  if (!isBlock(inputs)) return inputs ?? '';
  return inputs[row - area.row]?.[column - area.column] ?? '';
}

/** Whether the inputs are one a cell, not one for all cells. */
export function isBlock(inputs: CellWrite['inputs']): inputs is readonly (readonly Input[])[] {
  return Array.isArray(inputs);
}

function changedCell(cell: Cell, kind: WriteKind, input: Input, typing: Typing): Cell {
  switch (kind) {
    case 'values':
      return cellWithInput(cell, input, typing);
    case 'formulas':
      return cellWithFormula(cell, String(input));
    case 'notes':
      return { ...cell, note: String(input) };
    case 'formats':
      return { ...cell, format: input === 'General' ? '' : String(input) };
    case 'contents':
      return { ...cell, value: '', formula: '', picture: '' };
    case 'everything':
      // `clear` keeps notes and validation rules.
      return { ...EMPTY_CELL, note: cell.note, allowed: cell.allowed };
    case 'looks':
      return cell;
  }
}

/** The cell after a value was typed into it or set by `setValue`. */
export function cellWithInput(cell: Cell, input: Input, typing: Typing): Cell {
  // Every cell of a large sheet comes by here, and naming each part is quicker than copying the cell.
  const { format: before, note, allowed } = cell;
  if (typeof input === 'object') {
    const value = serialOfInstant(input.$date, typing.timeZone);
    const { date } = typing.locale;
    const usual = Number.isInteger(value) ? date : `${date} h:mm:ss`;
    const format = isDateFormat(before) ? before : usual;
    return { value, formula: '', format, note, allowed, picture: '' };
  }
  if (typeof input !== 'string') {
    return { value: input, formula: '', format: before, note, allowed, picture: '' };
  }
  const typed = typedInto(cell, input, typing);
  const format = typed.format === '' || before === '@' ? before : typed.format;
  return { value: typed.value, formula: typed.formula, format, note, allowed, picture: '' };
}

function typedInto(cell: Cell, text: string, typing: Typing): Typed {
  return cell.format === '@'
    ? typedPlainText(text, typing.apostropheKept)
    : typedText(text, typing.now, typing.locale);
}

function cellWithFormula(cell: Cell, text: string): Cell {
  const formula = text === '' || text.startsWith('=') ? text : `=${text}`;
  return { ...cell, value: '', formula, picture: '' };
}
