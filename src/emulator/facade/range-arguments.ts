import { refused } from '../refusals/refused.ts';
import type { Plain, PlatformError } from '../service.ts';
import { isClosed, parseA1, rectOf } from '../spreadsheet/a1.ts';
import type { Rect } from '../spreadsheet/rect.ts';
import { createCellImage } from './cell-image.ts';

/** The platform's complaint about arguments that fit no overload. */
export function wrongArguments(method: string, args: readonly unknown[]): PlatformError {
  return refused('wrongSignature', args.map(typeName).join(','), `SpreadsheetApp.${method}`);
}

/** A value of the script on its way into a cell. It is from another context, where `instanceof` fails. */
export function cellInput(value: unknown, method: string): Plain {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isDate(value)) return { $date: value.getTime() };
  throw wrongArguments(method, [value]);
}

/** A two-dimensional array of the script, copied. */
export function cellInputs(value: unknown, method: string): Plain {
  if (!Array.isArray(value) || !value.every((row) => Array.isArray(row))) {
    throw wrongArguments(method, [value]);
  }
  return value.map((row: readonly unknown[]) => Array.from(row, (cell) => cellInput(cell, method)));
}

/** A value of `getValues`; dates and pictures become objects again. */
export function cellValue(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && '$image' in value)
    return createCellImage(String(value.$image));
  if (typeof value === 'object' && value !== null && '$date' in value) return new Date(Number(value.$date));
  return value;
}

export function wholeNumber(value: unknown, method: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongArguments(method, [value]);
  return value;
}

export function text(value: unknown, method: string): string {
  if (typeof value !== 'string') throw wrongArguments(method, [value]);
  return value;
}

/**
 * The block that the arguments of `getRange` name. null for A1 notation with an open end or a sheet's name:
 * only the platform can resolve that.
 */
export function rectOfArguments(args: readonly unknown[], method: string): Rect | null {
  const [first, ...rest] = args;
  if (typeof first === 'string' && rest.length === 0) {
    const range = parseA1(first);
    return range.sheet === null && isClosed(range) ? rectOf(range, 0, 0) : null;
  }
  const whole = args.every((value) => typeof value === 'number' && Number.isInteger(value));
  if (!whole || args.length < 2 || args.length > 4) throw wrongArguments(method, args);
  const [row = 0, column = 0, rows = 1, columns = 1] = args.map(Number);
  if (row < 1) throw refused('startTooSmall', 'row');
  if (column < 1) throw refused('startTooSmall', 'column');
  if (rows < 1) throw refused('tooFewLines', 'row');
  if (columns < 1) throw refused('tooFewLines', 'column');
  return { row, column, rows, columns };
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'Object[]';
  const name = typeof value;
  return name === 'number' ? name : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
