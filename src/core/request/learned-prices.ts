import { type Prices, priceIn, SAME_PRICE } from './price.ts';
import { PUBLISHED_PRICES } from './published-prices.ts';

/** A price as the account's balance has shown it. */
export interface LearnedPrice {
  readonly usd: number;
  /** Unix milliseconds: since then HeyGen has charged about this. */
  readonly since: number;
  /** From how many finished videos it was learned. */
  readonly videos: number;
}

/** By the names of the price table. */
export type LearnedPrices = Readonly<Record<string, LearnedPrice>>;

/** Fewer videos say too little. */
const LEAST_VIDEOS = 4;

/** A difference is told from here on. */
const TOLD_FROM = 0.1;

/** What the balance says other than the price table. */
export interface PriceDifference {
  readonly name: string;
  readonly usd: number;
  /** Whole sentences for the user. */
  readonly words: string;
}

/** Where HeyGen seems to charge more than a tenth more or less than the table says. */
export function priceDifferences(table: Prices, learned: LearnedPrices): PriceDifference[] {
  return Object.entries(learned).flatMap(([name, price]) => {
    const inTable = tablePrice(table, name);
    if (price.videos < LEAST_VIDEOS || inTable === null) return [];
    if (Math.abs(price.usd - inTable) <= TOLD_FROM * inTable) return [];
    const usd = rounded(price.usd);
    const words = differenceWords(name, usd, inTable, price, table);
    return [{ name, usd, words: isOfUser(table, name) ? words : `${words} Estimates use it.` }];
  });
}

function differenceWords(
  name: string,
  usd: number,
  inTable: number,
  { since, videos }: LearnedPrice,
  table: Prices,
): string {
  const unit = name in table.perVideo ? 'a video' : 'a second';
  const day = new Date(since).toISOString().slice(0, 10);
  return `HeyGen seems to charge ${usd} ${unit} for ${name}; the table says ${inTable}. Learned from the balance and ${videos} finished videos since ${day}.`;
}

/**
 * The prices for estimates and budgets: the table, with what was learned in place of prices that the user has left as
 * they were `published`. A price that the user has changed stays.
 */
export function correctedPrices(table: Prices, learned: LearnedPrices): Prices {
  return Object.entries(learned).reduce((prices, [name, { usd, videos }]) => {
    const inTable = tablePrice(table, name);
    if (inTable === null || isOfUser(table, name) || videos < LEAST_VIDEOS) return prices;
    return Math.abs(usd - inTable) <= SAME_PRICE * inTable ? prices : withPrice(prices, name, rounded(usd));
  }, table);
}

function isOfUser(table: Prices, name: string): boolean {
  return tablePrice(table, name) !== tablePrice(PUBLISHED_PRICES, name);
}

/** The table with every price that was learned and that it takes from another one, such as that of 4K. */
export function withLearnedNames(table: Prices, learned: LearnedPrices): Prices {
  return Object.keys(learned).reduce((prices, name) => {
    const usd = tablePrice(table, name);
    return usd === null || name in table.perSecond ? prices : withPrice(prices, name, usd);
  }, table);
}

/** A price table with one price changed. */
export function withPrice(prices: Prices, name: string, usd: number): Prices {
  return name in prices.perVideo
    ? { ...prices, perVideo: { ...prices.perVideo, [name]: usd } }
    : { ...prices, perSecond: { ...prices.perSecond, [name]: usd } };
}

/** Null when the table does not have it. */
export function tablePrice({ perSecond, perVideo }: Prices, name: string): number | null {
  return perVideo[name] ?? priceIn(perSecond, name) ?? null;
}

/** As many digits as price lists have. */
function rounded(usd: number): number {
  return Number(usd.toPrecision(3));
}
