import { numberFormat } from './spoken-number.ts';

/** ISO 4217 codes, the most common first. When a word such as "dollars" fits several, the first is meant. */
export const CURRENCIES: readonly string[] =
  'USD EUR GBP JPY CNY INR CHF CAD AUD NZD SEK NOK DKK MXN BRL PLN CZK HUF SGD HKD KRW ZAR ILS TRY THB IDR MYR PHP TWD VND AED SAR RUB UAH RON ISK CLP COP ARS PEN EGP PKR BDT LKR NGN KES AFN ALL AMD AOA AWG AZN BAM BBD BGN BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CRC CUP CVE DJF DOP DZD ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR JMD JOD KGS KHR KMF KPW KWD KYD KZT LAK LBP LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MZN NAD NIO NPR OMR PAB PGK PYG QAR RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SYP SZL TJS TMT TND TOP TTD TZS UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZMW ZWG'.split(
    ' ',
  );

/** Regions that share a currency. Everywhere else a currency's code begins with the region's code. */
const SHARED_CURRENCIES: readonly (readonly [string, string])[] = [
  ['EUR', 'AD AT BE BG CY DE EE ES FI FR GP GR HR IE IT LT LU LV MC ME MQ MT NL PT RE SI SK SM VA XK'],
  ['USD', 'EC GU PR SV VI'],
  ['XOF', 'BF BJ CI GW ML NE SN TG'],
  ['XAF', 'CF CG CM GA GQ TD'],
  ['GBP', 'GG IM JE'],
  ['CHF', 'LI'],
];

/** Languages of several countries with different money. Without a region nobody knows which is meant. */
const OF_MANY_COUNTRIES = /^(?:ar|en|es|fr|pt)$/u;

const homes = new Map<string, string | null>();

/** The currency of the locale's country. Null when the country is not known. */
export function homeCurrency(locale: string): string | null {
  const known = homes.get(locale);
  if (known !== undefined) return known;
  const region = OF_MANY_COUNTRIES.test(locale) ? undefined : new Intl.Locale(locale).maximize().region;
  const shared = SHARED_CURRENCIES.find(
    ([, regions]) => region !== undefined && regions.split(' ').includes(region),
  );
  const home =
    shared?.[0] ?? CURRENCIES.find((code) => region !== undefined && code.startsWith(region)) ?? null;
  homes.set(locale, home);
  return home;
}

/** The long and the short symbol of a currency in a locale, folded for comparing. */
export function symbolsOf(code: string, locale: string): readonly string[] {
  return (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => {
    const format = numberFormat(locale, { style: 'currency', currency: code, currencyDisplay });
    return foldSymbol(format.formatToParts(5).find(({ type }) => type === 'currency')?.value ?? '');
  });
}

/** A symbol or word folded for comparing: no case, spaces, invisible marks or final point. */
export function foldSymbol(symbol: string): string {
  return symbol
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/\.$/u, '')
    .toLowerCase();
}
