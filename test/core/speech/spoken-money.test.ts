import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES, homeCurrency } from '../../../src/core/speech/currency.ts';
import { sayMoney } from '../../../src/core/speech/spoken-money.ts';
import { amountOf, readAmount } from '../../../src/core/speech/written-amount.ts';
import { cases } from '../../cases.ts';

/** Which space stands in a sign differs between versions of Intl. */
const said = (written: string, locale: string) =>
  sayMoney(written, locale)?.replace(/[\u00a0\u202f]/gu, ' ') ?? null;

describe('an amount', () => {
  test.each([
    ['$1,250', 'en-US', '1,250 dollars'],
    ['US$99', 'en-CA', '99 US dollars'],
    ['A$3', 'en-US', '3 Australian dollars'],
    ['USD 1', 'en-GB', '1 US dollar'],
    ['USD 1', 'en-US', '1 dollar'],
    ['£2', 'en-GB', '2 pounds'],
    ['£2', 'de-DE', '2 Pfund'],
    ['GBP 2', 'de-DE', '2 Britische Pfund'],
    ['€12', 'en', '12 euros'],
    ['5 usd', 'en-US', '5 dollars'],
    ['12 dollars', 'en', '12 dollars'],
    ['12 US dollars', 'en-GB', '12 US dollars'],
    ['12 dollars', 'en-AU', '12 dollars'],
    ['$5 USD', 'en-US', '5 dollars'],
    ['$5 CAD', 'en-US', '5 Canadian dollars'],
    ['€12 EUR', 'en', '12 euros'],
    ['5 USD', 'fr-FR', '5 dollars américains'],
    ['0 €', 'de', '0 Euro'],
    ['12,- €', 'de-DE', '12 Euro'],
  ])('%s in %s is %s', (written, locale, spoken) => {
    expect(said(written, locale)).toBe(spoken);
  });

  test.each([
    ['1250', 'en'],
    ['EUR', 'en'],
    ['$', 'en'],
    ['12 kr', 'en'],
    ['about 12 €', 'en'],
    ['€12 USD', 'en'],
    ['12 PCS', 'en'],
    ['FOO 12', 'en'],
    ['12 all', 'en'],
    ['$5k', 'en'],
    ['$5-$10', 'en'],
    ['-$-5', 'en'],
    ['5 10 €', 'en'],
    ['$1,25,50', 'en'],
  ])('is not %j in %s', (written, locale) => {
    expect(sayMoney(written, locale)).toBeNull();
  });

  test('has thousands behind one sign and three digits, wherever it is read', () => {
    expect(said('1.250 €', 'en')).toBe('1,250 euros');
    expect(said('1.250 €', 'en-GB')).toBe('1,250 euros');
    expect(said('$1,250', 'de-DE')).toBe('1.250 Dollar');
    expect(said('€12.345', 'en')).toBe('12,345 euros');
  });

  test('of a currency with thousandths is read as its region writes it, and not at all where none is known', () => {
    expect(said('KWD 1.250', 'en-US')).toBe('1.25 Kuwaiti dinars');
    expect(said('KWD 1,250', 'en-US')).toBe('1,250 Kuwaiti dinars');
    expect(sayMoney('KWD 1.250', 'en')).toBeNull();
  });

  test.each([
    ['$1.250', 'es-CL', '1.250 pesos'],
    ['$1.250', 'es-AR', '1.250 pesos'],
    ['$1.250', 'es-CO', '1.250 pesos'],
    ['$5', 'es-MX', '5 pesos'],
    ['$5', 'es-ES', '5 dólares'],
    ['$5', 'zh-TW', '5 元'],
    ['$5', 'fr-FR', '5 dollars'],
  ])('with a dollar sign is what the region means by it: %s in %s is %s', (written, locale, spoken) => {
    expect(said(written, locale)).toBe(spoken);
  });

  test('with a dollar sign in Spanish of no region is not said, since most would mean a peso', () => {
    expect([sayMoney('$5', 'es'), sayMoney('$5', 'es-419')]).toEqual([null, null]);
  });

  test.each([
    ['R$ 1.250', 'pt-BR', '1.250 reais'],
    ['300 kr', 'sv-SE', '300 kronor'],
    ['1 250 kr', 'sv-SE', '1250 kronor'],
    ['300 kr.', 'da-DK', '300 kroner'],
    ['1250 zł', 'pl-PL', '1250 złotych'],
    ['₩1250', 'ko-KR', '1,250 원'],
    ['¥1250', 'zh-CN', '1,250元'],
    ['￥500', 'ja-JP', '500円'],
    ['500円', 'ja-JP', '500円'],
    ['500元', 'zh-CN', '500元'],
    ['1 250 $', 'fr-CA', '1250 dollars'],
    ['CHF 1’250.00', 'de-CH', '1250 Franken'],
    ['₺1.250,00', 'tr-TR', '1.250 lira'],
    ['1.250,00 TL', 'tr-TR', '1.250 lira'],
    ['€5', 'tr-TR', '5 euro'],
    ['-$5.00', 'en-US', '-5 dollars'],
    ['($5.00)', 'en-US', '-5 dollars'],
    ['$ (1,250.00)', 'en-US', '-1,250 dollars'],
    ['-R 5,00', 'en-ZA', '-5 rand'],
    ['€ -5,00', 'nl-NL', '-5 euro'],
    ['CHF-5.00', 'de-CH', '-5 Franken'],
    ['S/ 5', 'es-PE', '5 soles'],
    ['5,00 лв.', 'bg-BG', '5 лева'],
    ['HK$5', 'en-HK', '5 dollars'],
    ['NZ$5', 'en-NZ', '5 dollars'],
    ['฿5', 'th-TH', '5 บาท'],
    ['Rp 12.500', 'id-ID', '12.500 rupiah'],
    ['₱5', 'en-PH', '5 pesos'],
    ['RM 5', 'ms-MY', '5 ringgit'],
    ['৫৳', 'bn-BD', '৫ টাকা'],
    ['Rs. 500', 'en-IN', '500 rupees'],
    ['Rs.500', 'en-PK', '500 rupees'],
    ['\u200f\u200e-5.00 \u200f₪', 'he-IL', '-5 שקלים'],
    ['\u061c-\u200f٥٫٠٠ ج.م.\u200f', 'ar-EG', '-٥ جنيهات'],
    ['1250 lei', 'ro-RO', '1.250 de lei'],
    ['Ksh 1,250', 'en-KE', '1,250 shillings'],
  ])('%s in %s is what is said at home: %s', (written, locale, spoken) => {
    expect(said(written, locale)).toBe(spoken);
  });

  test.each([
    ['1,250.50 €', 'en', '1,250 euros and 50 cents'],
    ['$99.50', 'en-CA', '99 dollars and 50 cents'],
    ['$.99', 'en-US', '99 cents'],
    ['$0.05', 'en-US', '5 cents'],
    ['$1.01', 'en-US', '1 dollar and 1 cent'],
    ['-$0.05', 'en-US', '-5 cents'],
    ['£3.20', 'en-GB', '3 pounds and 20 pence'],
    ['1.250,50 €', 'de-DE', '1.250 Euro und 50 Cent'],
    ['CHF 5.20', 'de-CH', '5 Franken und 20 Rappen'],
    ['1,50 €', 'fr-FR', '1 euro et 50 centimes'],
    ['1.250,50 €', 'es-ES', '1250 euros con 50 céntimos'],
    ['R$ 5,10', 'pt-BR', '5 reais e 10 centavos'],
    ['1250,5 €', 'pl', '1250,50 euro'],
    ['$0.125', 'en-US', '0.125 dollars'],
    ['¥1,250', 'en', '1,250 yen'],
  ])('with cents, %s in %s, is %s', (written, locale, spoken) => {
    expect(said(written, locale)).toBe(spoken);
  });
});

