import type { CellValue } from './cell.ts';
import { displayNumber } from './number-format.ts';

/** The value of one cell. `error` tells the error `#REF!` from a text that reads "#REF!". */
export interface Evaluated {
  readonly value: CellValue;
  readonly format: string;
  readonly error: boolean;
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

/** A value as text, as `&` and displays write it. */
export function valueText(value: CellValue, format: string): string {
  if (typeof value === 'number') return displayNumber(value, format);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value;
}
