/** The years 2000 to 9999 in Unix seconds: what stands outside is no moment at which a video was made. */
const FIRST = Date.UTC(2000, 0, 1) / 1_000;
const AFTER_LAST = Date.UTC(10_000, 0, 1) / 1_000;

/**
 * A moment that HeyGen tells, in Unix seconds; null when it cannot be one. Milliseconds, which other services
 * send, are recognised: the two cannot be mixed up between the years 2000 and 9999.
 */
export function unixSeconds(told: number | null): number | null {
  if (told === null) return null;
  if (told >= FIRST && told < AFTER_LAST) return told;
  const seconds = told / 1_000;
  return seconds >= FIRST && seconds < AFTER_LAST ? seconds : null;
}