describe('laws', () => {
  const LOCALES =
    'en-US en-GB en-IN en-ZA de-DE de-CH de-AT fr-FR fr-CA es-ES es-MX es-CL es-PE pt-BR pt-PT it-IT nl-NL sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ hu-HU ro-RO uk-UA ru-RU tr-TR el-GR he-IL ar-EG ar-AE hi-IN bn-BD th-TH vi-VN id-ID ms-MY fil-PH ja-JP ko-KR zh-CN zh-TW zh-HK'.split(
      ' ',
    );

  test('an amount is read as that amount, however its locale shows it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.constantFrom(...LOCALES),
        fc.constantFrom('symbol', 'code', 'name' as const),
        fc.constantFrom(...CURRENCIES.slice(0, 40)),
        (hundredths, locale, display, currency) => {
          // Turkish shows the sign before the name as well.
          const currencyDisplay = display === 'name' && locale === 'tr-TR' ? 'code' : display;
          const amount = hundredths / 100;
          const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
          const shown = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay,
            ...decimals,
          }).format(amount);
          const spoken = sayMoney(shown, locale);
          const read = readAmount(shown);
          expect([shown, locale, spoken]).not.toEqual([shown, locale, null]);
          expect(/-\p{Nd}/u.test(spoken ?? '')).toBe(amount < 0);
          expect(read === null ? null : amountOf(read.digits, () => 'group')).toBe(Math.abs(amount));
        },
      ),
      cases(250, 20260718),
    );
  });

  test.each(LOCALES)(
    'an amount of the home currency of %s is read by its short sign, and never has a country',
    (locale) => {
      const currency = homeCurrency(locale) ?? '';
      const show = (currencyDisplay: 'narrowSymbol' | 'symbol') =>
        new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).format(-1250);
      expect(said(show('narrowSymbol'), locale)).toBe(said(show('symbol'), locale));
      expect(said(show('narrowSymbol'), locale)).toMatch(/^[^ ]+( [^ ]+){0,2}$/u);
    },
  );
});
