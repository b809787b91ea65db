import { CURRENCIES, foldedSign, homeCurrency, signsOf } from './currency.ts';
import { currencyName } from './currency-name.ts';
import { NO_REGION } from './locale.ts';

/** Signs whose meaning is known everywhere, or where nothing else is known about them. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  '€ EUR,$ USD,£ GBP,¥ JPY,円 JPY,元 CNY,rmb CNY,₹ INR,rs INR,us$ USD,$us USD,a$ AUD,au$ AUD,c$ CAD,ca$ CAD,nz$ NZD,s$ SGD,hk$ HKD,nt$ TWD,mx$ MXN,r$ BRL,₽ RUB,руб RUB,₺ TRY,tl TRY,₩ KRW,₪ ILS,nis ILS,₫ VND,₴ UAH,грн UAH,zł PLN,kč CZK,ft HUF,fr CHF,₱ PHP,฿ THB,৳ BDT,rp IDR,rm MYR,лв BGN,s/ PEN'
    .split(',')
    .map((pair) => [pair.slice(0, -4), pair.slice(-3)] as const),
);

/** Codes that are taken in small letters too; others are words: all, top, pen. */
const MOST_WRITTEN = 22;

/** What was written at an amount: a currency, and whether it names the currency's country. */
export interface MeantCurrency {
  readonly code: string;
  readonly plain: boolean;
}

/**
 * The currency that a sign, a code or a word at an amount means where it is read, such as `$`, `USD` or
 * "euros"; two of them, as in `$5 USD`, must agree. Null when nobody can tell.
 */
export function currencyOf(before: string, after: string, locale: string): MeantCurrency | null {
  const written = `${before} ${after}`.trim();
  const [code = ''] = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(written) ?? [];
  if (CURRENCIES.includes(code)) {
    const rest = foldedSign(written.replace(code, ''));
    const fits = rest === '' || isSignOf(rest, code, locale);
    return fits ? { code, plain: code === homeCurrency(locale) } : null;
  }
  if (before !== '' && after !== '') return null;
  const sign = foldedSign(written);
  const meant = sign === '' ? null : codeOf(sign, locale);
  if (meant === null) return null;
  const named = /[A-Z]{2,}|\p{L}\$|\$\p{L}/u.test(written) || hasCountry(sign, meant, locale);
  return { code: meant, plain: meant === homeCurrency(locale) || !named };
}

function isSignOf(sign: string, code: string, locale: string): boolean {
  return SIGNS.get(sign) === code || [locale, NO_REGION].some((place) => signsOf(code, place).includes(sign));
}

/** At home first, then everywhere, then whatever any currency is called in the row's language or in English. */
function codeOf(sign: string, locale: string): string | null {
  const home = homeCurrency(locale);
  if (home !== null && signsOf(home, locale).includes(sign)) return home;
  if (home !== null && /^zh/u.test(locale) && /^[元圓圆块塊]$/u.test(sign)) return home;
  if (sign === '¥' && /^zh/u.test(locale)) return 'CNY';
  // A dollar sign in Spanish is a peso in most countries.
  if (sign === '$' && /^es(?:-419)?$/u.test(locale)) return null;
  const known = SIGNS.get(sign);
  if (known !== undefined) return known;
  const most = CURRENCIES.slice(0, MOST_WRITTEN).find((code) => code.toLowerCase() === sign);
  if (most !== undefined) return most;
  if (home !== null && namesOf(home, locale).includes(sign)) return home;
  const local = indexOf(locale).get(sign);
  return local === undefined ? (indexOf(NO_REGION).get(sign) ?? null) : local;
}

function hasCountry(sign: string, code: string, locale: string): boolean {
  return [locale, NO_REGION].some((place) =>
    COUNTS.some((count) => {
      const { full, plain } = currencyName(count, code, place);
      return full.toLowerCase() !== plain.toLowerCase() && foldedSign(full) === sign;
    }),
  );
}

/** Numbers of every kind of plural that amounts have. */
const COUNTS = [1, 1.5, 2, 5, 20];

function namesOf(code: string, locale: string): readonly string[] {
  return COUNTS.flatMap((count) => {
    const { full, plain } = currencyName(count, code, locale);
    return [foldedSign(full), foldedSign(plain)];
  });
}

const indexes = new Map<string, ReadonlyMap<string, string | null>>();

/** Every sign and name of every currency in a locale. Null for a sign of several; of a name's the first counts. */
function indexOf(locale: string): ReadonlyMap<string, string | null> {
  const known = indexes.get(locale);
  if (known !== undefined) return known;
  const index = new Map<string, string | null>();
  for (const code of CURRENCIES) {
    for (const name of namesOf(code, locale)) if (!index.has(name)) index.set(name, code);
  }
  const signs = new Map<string, string | null>();
  for (const code of CURRENCIES) {
    for (const sign of new Set(signsOf(code, locale))) {
      if (sign !== code.toLowerCase()) signs.set(sign, signs.has(sign) ? null : code);
    }
  }
  for (const [sign, code] of signs) index.set(sign, code);
  indexes.set(locale, index);
  return index;
}
