import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';

/** The numbers that a setting allows. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** Percentages are allowed: 150 % is 1.5. */
  readonly percent?: true;
  readonly whole?: true;
  /** A valid number to show in messages. */
  readonly example: string;
}

/**
 * Reads a number as Sheets shows it: with a decimal comma or point, a typographic minus, or as a percentage. A single
 * comma or point is always decimal, because no setting reaches a thousand.
 */
export function readNumber(column: string, written: string, range: NumberRange): Result<number, Issue> {
  const text = written
    .trim()
    .replace(/\u2212/gu, '-')
    .replace(/[\s\u00a0\u202f]+/gu, '');
  const parts = /^([+-]?\d{1,9}(?:[.,]\d{1,9})?|[+-]?[.,]\d{1,9})(%|x|×|s)?$/iu.exec(text);
  const sign = parts?.[2] ?? '';
  if (parts === null || (sign === '%' && range.percent !== true)) {
    return failure({
      code: 'number_malformed',
      column,
      message: `The ${column} "${excerpt(written)}" is not a plain number. Write one from ${range.least} to ${range.most}, such as ${range.example}. If Sheets turns it into a date, format the column as plain text (Format > Number > Plain text).`,
    });
  }
  const plain = Number((parts[1] ?? '').replace(',', '.'));
  // Rounding removes what division adds: 110 % is 1.1, not 1.1000000000000001.
  const value = sign === '%' ? Math.round(plain * 1e7) / 1e9 : plain;
  const fits =
    value >= range.least && value <= range.most && (range.whole !== true || Number.isInteger(value));
  if (fits) return success(value === 0 ? 0 : value);
  const kind = range.whole === true ? 'a whole number' : 'a number';
  return failure({
    code: 'number_range',
    column,
    message: `The ${column} ${excerpt(written)} is out of range. Write ${kind} from ${range.least} to ${range.most}, such as ${range.example}.`,
  });
}
