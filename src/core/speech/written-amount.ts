import { plainDigits } from './plain-digits.ts';

/** Longer numbers are ids and phone numbers, which nobody says as an amount. */
const MAX_DIGITS = 15;

/** Nobody writes more around a number that is meant to be said. */
const MAX_CHARACTERS = 100;

/** A number as it is written, with the signs around it. */
export interface WrittenAmount {
  readonly negative: boolean;
  /** What stands before the digits and behind them, such as `$` or `euros`. */
  readonly before: string;
  readonly after: string;
  /** Digits with the signs between them. */
  readonly digits: string;
}

/** What a sign before exactly three digits means: `1.250` is 1250 or 1.25. Null when nobody can tell. */
export type LoneSign = (sign: string) => 'decimal' | 'group' | null;

/** Takes a written amount apart; null when it is not one number. Parentheses and every minus make it negative. */
export function readAmount(written: string): WrittenAmount | null {
  if (written.length > MAX_CHARACTERS) return null;
  const text = plainDigits(written);
  const [, opening = '', inner = '', closing = ''] = /^([^()]*)\(([^()]+)\)([^()]*)$/u.exec(text) ?? [];
  const parts = /^(\D*)(\d(?:[\d.,'’٫٬ ]*\d)?)(\D*)$/u.exec(inner === '' ? text : opening + inner + closing);
  if (parts === null) return null;
  let [, before = '', digits = '', after = ''] = parts;
  // `$.99` has no digit before its point; the point of `Rs.99` belongs to the word.
  const fraction = /^(|.*[^\p{L}])([.,])$/su.exec(before);
  if (fraction !== null) {
    before = fraction[1] ?? '';
    digits = `0${fraction[2]}${digits}`;
  }
  // Prices end in `,-` where there are no cents.
  after = after.replace(/^[.,]-{0,2}/u, '');
  const bare = before.replace(/^\s*[-+]|[-+]\s*$/u, '');
  // The hyphen of `US-Dollar` is no minus.
  if (/(?<!\p{L})[-+]|[-+](?!\p{L})/u.test(`${bare} ${after}`)) return null;
  if (inner !== '' && bare !== before) return null;
  const negative = inner !== '' || (bare !== before && !before.includes('+'));
  return { negative, before: bare.trim(), digits, after: after.trim() };
}

/** The value of digits with signs between them, in groups by any of the usual signs. Null when it is none. */
export function amountOf(digits: string, lone: LoneSign): number | null {
  if (digits.replace(/\D/gu, '').length > MAX_DIGITS) return null;
  const decimal = decimalSign(digits, lone);
  if (decimal === null) return null;
  const at = decimal === '' ? digits.length : digits.lastIndexOf(decimal);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  if (!/^\d*$/u.test(fraction) || !isGrouped(whole)) return null;
  return Number(`${whole.replace(/\D/gu, '')}.${fraction || '0'}`);
}

/** Which sign stands before the fraction; '' when there is no fraction, null when nobody can tell. */
function decimalSign(digits: string, lone: LoneSign): string | null {
  if (digits.includes('٫')) return '٫';
  const signs = digits.replace(/[^.,]/gu, '');
  if (new Set(signs).size === 2) return signs.slice(-1);
  const sign = signs.charAt(0);
  if (signs.length !== 1) return '';
  const [whole = '', fraction = ''] = digits.split(sign);
  // 1250.500 would be in groups before the sign too, if the sign were one of groups.
  if (fraction.length !== 3 || !/^[1-9]\d{0,2}$/u.test(whole)) return sign;
  const meaning = lone(sign);
  return meaning === null ? null : meaning === 'decimal' ? sign : '';
}

/** Groups of three, or as in India of two before the last three, by the same sign. */
function isGrouped(whole: string): boolean {
  return /^\d+$|^\d{1,3}([.,'’٬ ])\d{3}(?:\1\d{3})*$|^\d{1,2}([.,'’٬ ])\d{2}(?:\2\d{2})*\2\d{3}$/u.test(
    whole,
  );
}
