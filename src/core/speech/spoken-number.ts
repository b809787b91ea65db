import { NO_REGION } from './locale.ts';
import { amountOf, type LoneSeparator, readAmount } from './written-amount.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A cached `Intl` number format. Making one takes longer than using it a hundred times. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${Object.values(options).join(' ')}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

/**
 * A number or percentage in the form that voices read best. Null when it is neither, or not clear which number it is.
 */
export function sayNumber(written: string, locale: string): string | null {
  const amount = readAmount(written);
  if (amount === null) return null;
  const around = amount.before + amount.after;
  if (around !== '' && around !== '%' && around !== '٪') return null;
  const value = amountOf(amount.digits, loneSeparator(locale));
  if (value === null) return null;
  const percent = around === '' ? {} : ({ style: 'unit', unit: 'percent', unitDisplay: 'long' } as const);
  const options = { ...percent, maximumFractionDigits: 10, ...groupingOptions(locale) };
  return withSign(numberFormat(locale, options).format(value), amount.negative && value !== 0);
}

/** Puts the minus that every voice knows before the number. */
export function withSign(said: string, negative: boolean): string {
  return negative ? said.replace(/\p{Nd}/u, '-$&') : said;
}

/** Groups thousands with points or commas only: some voices read spaces and apostrophes as the end of a number. */
export function groupingOptions(locale: string): { readonly useGrouping?: boolean } {
  return /^[.,]$/u.test(separatorOf(locale, 'group')) ? {} : { useGrouping: false };
}

/**
 * Decides by locale what the separator in a number such as 1.250 means. Without a region a comma marks thousands, as
 * in English. A point could mean either there, and a wrong number is worse than none.
 */
export function loneSeparator(locale: string): LoneSeparator {
  return (separator) => {
    if (locale === NO_REGION) return separator === ',' ? 'group' : null;
    if (separator === separatorOf(locale, 'decimal')) return 'decimal';
    return separator === separatorOf(locale, 'group') ? 'group' : null;
  };
}

function separatorOf(locale: string, type: 'decimal' | 'group'): string {
  const parts = numberFormat(locale, {}).formatToParts(123456.5);
  return parts.find((part) => part.type === type)?.value ?? '';
}
