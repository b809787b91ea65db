import type { Resolution, StudioRequest, VideoRequest } from '../heygen/video-request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import { estimatedSeconds, lengthSpread } from './spoken-texts.ts';

/** HeyGen's prices in US dollars, by the names in `PRICE_NAMES`. */
export interface Prices {
  /** The day of these prices, such as `2026-07-01`. */
  readonly asOf: string;
  /** Per second of finished video. */
  readonly perSecond: Readonly<Record<string, number>>;
  /** Per video of any length. */
  readonly perVideo: Readonly<Record<string, number>>;
}

/** What is known about a video before it is made. */
export interface Estimate {
  /** Length in seconds. Null when it cannot be known: a recording, a clip, a HeyGen template. */
  readonly seconds: number | null;
  /** Price in US dollars. Null when it cannot be known, 0 for a test video. */
  readonly cost: number | null;
  /** Between these the price probably lies. Both 0 when it is not known. */
  readonly range: CostRange;
  /** The name of the one price that it was estimated with; '' when there were several, or none. */
  readonly rate: string;
}

/** US dollars. */
export interface CostRange {
  readonly least: number;
  readonly most: number;
}

const NO_RANGE: CostRange = { least: 0, most: 0 };

const CINEMATIC = 'Cinematic';

/** Words that are heard without a video, per second. */
const SPEECH = 'Speech';

/** The engines and kinds of look with their own price. `types` are HeyGen's words for the kinds. */
const RATES: readonly {
  readonly name: string;
  readonly engine: string;
  readonly types: readonly string[];
}[] = [
  { name: 'Avatar IV, photo', engine: 'avatar_iv', types: ['photo_avatar'] },
  {
    name: 'Avatar IV, twin or studio',
    engine: 'avatar_iv',
    types: ['digital_twin', 'studio_avatar'],
  },
  { name: 'Avatar V, twin', engine: 'avatar_v', types: ['digital_twin'] },
  {
    name: 'Avatar III, twin or studio',
    engine: 'avatar_iii',
    types: ['digital_twin', 'studio_avatar'],
  },
  { name: 'Avatar III, photo', engine: 'avatar_iii', types: ['photo_avatar'] },
];

/** Videos in 4K may have a price of their own. Where a table does not name it, it is the one without this. */
const IN_4K = ', 4K';

/** A price of a list by its name; undefined when the list does not have it. */
export function priceIn(list: Readonly<Record<string, number>>, name: string): number | undefined {
  return list[name] ?? (name.endsWith(IN_4K) ? list[name.slice(0, -IN_4K.length)] : undefined);
}

/** Prices that differ by less count as the same: HeyGen rounds lengths, and the balance too. */
export const SAME_PRICE = 0.05;

/** The names that every price table contains. */
export const PRICE_NAMES = {
  perSecond: [...RATES.map(({ name }) => name), SPEECH],
  perVideo: [CINEMATIC],
} as const;

/**
 * Estimates the length and price of a request. A look of unknown kind counts as the most expensive kind on its engine,
 * so that the estimate is not too low. Each scene counts by its own speaker.
 */
export function estimateOf(request: VideoRequest, facts: AccountFacts, prices: Prices): Estimate {
  const seconds = estimatedSeconds(request, facts);
  if (request.test === true) return { seconds, cost: 0, range: NO_RANGE, rate: '' };
  if ('variables' in request) return { seconds, cost: null, range: NO_RANGE, rate: '' };
  const spread = lengthSpread(request, facts);
  switch (request.type) {
    case 'cinematic_avatar': {
      const cost = prices.perVideo[CINEMATIC] ?? null;
      return { seconds, cost, range: { least: cost ?? 0, most: cost ?? 0 }, rate: CINEMATIC };
    }
    case 'studio':
      return { seconds, ...scenesCost(request, facts, prices) };
    case 'image':
      return { seconds, ...priceOf(seconds, spread, pictureRate(request, prices)) };
    case 'avatar':
      return { seconds, ...priceOf(seconds, spread, lookRate(request, request, facts, prices)) };
  }
}

type Price = Pick<Estimate, 'cost' | 'range' | 'rate'>;

function scenesCost(request: StudioRequest, facts: AccountFacts, prices: Prices): Price {
  let cost: number | null = 0;
  let range = NO_RANGE;
  const rates = new Set<string>();
  for (const scene of request.scenes) {
    const ofLook = scene.type === 'avatar_video' && scene.input.type === 'avatar';
    // No price list has pictures without a face. They count like speaking ones.
    const rate = ofLook ? lookRate(scene.input, request, facts, prices) : pictureRate(request, prices);
    const alone: StudioRequest = { type: 'studio', scenes: [scene] };
    const price = priceOf(estimatedSeconds(alone, facts), lengthSpread(alone, facts), rate);
    rates.add(price.rate);
    cost = cost === null || price.cost === null ? null : cost + price.cost;
    range = { least: range.least + price.range.least, most: range.most + price.range.most };
  }
  const [rate = ''] = rates;
  return { cost, range: cost === null ? NO_RANGE : range, rate: rates.size === 1 ? rate : '' };
}

function priceOf(seconds: number | null, spread: number, { name, price, least }: Rate): Price {
  if (seconds === null) return { cost: null, range: NO_RANGE, rate: name };
  const range = {
    least: seconds * (1 - spread) * least,
    most: seconds * (1 + spread) * price,
  };
  return { cost: seconds * price, range, rate: name };
}

interface Rate {
  readonly name: string;
  /** US dollars per second. */
  readonly price: number;
  /** The lowest price that it may be instead, where the kind of look or the engine is not known. */
  readonly least: number;
}

interface Picture {
  readonly resolution?: Resolution;
}

function pictureRate({ resolution }: Picture, prices: Prices): Rate {
  return rateOf({ engine: 'avatar_iv', type: 'photo_avatar', resolution }, prices);
}

interface SpeakingLook {
  readonly avatar_id: string;
  readonly engine?: { readonly type: string };
}

function lookRate(
  { avatar_id, engine }: SpeakingLook,
  { resolution }: Picture,
  facts: AccountFacts,
  prices: Prices,
): Rate {
  const type = facts.looks.get(avatar_id)?.type ?? '';
  return rateOf({ engine: engine?.type ?? 'avatar_iv', type, resolution }, prices);
}

interface Kind {
  readonly engine: string;
  readonly type: string;
  readonly resolution: Resolution | undefined;
}

/** The price of a kind of look on an engine. Of an unknown kind or engine the highest, so that it is not too low. */
function rateOf({ engine, type, resolution }: Kind, { perSecond }: Prices): Rate {
  const known = RATES.filter((rate) => rate.engine === engine);
  const ofEngine = known.length > 0 ? known : RATES;
  const ofKind = ofEngine.filter(({ types }) => types.includes(type));
  const rates = (ofKind.length > 0 ? ofKind : ofEngine).map((rate) => {
    const name = resolution === '4k' ? rate.name + IN_4K : rate.name;
    return { name, price: priceIn(perSecond, name) ?? 0 };
  });
  const least = rates.length === 0 ? 0 : Math.min(...rates.map(({ price }) => price));
  const unknown: Rate = { name: '', price: 0, least };
  return rates.reduce<Rate>(
    (dearest, rate) => (rate.price > dearest.price ? { ...rate, least } : dearest),
    unknown,
  );
}

/** What it costs to hear words that take so many seconds. */
export function priceOfHearing(seconds: number, { perSecond }: Prices): number {
  return seconds * (perSecond[SPEECH] ?? 0);
}
