import { givenName } from '../speech/given-name.ts';
import { sayDate } from '../speech/spoken-date.ts';
import { sayMoney } from '../speech/spoken-money.ts';
import { sayNumber } from '../speech/spoken-number.ts';

/** The words that can follow a field's name: `<<name:title>>`. `say` looks up a column; the others change the value. */
export const FORMATTERS = [
  'say',
  'upper',
  'lower',
  'title',
  'first word',
  'given',
  'number',
  'money',
  'date',
] as const;
export type Formatter = (typeof FORMATTERS)[number];

/** Formatters that cannot read every value. */
export type NumericFormatter = 'number' | 'money' | 'date';

/** What each of them expects, for the sentence about a value that it cannot read. */
export const EXPECTED: Readonly<
  Record<NumericFormatter, { readonly kind: string; readonly example: string }>
> = {
  number: { kind: 'number', example: '1250.5' },
  money: { kind: 'amount of money', example: '1,250.50 EUR or 99 USD' },
  date: { kind: 'date', example: '2026-03-12 or 12 March 2026' },
};

/** Locales that read the same digits differently. */
const PROBES = ['en-US', 'en-GB', 'de-DE', 'sv-SE', 'es-MX'];

/** Whether the row's locale names no country, and the value could be read if it did. */
export function needsRegion(value: string, formatter: NumericFormatter, locale: string): boolean {
  return (
    !/-(?:[A-Z]{2}|\d{3})$/u.test(locale) &&
    PROBES.some((probe) => formatted(value, formatter, probe) !== null)
  );
}

/** The formatter of this name in any case. Null when there is none. */
export function readFormatter(written: string): Formatter | null {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ');
  return FORMATTERS.find((formatter) => formatter === word) ?? null;
}

/**
 * The formatted value. Null when the formatter cannot read the value. `locale` must come from `readLocale`. `currency`
 * is the code for amounts that name none.
 */
export function formatted(value: string, formatter: Formatter, locale: string, currency = ''): string | null {
  switch (formatter) {
    case 'say':
      return value;
    case 'upper':
      return value.toLocaleUpperCase(locale);
    case 'lower':
      return value.toLocaleLowerCase(locale);
    case 'title':
      return titled(value, locale);
    case 'first word':
      return (
        value
          .trim()
          .split(/\s+/u)[0]
          ?.replace(/[,;:]+$/u, '') ?? ''
      );
    case 'given':
      return givenName(value, locale);
    case 'number':
      return sayNumber(value, locale);
    case 'money':
      return sayMoney(value, locale, currency);
    case 'date':
      return sayDate(value, locale);
  }
}

/** `ANNA o'NEILL-smith` becomes `Anna O'Neill-Smith`. The s of `it's` stays small. */
function titled(value: string, locale: string): string {
  return value
    .toLocaleLowerCase(locale)
    .replace(/(^|[\s\p{Pd}"“(/&.])(\p{L})|(['’])(\p{L})(?=\p{L}{2})/gu, (_, before, first, quote, next) =>
      first === undefined
        ? `${quote}${String(next).toLocaleUpperCase(locale)}`
        : `${before}${String(first).toLocaleUpperCase(locale)}`,
    );
}
