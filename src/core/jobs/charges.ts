import { type LearnedPrices, tablePrice } from '../request/learned-prices.ts';
import type { Prices } from '../request/price.ts';
import { isChange, type Stretch, withStretch } from './charge-stretch.ts';

/*
 * What HeyGen really charges, learned from the account's balance: what it lost between two looks, against the videos
 * that HeyGen completed between them. HeyGen says when each was completed, so that it is known on which side of a look
 * it was charged; but it is asked about a batch only now and then. So the later look waits until everything that was
 * under way at it has been asked about.
 */
export interface ChargeMemory {
  /** The look from which it is counted; null while there was none. */
  readonly from: SeenUsd | null;
  /** A later look that waits. */
  readonly to: SeenUsd | null;
  /** The videos completed since `from`, by the name of their price; under '' those of which no one price is known. */
  readonly finished: Readonly<Record<string, readonly ChargedVideo[]>>;
  /** A stretch that fits no known price. It counts when the next one says the same: somebody may have spent elsewhere. */
  readonly doubtful: Stretch | null;
  readonly learned: LearnedPrices;
  /** Unix milliseconds: before then the balance is not worth a look, because HeyGen told none. */
  readonly askAfter: number;
}

/** US dollars left at a moment, in Unix milliseconds. */
export interface SeenUsd {
  readonly at: number;
  readonly usd: number;
}

/** Its job, when it was completed, and how much of its price's unit it has: seconds, or 1 video. */
export type ChargedVideo = readonly [job: string, at: number, amount: number];

export const NO_CHARGES: ChargeMemory = {
  from: null,
  to: null,
  finished: {},
  doubtful: null,
  learned: {},
  askAfter: 0,
};

/** A look at the balance costs a call. So many finished videos are worth one, or so many that are expected by now. */
const WORTH_A_LOOK = 4;
const EXPECTED_WORTH_A_LOOK = 6;

/** Once so many videos have shown the prices, twice as many are worth the next look. */
const SHOWN_WELL = 40;

/** Fewer videos do not settle a doubt. */
const SETTLES_A_DOUBT = 4;

/** All of it is kept in the user’s properties, which every execution reads. */
const MOST_FINISHED = 120;

/** So long after the last finished video anything may have been spent elsewhere. */
const SOON_AFTER_MS = 30 * 60_000;

const DAY_MS = 24 * 3_600_000;
const AGAIN_MS = 15 * 60_000;

/** With a video that HeyGen has completed. `name`: its price; '' when it has several, or nobody knows which. */
export function withCharged(memory: ChargeMemory, name: string, video: ChargedVideo): ChargeMemory {
  const [job, at] = video;
  const all = Object.values(memory.finished).flat();
  if (memory.from === null || at <= memory.from.at || all.some(([known]) => known === job)) return memory;
  if (all.length >= MOST_FINISHED) return { ...memory, from: null, to: null, finished: {}, doubtful: null };
  return { ...memory, finished: { ...memory.finished, [name]: [...(memory.finished[name] ?? []), video] } };
}

/** How many videos were completed since the last look that counts. */
export function finishedSince({ finished }: ChargeMemory): number {
  return Object.values(finished).reduce((sum, videos) => sum + videos.length, 0);
}

/** When the latest of them was completed; 0 when there is none. */
export function lastFinish({ finished }: ChargeMemory): number {
  return Math.max(0, ...Object.values(finished).flatMap((videos) => videos.map(([, at]) => at)));
}

/**
 * Whether the balance is worth a call. The best moment is right before HeyGen is asked about the videos: then its answer
 * tells at once which of them were charged by then. `perMs`: how many videos are likely to end in a millisecond; 0 when
 * nothing more is under way.
 */
export function isLookDue(memory: ChargeMemory, perMs: number, now: number): boolean {
  const { from, to, doubtful, askAfter } = memory;
  if (now < askAfter) return false;
  if (from === null) return perMs > 0;
  if (to !== null) return false;
  const expected = perMs * (now - from.at);
  const inDoubt = doubtful !== null && perMs > 0;
  const times = isShownWell(memory) ? 2 : 1;
  return (
    inDoubt || expected >= times * EXPECTED_WORTH_A_LOOK || finishedSince(memory) >= times * WORTH_A_LOOK
  );
}

