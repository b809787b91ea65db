import { grouped } from './count-words.ts';

/** A length of speech or video: "8 s", "2 min 5 s", "1 h 4 min". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
  return joined(Math.floor(whole / 3600), 'h', Math.round((whole % 3600) / 60), 'min');
}

/** A rough waiting time: "less than a minute", "about 4 min". */
export function timeLeft(seconds: number): string {
  return seconds < 60 ? 'less than a minute' : `about ${duration(Math.ceil(seconds / 60) * 60)}`;
}

/** US dollars with two decimals. A small amount never shows as zero. */
export function dollars(amount: number): string {
  if (amount > 0 && amount < 0.01) return 'less than $0.01';
  const [whole = '0', cents = '00'] = Math.abs(amount).toFixed(2).split('.');
  return `${(amount < 0 ? '−$' : '$') + grouped(Number(whole))}.${cents}`;
}

/** What something may cost: "about $1.20 to $1.60", or one amount when both read the same. */
export function costWords({ least, most }: { readonly least: number; readonly most: number }): string {
  const [low, high] = [dollars(least), dollars(most)];
  return low === high ? `about ${high}` : `about ${low} to ${high}`;
}

/** An account's balance in its own unit. */
export function balanceText(balance: { readonly amount: number; readonly unit: 'usd' | 'credits' }): string {
  return balance.unit === 'usd' ? dollars(balance.amount) : `${grouped(Math.floor(balance.amount))} credits`;
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${large} ${largeUnit}${small === 0 ? '' : ` ${small} ${smallUnit}`}`;
}
