const GROUPS = /\B(?=(?:\d{3})+$)/gu;

/** 5000 as "5,000": whole numbers with their groups. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(GROUPS, ',');
}

/** "1 row", "3 rows": a count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A length of speech or video: "8 s", "2 min 5 s", "1 h 4 min". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
  return joined(Math.floor(whole / 3600), 'h', Math.round((whole % 3600) / 60), 'min');
}

/** Time that is still to pass, as roughly as it is known: "less than a minute", "about 4 min". */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `about ${minutes} min`;
  return `about ${joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min')}`;
}

/** US dollars with two decimals; what is above nothing never shows as nothing. */
export function dollars(amount: number): string {
  if (amount > 0 && amount < 0.01) return 'less than $0.01';
  const [whole = '0', cents = '00'] = Math.abs(amount).toFixed(2).split('.');
  return `${(amount < 0 ? '−$' : '$') + whole.replace(GROUPS, ',')}.${cents}`;
}

/** What is left in an account, in its own unit. */
export function balanceText(balance: { readonly amount: number; readonly unit: 'usd' | 'credits' }): string {
  return balance.unit === 'usd' ? dollars(balance.amount) : `${grouped(Math.floor(balance.amount))} credits`;
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${large} ${largeUnit}${small === 0 ? '' : ` ${small} ${smallUnit}`}`;
}
