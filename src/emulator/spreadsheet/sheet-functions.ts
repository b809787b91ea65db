import { listOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { type Evaluated, failed, isGrid, literal, type Outcome } from './evaluated.ts';
import { isDateFormat } from './number-format.ts';
import { instantOfSerial } from './serial.ts';

/**
 * The add-on's custom functions, for formulas. A range goes in as rows of values, one cell as its bare value,
 * a date as `$date` (epoch milliseconds), a blank as ''.
 */
export interface SheetFunctions {
  /** Whether there is such a function, in upper or lower case. */
  knows(name: string): boolean;
  /** What the function returns; null when it threw or was killed. */
  call(name: string, args: readonly Plain[]): { readonly value: Plain } | null;
}

export const NO_FUNCTIONS: SheetFunctions = { knows: () => false, call: () => null };

/** Calls a custom function with the values of its arguments. */
export function calledFunction(
  functions: SheetFunctions,
  name: string,
  args: readonly Outcome[],
  timeZone: string,
): Outcome {
  const plain = (shown: Evaluated): Plain =>
    typeof shown.value === 'number' && isDateFormat(shown.format)
      ? { $date: instantOfSerial(shown.value, timeZone) }
      : shown.value;
  const result = functions.call(
    name,
    args.map((arg) => (isGrid(arg) ? arg.grid.map((row) => row.map(plain)) : plain(arg))),
  );
  return result === null ? failed('#ERROR!') : outcomeOf(result.value);
}

/** A list becomes a column, a list of lists becomes rows. Blanks fill up short rows. */
function outcomeOf(value: Plain): Outcome {
  if (!Array.isArray(value)) return cellOf(value);
  const rows = listOf(value).map((row) => (Array.isArray(row) ? listOf(row) : [row]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return literal('');
  const grid = rows.map((row) => Array.from({ length: width }, (_, at) => cellOf(row[at] ?? null)));
  const [first] = grid[0] ?? [];
  return grid.length === 1 && width === 1 && first !== undefined ? first : { grid, spills: true };
}

/** null is a blank. Dates that a function returns are not emulated: they arrive as null. */
function cellOf(value: Plain): Evaluated {
  if (value === null) return literal('');
  return typeof value === 'object' ? failed('#ERROR!') : literal(value);
}
