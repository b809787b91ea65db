import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';

/** What a number must be to be sent. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** A percentage means its hundredth: 150 % is 1.5. */
  readonly percent?: true;
  readonly whole?: true;
  /** Shown as a number that would do. */
  readonly example: string;
}

/**
 * A number as Sheets shows it: with a decimal comma or point, a typographic minus, as a percentage. A
 * single comma or point is always the decimal one, because no setting reaches a thousand.
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
      message: `The ${column} "${excerpt(written)}" is not a plain number. Write one from ${range.least} to ${range.most}, such as ${range.example}; if Sheets turns it into a date, format the column as plain text (Format > Number > Plain text).`,
    });
  }
  const plain = Number((parts[1] ?? '').replace(',', '.'));
  // Rounding takes out what dividing a decimal adds: 110 % is 1.1 and not 1.1000000000000001.
  const value = sign === '%' ? Math.round(plain * 1e7) / 1e9 : plain;
  const fits =
    value >= range.least && value <= range.most && (range.whole !== true || Number.isInteger(value));
  if (fits) return success(value === 0 ? 0 : value);
  const kind = range.whole === true ? 'a whole number' : 'a number';
  return failure({
    code: 'number_range',
    column,
    message: `The ${column} ${excerpt(written)} is not possible. Write ${kind} from ${range.least} to ${range.most}, such as ${range.example}.`,
  });
}
