import type { CellValue } from './cell.ts';
import { displayNumber } from './number-format.ts';
import type { SheetLocale } from './sheet-locale.ts';

/** The value of one cell. `error` tells the error `#REF!` from a text that reads "#REF!". */
export interface Evaluated {
  readonly value: CellValue;
  readonly format: string;
  readonly error: boolean;
  /** The address of the picture that the cell shows. Then its value is ''. */
  readonly image?: string;
}

/** Values in rows and columns. Never empty; all rows have the same length. */
export interface Grid {
  readonly grid: readonly (readonly Evaluated[])[];
  /** Whether it spreads over neighbouring cells. A bare range does not. */
  readonly spills: boolean;
}

export type Outcome = Evaluated | Grid;

export function isGrid(outcome: Outcome): outcome is Grid {
  return 'grid' in outcome;
}

export function failed(error: string): Evaluated {
  return { value: error, format: '', error: true };
}

export function literal(value: CellValue): Evaluated {
  return { value, format: '', error: false };
}

/** A value as displays and `&` write it. */
export function valueText(value: CellValue, format: string, error: boolean, locale: SheetLocale): string {
  if (typeof value === 'number') return displayNumber(value, format, locale);
  if (typeof value === 'boolean') return value ? locale.yes : locale.no;
  return error ? (locale.errors[value] ?? value) : value;
}
