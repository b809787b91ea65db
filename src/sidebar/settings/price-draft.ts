import type { Prices } from '../../app/contract.ts';

/** Prices as they are being typed, by engine. */
export type PriceDraft = Readonly<Record<string, string>>;

/** The prices that a draft stands for, dated `today` (YYYY-MM-DD); null while one of them is no price. */
export function pricesOf(draft: PriceDraft, prices: Prices, today: string): Prices | null {
  const perSecond: Record<string, number> = {};
  for (const [engine, price] of Object.entries(prices.perSecond)) {
    const typed = draft[engine];
    const read = typed === undefined ? price : readPrice(typed);
    if (read === null) return null;
    perSecond[engine] = read;
  }
  return { ...prices, asOf: today, perSecond };
}

/** "0.05" and "0,05"; null for everything that is no price. */
export function readPrice(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace(/^\$/u, '');
  return /^\d{1,4}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : null;
}
