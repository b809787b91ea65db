import type { Axis } from '../refusals/refusal-facts.ts';
import { refused } from '../refusals/refused.ts';
import type { PlatformError } from '../service.ts';
import { isKnownFormat } from './number-format.ts';
import type { Rect } from './rect.ts';
import type { SheetData } from './sheet-data.ts';
import { type CellWrite, type Input, isBlock } from './write.ts';

const MAX_CELL_CHARACTERS = 50_000;

/** Throws when a block is not wholly inside the grid. */
export function refuseOutside(sheet: SheetData, rect: Rect): void {
  const inside =
    rect.row >= 1 &&
    rect.column >= 1 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows - 1 <= sheet.maxRows &&
    rect.column + rect.columns - 1 <= sheet.maxColumns;
  if (!inside) {
    throw refused('outsideSheet');
  }
}

/** Throws when the data of a block write has another shape than its range. */
export function refuseOtherSize(rect: Rect, rows: readonly (readonly unknown[])[]): void {
  if (rows.length !== rect.rows) throw mismatch('row', rows.length, rect.rows);
  for (const row of rows) {
    if (row.length !== rect.columns) throw mismatch('column', row.length, rect.columns);
  }
}

/** Throws when the platform refuses the inputs themselves, wherever they go. */
export function refuseInputs(write: CellWrite): void {
  const { inputs, kind } = write;
  if (inputs === null) return;
  if (!isBlock(inputs)) refuseInput(inputs, kind);
  else for (const row of inputs) for (const input of row) refuseInput(input, kind);
}

function refuseInput(input: Input, kind: CellWrite['kind']): void {
  if (typeof input === 'string') {
    if (input.length > MAX_CELL_CHARACTERS) {
      const length = input.startsWith("'") ? input.length - 1 : input.length;
      if (length > MAX_CELL_CHARACTERS) throw refused('tooManyCharacters', MAX_CELL_CHARACTERS);
    }
    if (kind === 'formats' && !isKnownFormat(input)) {
      throw new Error(`The number format "${input}" is not emulated`);
    }
  } else if (typeof input === 'number' && !Number.isFinite(input)) {
    throw new Error(`Writing ${input} into a cell is not emulated: the platform makes #NUM! of it`);
  }
}

function mismatch(axis: Axis, data: number, range: number): PlatformError {
  return refused('wrongShape', axis, data, range);
}
