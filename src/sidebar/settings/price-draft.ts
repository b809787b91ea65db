import type { Prices } from '../../core/request/price.ts';

/** Prices in the form, by engine or kind of video. */
export type PriceDraft = Readonly<Record<string, string>>;

/** The prices in a draft, dated `today` (YYYY-MM-DD). Null while one of them is not a price. */
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

/** Reads "0.05" or "0,05". Null for anything that is not a price. */
export function readPrice(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace(/^\$/u, '');
  return /^\d{1,4}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : null;
}
