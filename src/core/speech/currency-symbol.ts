import { CURRENCIES, foldSymbol, homeCurrency, symbolsOf } from './currency.ts';
import { currencyName } from './currency-name.ts';
import { NO_REGION } from './locale.ts';

/** What a symbol or abbreviation means unless the row's locale says otherwise. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  '€ EUR,$ USD,£ GBP,¥ JPY,円 JPY,元 CNY,rmb CNY,₹ INR,rs INR,us$ USD,$us USD,a$ AUD,au$ AUD,c$ CAD,ca$ CAD,nz$ NZD,s$ SGD,hk$ HKD,nt$ TWD,mx$ MXN,r$ BRL,₽ RUB,руб RUB,₺ TRY,tl TRY,₩ KRW,₪ ILS,nis ILS,₫ VND,₴ UAH,грн UAH,zł PLN,kč CZK,ft HUF,fr CHF,₱ PHP,฿ THB,৳ BDT,rp IDR,rm MYR,лв BGN,s/ PEN'
    .split(',')
    .map((pair) => [pair.slice(0, -4), pair.slice(-3)] as const),
);

/** The first so many currencies are also read in small letters. Later codes could be words: all, top, pen. */
const MOST_WRITTEN = 22;

/** The currency written beside an amount. */
export interface MeantCurrency {
  readonly code: string;
  /** Whether to say "dollars" rather than "US dollars". */
  readonly plain: boolean;
}

/**
 * The currency that a symbol, code or word beside an amount means in the row's locale: `$`, `USD`, "euros". Two of
 * them, as in `$5 USD`, must agree. Null when nobody can tell.
 */
export function currencyOf(before: string, after: string, locale: string): MeantCurrency | null {
  const written = `${before} ${after}`.trim();
  const [code = ''] = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(written) ?? [];
  if (CURRENCIES.includes(code)) {
    const rest = foldSymbol(written.replace(code, ''));
    const fits = rest === '' || isSymbolOf(rest, code, locale);
    return fits ? { code, plain: code === homeCurrency(locale) } : null;
  }
  if (before !== '' && after !== '') return null;
  const symbol = foldSymbol(written);
  const meant = symbol === '' ? null : codeOf(symbol, locale);
  if (meant === null) return null;
  const named = /[A-Z]{2,}|\p{L}\$|\$\p{L}/u.test(written) || hasCountry(symbol, meant, locale);
  return { code: meant, plain: meant === homeCurrency(locale) || !named };
}

function isSymbolOf(symbol: string, code: string, locale: string): boolean {
  return (
    SYMBOLS.get(symbol) === code ||
    [locale, NO_REGION].some((place) => symbolsOf(code, place).includes(symbol))
  );
}

/**
 * Looks at the country's own currency first, then at symbols known everywhere, then at all currency names in the
 * row's language and in English.
 */
function codeOf(symbol: string, locale: string): string | null {
  const home = homeCurrency(locale);
  if (home !== null && symbolsOf(home, locale).includes(symbol)) return home;
  if (home !== null && /^zh/u.test(locale) && /^[元圓圆块塊]$/u.test(symbol)) return home;
  if (symbol === '¥' && /^zh/u.test(locale)) return 'CNY';
  // In Spanish a dollar symbol means pesos in most countries.
  if (symbol === '$' && /^es(?:-419)?$/u.test(locale)) return null;
  const known = SYMBOLS.get(symbol);
  if (known !== undefined) return known;
  const most = CURRENCIES.slice(0, MOST_WRITTEN).find((code) => code.toLowerCase() === symbol);
  if (most !== undefined) return most;
  if (home !== null && namesOf(home, locale).includes(symbol)) return home;
  const local = indexOf(locale).get(symbol);
  return local === undefined ? (indexOf(NO_REGION).get(symbol) ?? null) : local;
}

function hasCountry(symbol: string, code: string, locale: string): boolean {
  return [locale, NO_REGION].some((place) =>
    COUNTS.some((count) => {
      const { full, plain } = currencyName(count, code, place);
      return full.toLowerCase() !== plain.toLowerCase() && foldSymbol(full) === symbol;
    }),
  );
}

/** Numbers that between them need every plural form. */
const COUNTS = [1, 1.5, 2, 5, 20];

function namesOf(code: string, locale: string): readonly string[] {
  return COUNTS.flatMap((count) => {
    const { full, plain } = currencyName(count, code, locale);
    return [foldSymbol(full), foldSymbol(plain)];
  });
}

const indexes = new Map<string, ReadonlyMap<string, string | null>>();

/**
 * All symbols and names of all currencies in a locale. A symbol of several currencies gives null; a name of several
 * means the first.
 */
function indexOf(locale: string): ReadonlyMap<string, string | null> {
  const known = indexes.get(locale);
  if (known !== undefined) return known;
  const index = new Map<string, string | null>();
  for (const code of CURRENCIES) {
    for (const name of namesOf(code, locale)) if (!index.has(name)) index.set(name, code);
  }
  const symbols = new Map<string, string | null>();
  for (const code of CURRENCIES) {
    for (const symbol of new Set(symbolsOf(code, locale))) {
      if (symbol !== code.toLowerCase()) symbols.set(symbol, symbols.has(symbol) ? null : code);
    }
  }
  for (const [symbol, code] of symbols) index.set(symbol, code);
  indexes.set(locale, index);
  return index;
}
