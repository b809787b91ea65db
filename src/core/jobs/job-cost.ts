import { PRICE_NAMES, type Prices, priceIn } from '../request/price.ts';
import type { Job } from './job.ts';

/** A video whose length nobody knows before it is made counts like this many seconds. */
const UNKNOWN_SECONDS = 60;

/**
 * What a job has cost or will cost, in US dollars: of a finished video by its real length, otherwise as estimated. What
 * cannot be estimated counts as a minute at the highest price, so that a budget is not exceeded for want of knowledge.
 */
export function costOf(job: Job, prices: Prices): number {
  if (job.status === 'Failed' || job.status === 'Cancelled') return 0;
  const { estimatedUsd, estimatedSeconds, rate, seconds } = job;
  if (estimatedUsd === 0) return 0;
  const perVideo = prices.perVideo[rate];
  if (perVideo !== undefined) return perVideo;
  if (job.status === 'Done' && seconds !== null) {
    const perSecond = priceIn(prices.perSecond, rate);
    if (perSecond !== undefined) return seconds * perSecond;
    if (estimatedUsd !== null && estimatedSeconds) return (estimatedUsd * seconds) / estimatedSeconds;
    return seconds * highest(prices);
  }
  return estimatedUsd ?? UNKNOWN_SECONDS * highest(prices);
}

/** The name of the price that HeyGen charges a finished video by, and how much of its unit the video has. */
export interface Charge {
  /** '' when it has several prices, or nobody knows which. */
  readonly name: string;
  /** Seconds, or 1 video. */
  readonly amount: number;
}

/** What HeyGen charges a finished video by; null for a free one. */
export function chargeOf({ rate, estimatedUsd }: Job, seconds: number | null): Charge | null {
  if (estimatedUsd === 0) return null;
  if (PRICE_NAMES.perVideo.some((name) => name === rate)) return { name: rate, amount: 1 };
  return seconds === null ? { name: '', amount: 0 } : { name: rate, amount: seconds };
}

function highest({ perSecond }: Prices): number {
  return Math.max(0, ...Object.values(perSecond));
}
