import type { Prices } from '../../core/request/price.ts';

/** Prices as they are being typed, by engine or kind of video. */
export type PriceDraft = Readonly<Record<string, string>>;

/** The prices that a draft stands for, dated `today` (YYYY-MM-DD); null while one of them is no price. */
export function pricesOf(draft: PriceDraft, prices: Prices, today: string): Prices | null {
  const perSecond = withDraft(draft, prices.perSecond);
  const perVideo = withDraft(draft, prices.perVideo);
  return perSecond && perVideo && { asOf: today, perSecond, perVideo };
}

function withDraft(
  draft: PriceDraft,
  prices: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> | null {
  const read: Record<string, number> = {};
  for (const [name, price] of Object.entries(prices)) {
    const typed = draft[name];
    const now = typed === undefined ? price : readPrice(typed);
    if (now === null) return null;
    read[name] = now;
  }
  return read;
}

/** "0.05" and "0,05"; null for everything that is no price. */
export function readPrice(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace(/^\$/u, '');
  return /^\d{1,4}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : null;
}
