/** How many cases a property looks at; REELMERGE_RUNS multiplies them for a long night. */
export function cases(usual: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: usual * Number(process.env.REELMERGE_RUNS ?? '1'), seed: 20260301 };
}