function isShownWell({ learned }: ChargeMemory): boolean {
  return Object.values(learned).reduce((sum, { videos }) => sum + videos, 0) >= SHOWN_WELL;
}

/** With a look at the balance. A look that waits already stays the one that waits. */
export function withLook(memory: ChargeMemory, seen: SeenUsd): ChargeMemory {
  if (memory.from === null) return { ...memory, from: seen, finished: {} };
  return memory.to === null && seen.at > memory.from.at ? { ...memory, to: seen } : memory;
}

/** HeyGen told no balance in dollars, or did not answer. */
export function withoutLook(memory: ChargeMemory, why: 'untold' | 'no-answer', now: number): ChargeMemory {
  if (why === 'no-answer') return { ...memory, askAfter: now + AGAIN_MS };
  return { ...memory, from: null, to: null, finished: {}, doubtful: null, askAfter: now + DAY_MS };
}

/** Everything that was under way at the look that waits has been asked about since: what it teaches is learned. */
export function withLookSettled(memory: ChargeMemory, table: Prices): ChargeMemory {
  const { from, to, finished } = memory;
  if (from === null || to === null) return memory;
  const before = divided(finished, (at) => at <= to.at);
  const after = divided(finished, (at) => at > to.at);
  const next: ChargeMemory = { ...memory, from: to, to: null, finished: after };
  const last = lastFinish({ ...memory, finished: before });
  if (last === 0) return next;
  if (to.at - last > SOON_AFTER_MS) return { ...next, doubtful: null };
  const uses = Object.entries(before).map(([name, videos]) => ({
    name,
    amount: videos.reduce((sum, [, , amount]) => sum + amount, 0),
    videos: videos.length,
  }));
  const videos = uses.reduce((sum, use) => sum + use.videos, 0);
  if (memory.doubtful !== null && videos < SETTLES_A_DOUBT) return { ...memory, to: null };
  const lost = from.usd - to.usd;
  // The balance rose: a top-up hides what was charged.
  if (lost <= 0 || '' in before) return next;
  return learnedFrom(next, { from: from.at, lost, uses }, table);
}

function learnedFrom(memory: ChargeMemory, stretch: Stretch, table: Prices): ChargeMemory {
  const { doubtful, learned } = memory;
  const priceOf = (name: string): number => learned[name]?.usd ?? tablePrice(table, name) ?? 0;
  const change = isChange(stretch, priceOf);
  if (change === null) return memory;
  if (change === 0) {
    return { ...memory, doubtful: null, learned: withStretch(learned, stretch, priceOf, false) };
  }
  const before = doubtful === null ? null : isChange(doubtful, priceOf);
  if (doubtful === null || before === null || before === 0) return { ...memory, doubtful: stretch };
  if (before === change) {
    return { ...memory, doubtful: null, learned: withStretch(learned, stretch, priceOf, true) };
  }
  // Too much and then too little: one video was counted on the wrong side of the look between them.
  const both = joined(doubtful, stretch);
  return isChange(both, priceOf) === 0
    ? { ...memory, doubtful: null, learned: withStretch(learned, both, priceOf, false) }
    : { ...memory, doubtful: stretch };
}

function joined(one: Stretch, other: Stretch): Stretch {
  const uses = new Map(one.uses.map((use) => [use.name, use]));
  for (const { name, amount, videos } of other.uses) {
    const known = uses.get(name);
    uses.set(name, { name, amount: amount + (known?.amount ?? 0), videos: videos + (known?.videos ?? 0) });
  }
  return { from: one.from, lost: one.lost + other.lost, uses: [...uses.values()] };
}

function divided(
  finished: ChargeMemory['finished'],
  isWanted: (at: number) => boolean,
): ChargeMemory['finished'] {
  return Object.fromEntries(
    Object.entries(finished)
      .map(([name, videos]) => [name, videos.filter(([, at]) => isWanted(at))] as const)
      .filter(([, videos]) => videos.length > 0),
  );
}
