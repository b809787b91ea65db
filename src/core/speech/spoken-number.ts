import { NO_REGION } from './locale.ts';
import { amountOf, type LoneSign, readAmount } from './written-amount.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** An `Intl` format, made once: making one takes longer than using it a hundred times. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${Object.values(options).join(' ')}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A number or a percentage, as the voice reads it best; null when it is neither, or nobody can tell which number. */
export function sayNumber(written: string, locale: string): string | null {
  const amount = readAmount(written);
  if (amount === null) return null;
  const around = amount.before + amount.after;
  if (around !== '' && around !== '%' && around !== '٪') return null;
  const value = amountOf(amount.digits, loneSign(locale));
  if (value === null) return null;
  const percent = around === '' ? {} : ({ style: 'unit', unit: 'percent', unitDisplay: 'long' } as const);
  const options = { ...percent, maximumFractionDigits: 10, ...saidGroups(locale) };
  return withSign(numberFormat(locale, options).format(value), amount.negative && value !== 0);
}

/** A minus that every voice knows, before the number. */
export function withSign(said: string, negative: boolean): string {
  return negative ? said.replace(/\p{Nd}/u, '-$&') : said;
}

/** Spaces and apostrophes between digits are read as two numbers by some voices. */
export function saidGroups(locale: string): { readonly useGrouping?: boolean } {
  return /^[.,]$/u.test(signOf(locale, 'group')) ? {} : { useGrouping: false };
}

/**
 * Where a number such as 1.250 has one sign before three digits, the locale decides. In a row without a region
 * a comma parts groups, as in English; what a point means there nobody knows, and a wrong number is worse than none.
 */
export function loneSign(locale: string): LoneSign {
  return (sign) => {
    if (locale === NO_REGION) return sign === ',' ? 'group' : null;
    if (sign === signOf(locale, 'decimal')) return 'decimal';
    return sign === signOf(locale, 'group') ? 'group' : null;
  };
}

function signOf(locale: string, type: 'decimal' | 'group'): string {
  const parts = numberFormat(locale, {}).formatToParts(123456.5);
  return parts.find((part) => part.type === type)?.value ?? '';
}
