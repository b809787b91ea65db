import type { VideoRequest } from '../heygen/video-request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import { type CostRange, estimateOf, type Prices } from './price.ts';
import { paceQuestion } from './spoken-texts.ts';

/** What some videos are expected to come to, together. The menu, the sidebar and the check tell the same. */
export interface RunTotals {
  readonly videos: number;
  /** Estimated length in seconds, without the videos whose length is unknown. */
  readonly seconds: number;
  /** Estimated price in US dollars of the videos whose length is known. */
  readonly cost: number;
  /** Between these the price probably lies: a look's kind may be unknown, and voices differ in speed. */
  readonly range: CostRange;
  /** Videos whose length, and so whose price, is unknown before they are made: recordings, clips, templates. */
  readonly unknownLengths: number;
  /** Videos in HeyGen's free test mode. They cost nothing. */
  readonly tests: number;
  /** Videos whose length is estimated by the pace of their voice in earlier videos. */
  readonly paced: number;
}

export function runTotals(
  ready: readonly { readonly request: VideoRequest }[],
  facts: AccountFacts,
  prices: Prices,
): RunTotals {
  const sums = { seconds: 0, cost: 0, unknownLengths: 0, tests: 0, paced: 0 };
  let range = { least: 0, most: 0 };
  for (const { request } of ready) {
    const estimate = estimateOf(request, facts, prices);
    sums.seconds += estimate.seconds ?? 0;
    sums.cost += estimate.cost ?? 0;
    range = { least: range.least + estimate.range.least, most: range.most + estimate.range.most };
    if (estimate.cost === null) sums.unknownLengths += 1;
    if (paceQuestion(request, facts).isKnown) sums.paced += 1;
    if (request.test === true) sums.tests += 1;
  }
  return { videos: ready.length, range, ...sums };
}
