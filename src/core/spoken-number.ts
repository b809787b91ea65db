/** Signs and words that people write at an amount. What `$` and `kr` mean depends on where it is read. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['R$', 'BRL'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['Fr.', 'CHF'],
]);

const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['AU', 'AUD'],
  ['CA', 'CAD'],
  ['NZ', 'NZD'],
  ['SG', 'SGD'],
  ['HK', 'HKD'],
  ['MX', 'MXN'],
]);

const CROWNS: ReadonlyMap<string, string> = new Map([
  ['sv', 'SEK'],
  ['da', 'DKK'],
  ['nb', 'NOK'],
  ['no', 'NOK'],
  ['nn', 'NOK'],
]);

/** Longer numbers are ids and phone numbers, which nobody says as an amount. */
const MAX_DIGITS = 15;

/** A number as people write it: in groups by any of the usual signs, with a decimal comma or point. Null for none. */
export function parseAmount(written: string, locale: string): number | null {
  const text = written.trim().replace(/\u2212/gu, '-');
  const parts = /^([+-]?)(\d[\d.,'’\s\u00a0\u202f]*)$/u.exec(text);
  if (parts === null) return null;
  const body = (parts[2] ?? '').replace(/['’\s\u00a0\u202f]/gu, '');
  if (body.replace(/\D/gu, '').length > MAX_DIGITS) return null;
  const decimal = decimalSign(body, locale);
  const [whole = '', fraction = '', ...more] = decimal === '' ? [body] : body.split(decimal);
  const groups = whole.split(/[.,]/u);
  const grouped = groups.length === 1 || groups.slice(1).every((group) => /^\d{2,3}$/u.test(group));
  if (more.length > 0 || !grouped || !/^\d*$/u.test(fraction)) return null;
  return Number(`${parts[1]}${groups.join('')}.${fraction || '0'}`);
}

/** Which of `,` and `.` is the decimal one: the last of both; one alone by its digits, else by the locale. */
function decimalSign(body: string, locale: string): string {
  const signs = [...new Set(body.replace(/\d/gu, ''))];
  if (signs.length === 2) return body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
  const [sign] = signs;
  if (sign === undefined) return '';
  const pieces = body.split(sign);
  if (pieces.length > 2) return '';
  if (!/^\d{3}$/u.test(pieces[1] ?? '') || /^0?$/u.test(pieces[0] ?? '')) return sign;
  const ofLocale = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return ofLocale?.value === sign ? sign : '';
}

/** A number or a percentage, as the voice reads it best; null when it is neither. */
export function sayNumber(written: string, locale: string): string | null {
  const percent = /^(.*?)\s*%$/su.exec(written.trim());
  const amount = parseAmount(percent?.[1] ?? written, locale);
  if (amount === null) return null;
  const style = percent === null ? {} : ({ style: 'unit', unit: 'percent', unitDisplay: 'long' } as const);
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 10 }).format(amount);
}

/** An amount of money with its currency in words: "1,250 euros"; null without an amount or a currency. */
export function sayMoney(written: string, locale: string): string | null {
  const text = written.trim();
  const parts = /^([^\d+-]*)([+-]?\d[\d.,'’\s\u00a0\u202f]*?)([^\d]*)$/u.exec(text.replace(/\u2212/gu, '-'));
  if (parts === null) return null;
  const [, before = '', digits = '', after = ''] = parts;
  const sign = before.trim() || after.trim();
  const currency = currencyOf(sign, locale);
  const amount = parseAmount(digits.replace(/[.,]$/u, ''), locale);
  if (currency === null || amount === null || (before.trim() !== '' && after.trim() !== '')) return null;
  const whole = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  const spoken = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    ...whole,
  });
  // Who writes "$5" in English says "5 dollars", and who writes "USD 5" or "US$5" says which dollars.
  const isPlain = /^en\b/u.test(locale) && !/[A-Z]{2,}|^[A-Z]+\$/u.test(sign);
  return spoken
    .formatToParts(amount)
    .map(({ type, value }) => (isPlain && type === 'currency' ? value.replace(/^.*\s/u, '') : value))
    .join('');
}

function currencyOf(sign: string, locale: string): string | null {
  const [language = '', region = ''] = [locale.split('-')[0], locale.split('-').pop()];
  if (sign === '$') return DOLLARS.get(region) ?? 'USD';
  if (sign === '¥') return language === 'zh' ? 'CNY' : 'JPY';
  if (/^kr\.?$/iu.test(sign)) return CROWNS.get(language) ?? null;
  return CURRENCIES.get(sign) ?? (/^[A-Z]{3}$/u.test(sign) ? sign : null);
}
