import type { LearnedPrice, LearnedPrices } from '../request/learned-prices.ts';
import { SAME_PRICE } from '../request/price.ts';

/** What the account lost between two looks at its balance, and the videos that were charged between them. */
export interface Stretch {
  /** When the first look was, in Unix milliseconds. */
  readonly from: number;
  /** US dollars. */
  readonly lost: number;
  readonly uses: readonly Use[];
}

/** The videos of one price: how many, and how many seconds of it, or videos where it is a price for a video. */
interface Use {
  readonly name: string;
  readonly amount: number;
  readonly videos: number;
}

/** An old price gives way within about so many videos. */
const MOST_VIDEOS = 60;

/** 0 when the known prices explain the loss; 1 and -1 when it was more or less. Null when nothing was to be charged. */
export function isChange({ lost, uses }: Stretch, priceOf: (name: string) => number): -1 | 0 | 1 | null {
  const expected = uses.reduce((sum, { name, amount }) => sum + priceOf(name) * amount, 0);
  if (expected <= 0) return null;
  const deviation = lost / expected - 1;
  if (Math.abs(deviation) <= SAME_PRICE) return 0;
  return deviation > 0 ? 1 : -1;
}

/**
 * The prices after a stretch. Where videos of several prices were charged together, the difference is laid on each by
 * the square of its share in the cost: the smallest change that explains the loss. Other mixtures correct it later.
 * `isChanged`: a new price is in force, so that what was learned before does not count.
 */
export function withStretch(
  learned: LearnedPrices,
  { from, lost, uses }: Stretch,
  priceOf: (name: string) => number,
  isChanged: boolean,
): LearnedPrices {
  const costs = uses.map((use) => ({
    ...use,
    price: priceOf(use.name),
    cost: priceOf(use.name) * use.amount,
  }));
  const difference = lost - costs.reduce((sum, { cost }) => sum + cost, 0);
  const squares = costs.reduce((sum, { cost }) => sum + cost * cost, 0);
  const after = costs.map(({ name, price, cost, videos }): readonly [string, LearnedPrice] => {
    const known = learned[name] ?? { since: from, videos: 0 };
    const change = (difference * cost) / squares;
    if (isChanged && Math.abs(change) > SAME_PRICE) {
      return [name, { usd: positive(price * (1 + change), price), since: from, videos }];
    }
    const all = Math.min(MOST_VIDEOS, known.videos + videos);
    const step = isChanged ? 1 : videos / all;
    return [name, { usd: positive(price * (1 + step * change), price), since: known.since, videos: all }];
  });
  return { ...learned, ...Object.fromEntries(after) };
}

/** A mixture may ask for a price below nothing: then a tenth is left, and the next mixture goes on from there. */
function positive(usd: number, before: number): number {
  return Number(Math.max(usd, before / 10).toPrecision(6));
}
