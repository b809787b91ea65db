/** The years 2000 to 9999 in Unix seconds. No video was made at any other time. */
const FIRST = Date.UTC(2000, 0, 1) / 1_000;
const AFTER_LAST = Date.UTC(10_000, 0, 1) / 1_000;

/**
 * A time from HeyGen in Unix seconds. Null when it makes no sense. Milliseconds are accepted too: between the years
 * 2000 and 9999 the two cannot be confused.
 */
export function unixSeconds(given: number | null): number | null {
  if (given === null) return null;
  if (given >= FIRST && given < AFTER_LAST) return given;
  const seconds = given / 1_000;
  return seconds >= FIRST && seconds < AFTER_LAST ? seconds : null;
}
