import { plainDigits } from './plain-digits.ts';

/** Longer numbers are ids or phone numbers. */
const MAX_DIGITS = 15;

/** Longer texts are not numbers. */
const MAX_CHARACTERS = 100;

/** A number as written, with the text around it. */
export interface WrittenAmount {
  readonly negative: boolean;
  /** The text before and after the digits, such as `$` or `euros`. */
  readonly before: string;
  readonly after: string;
  /** The digits with their separators. */
  readonly digits: string;
}

/** What a single separator before exactly three digits means: `1.250` is 1250 or 1.25. Null when nobody can tell. */
export type LoneSeparator = (separator: string) => 'decimal' | 'group' | null;

/**
 * Splits a written amount into its parts. Null when it is not exactly one number. Parentheses or a minus make it
 * negative.
 */
export function readAmount(written: string): WrittenAmount | null {
  if (written.length > MAX_CHARACTERS) return null;
  const text = plainDigits(written);
  const [, opening = '', inner = '', closing = ''] = /^([^()]*)\(([^()]+)\)([^()]*)$/u.exec(text) ?? [];
  const parts = /^(\D*)(\d(?:[\d.,'’٫٬ ]*\d)?)(\D*)$/u.exec(inner === '' ? text : opening + inner + closing);
  if (parts === null) return null;
  let [, before = '', digits = '', after = ''] = parts;
  // In `$.99` the point belongs to the number, in `Rs.99` to the word.
  const fraction = /^(|.*[^\p{L}])([.,])$/su.exec(before);
  if (fraction !== null) {
    before = fraction[1] ?? '';
    digits = `0${fraction[2]}${digits}`;
  }
  // Prices without cents may end in `,-`.
  after = after.replace(/^[.,]-{0,2}/u, '');
  const bare = before.replace(/^\s*[-+]|[-+]\s*$/u, '');
  // The hyphen in `US-Dollar` is not a minus.
  if (/(?<!\p{L})[-+]|[-+](?!\p{L})/u.test(`${bare} ${after}`)) return null;
  if (inner !== '' && bare !== before) return null;
  const negative = inner !== '' || (bare !== before && !before.includes('+'));
  return { negative, before: bare.trim(), digits, after: after.trim() };
}

/** The value of digits grouped with any of the usual separators. Null when they are not a number. */
export function amountOf(digits: string, lone: LoneSeparator): number | null {
  if (digits.replace(/\D/gu, '').length > MAX_DIGITS) return null;
  const decimal = decimalSeparator(digits, lone);
  if (decimal === null) return null;
  const at = decimal === '' ? digits.length : digits.lastIndexOf(decimal);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  if (!/^\d*$/u.test(fraction) || !isGrouped(whole)) return null;
  return Number(`${whole.replace(/\D/gu, '')}.${fraction || '0'}`);
}

/** The separator before the fraction. '' when there is no fraction, null when nobody can tell. */
function decimalSeparator(digits: string, lone: LoneSeparator): string | null {
  if (digits.includes('٫')) return '٫';
  const separators = digits.replace(/[^.,]/gu, '');
  if (new Set(separators).size === 2) return separators.slice(-1);
  const separator = separators.charAt(0);
  if (separators.length !== 1) return '';
  const [whole = '', fraction = ''] = digits.split(separator);
  // In 1250.500 the point must be decimal: a group separator would also stand after the 1.
  if (fraction.length !== 3 || !/^[1-9]\d{0,2}$/u.test(whole)) return separator;
  const meaning = lone(separator);
  return meaning === null ? null : meaning === 'decimal' ? separator : '';
}

/** Groups of three digits, or as in India of two before the last three, always with the same separator. */
function isGrouped(whole: string): boolean {
  return /^\d+$|^\d{1,3}([.,'’٬ ])\d{3}(?:\1\d{3})*$|^\d{1,2}([.,'’٬ ])\d{2}(?:\2\d{2})*\2\d{3}$/u.test(
    whole,
  );
}
