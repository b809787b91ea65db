import { centsOf } from './cents.ts';
import { currencyName } from './currency-name.ts';
import { currencyOf } from './currency-symbol.ts';
import { groupingOptions, loneSeparator, numberFormat, withSign } from './spoken-number.ts';
import { amountOf, readAmount } from './written-amount.ts';

/** These currencies have thousandths, so three digits after a separator may be a fraction. */
const IN_THOUSANDTHS = /^(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)$/u;

/**
 * An amount of money with its currency in words: "1,250 euros", "99 dollars and 50 cents". Null when there is no
 * clear amount or currency. `bare` is the currency of an amount that names none. A separator before exactly three digits marks thousands.
 */
export function sayMoney(written: string, locale: string, bare = ''): string | null {
  const amount = readAmount(written);
  if (amount === null) return null;
  const isBare = amount.before === '' && amount.after === '';
  const currency = currencyOf(amount.before, isBare ? bare.toUpperCase() : amount.after, locale);
  if (currency === null) return null;
  const inThousandths = IN_THOUSANDTHS.test(currency.code);
  const value = amountOf(amount.digits, inThousandths ? loneSeparator(locale) : () => 'group');
  if (value === null) return null;
  return withSign(said(value, currency.code, currency.plain, locale), amount.negative && value !== 0);
}

function said(value: number, code: string, plain: boolean, locale: string): string {
  const whole = Math.trunc(value);
  const hundredths = Math.round((value - whole) * 100);
  const isExact = Math.abs(whole + hundredths / 100 - value) < 1e-9;
  const cents = hundredths > 0 && isExact ? centsOf(hundredths, code, locale) : null;
  if (cents !== null && whole === 0) return `${hundredths} ${cents.name}`;
  const spoken = cents === null ? value : whole;
  const decimals = Number.isInteger(spoken) || !isExact ? 0 : 2;
  const digits = numberFormat(locale, {
    ...groupingOptions(locale),
    minimumFractionDigits: decimals,
    maximumFractionDigits: 10,
  }).format(spoken);
  const { full, plain: noun, leads, gap } = currencyName(spoken, code, locale, decimals);
  const name = plain ? noun : full;
  const money = leads ? `${name}${gap}${digits}` : `${digits}${gap}${name}`;
  return cents === null ? money : `${money} ${cents.joint} ${hundredths} ${cents.name}`;
}
