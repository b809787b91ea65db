/** How often each property is tried, compared with what a check at every save has the time for. */
const TIMES = Number(process.env.REELMERGE_RUNS ?? '1');

/** The random cases that a property looks at: always the same ones, and REELMERGE_RUNS times as many for a long night. */
export function cases(usual: number, seed: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.ceil(usual * TIMES), seed };
}

/** Places to look at in an exhaustive walk: a check at every save takes each n-th one, a long night all of them. */
export function everyNth(usual: number): number {
  return Math.max(1, Math.floor(usual / TIMES));
}
