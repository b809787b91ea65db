import { numberFormat } from './spoken-number.ts';

/** What a currency is called beside an amount. */
export interface CurrencyName {
  /** The whole name, with the country if there is one: "US dollars". */
  readonly full: string;
  /** What people in that country say: "dollars". */
  readonly plain: string;
  /** Whether the name comes before the number. */
  readonly leads: boolean;
  /** The space between the two, or ''. */
  readonly gap: string;
}

/** Everyday words that are not part of the full name. */
const EVERYDAY: ReadonlyMap<string, string> = new Map([
  ['zh CNY', '元'],
  ['zh TWD', '元'],
  ['zh HKD', '元'],
  ['th THB', 'บาท'],
  ['tr TRY', 'lira'],
  ['kk KZT', 'теңге'],
  ['uz UZS', 'so‘m'],
]);

/**
 * The name of a currency in the plural that fits the amount. `decimals`: how many decimals the amount shows at least.
 */
export function currencyName(amount: number, code: string, locale: string, decimals = 0): CurrencyName {
  const parts = numberFormat(locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'name',
    minimumFractionDigits: decimals,
    maximumFractionDigits: Number.isInteger(amount) ? 0 : 10,
  }).formatToParts(amount);
  // Some locales also put the symbol before the number. The name comes last.
  const names = parts.filter(({ type }) => type === 'currency').map(({ value }) => value);
  const full = nativeName(names[names.length - 1] ?? code);
  const [language = ''] = locale.split('-');
  return {
    full,
    plain: EVERYDAY.get(`${language} ${code}`) ?? nounOf(full, locale),
    leads: names.length === 1 && parts[0]?.type === 'currency',
    gap: parts.some(({ type, value }) => type === 'literal' && /\s/u.test(value)) ? ' ' : '',
  };
}

/** Nobody says "dollars des États-Unis". */
function nativeName(name: string): string {
  return name.replace(/^(dollar)(s?) des États-Unis$/u, '$1$2 américain$2');
}

/** The name without its country: the last word, or the first in languages that say "pesos mexicanos". */
function nounOf(name: string, locale: string): string {
  // Romanian puts "de" after numbers from 20 on, and Vietnamese writes "dollar" as two words.
  const [noun] = nounLeads(locale)
    ? (/^(?:de |đô )?\S+/iu.exec(name) ?? [name])
    : (/[^\s-]+$/u.exec(name) ?? [name]);
  return /^(?:de|lb)\b/u.test(locale) ? noun : noun.toLocaleLowerCase(locale);
}

const leading = new Map<string, boolean>();

/** Whether the noun comes first. Two kinds of dollar tell: they share the word for a dollar. */
function nounLeads(locale: string): boolean {
  const known = leading.get(locale);
  if (known !== undefined) return known;
  const [first, second] = ['CAD', 'AUD'].map((currency) => {
    const parts = numberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'name',
    }).formatToParts(5);
    const names = parts.filter(({ type }) => type === 'currency');
    return (names[names.length - 1]?.value ?? '').toLowerCase().split(/\s/u)[0];
  });
  leading.set(locale, first === second);
  return first === second;
}
