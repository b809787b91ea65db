/** Signs and short words of currencies. Longer forms come first: R$ is no $. */
const WORDS =
  'US\\$|R\\$|C\\$|CA\\$|A\\$|AU\\$|NZ\\$|S\\$|HK\\$|NT\\$|MX\\$|USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|BRL|MXN|ARS|CLP|COP|INR|PKR|JPY|CNY|RMB|KRW|TRY|ZAR|AED|SAR|EGP|KWD|BHD|OMR|JOD|TND|RUB|UAH|ILS|THB|VND|IDR|PHP|MYR|SGD|HKD|TWD|euros?|zł|kr|Kč|Ft|lei|TL|руб|грн';

/** What a regular expression finds a currency by. */
export const CURRENCY_WORD = `(?:[$€£¥￥₹₩₺₽₫₪₴₦฿₱元円원]|(?<![\\p{L}$])(?:${WORDS})\\.?(?!\\p{L}))`;

/** The currencies that one sign stands for. What is not here is one of its own. */
const MEANINGS: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD MXN ARS CLP COP SGD HKD TWD BRL PHP',
  US$: 'USD',
  R$: 'BRL',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD ARS',
  AU$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  NT$: 'TWD',
  MX$: 'MXN',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP EGP',
  '¥': 'JPY CNY RMB',
  '￥': 'JPY CNY RMB',
  元: 'CNY RMB TWD HKD JPY',
  円: 'JPY',
  CNY: 'CNY RMB',
  RMB: 'CNY RMB',
  원: 'KRW',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  TL: 'TRY',
  '₽': 'RUB',
  руб: 'RUB',
  '₫': 'VND',
  '₪': 'ILS',
  '₴': 'UAH',
  грн: 'UAH',
  '₱': 'PHP',
  '฿': 'THB',
  zł: 'PLN',
  kr: 'SEK NOK DKK ISK',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
};

const NUMBER = "\\d(?:[\\d.,'’ ]*\\d)?";
const AROUND = new RegExp(`(${CURRENCY_WORD})\\s?${NUMBER}\\s?(${CURRENCY_WORD})(?!\\s?\\d)`, 'u');
const BEFORE = new RegExp(`(${CURRENCY_WORD})\\s?(${CURRENCY_WORD})\\s?${NUMBER}`, 'u');
const BEHIND = new RegExp(`${NUMBER}\\s?(${CURRENCY_WORD})\\s?(${CURRENCY_WORD})(?!\\s?\\d)`, 'u');

/** Two of them with nothing between but a number: most amounts have one. */
const TWO = new RegExp(`${CURRENCY_WORD}[\\d.,'’\\s]{0,30}${CURRENCY_WORD}`, 'u');

/** An amount with two currencies that cannot both be meant, such as `$100 €`. Null when there is none. */
export function mixedCurrencies(text: string): string | null {
  if (!TWO.test(text)) return null;
  for (const pattern of [AROUND, BEFORE, BEHIND]) {
    const [whole, one = '', other = ''] = pattern.exec(text) ?? [];
    if (whole === undefined) continue;
    const [first, second] = [meaningsOf(one), meaningsOf(other)];
    if (!first.some((code) => second.includes(code))) return whole;
  }
  return null;
}

function meaningsOf(word: string): readonly string[] {
  const bare = word.replace(/\.$/u, '');
  return (MEANINGS[bare] ?? bare).split(' ');
}
