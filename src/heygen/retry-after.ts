/** What is waited when HeyGen asks to wait and does not say how long, in seconds. */
const UNTOLD = 30;
/** A longer wait is taken for a slip: nothing that HeyGen limits renews more slowly. */
const LONGEST = 3_600;

/**
 * Seconds that `Retry-After` tells; 0 when the header is missing; 30 when it cannot be understood.
 * HeyGen documents seconds. A date, which the header's standard allows too, is read against the reply's own
 * `Date`, as there is no clock here. Never more than an hour; "0" counts as one second.
 */
export function toldSeconds(headers: Readonly<Record<string, string>>): number {
  const told = (headers['retry-after'] ?? '').trim();
  if (told === '') return 0;
  const seconds = /^\d+(\.\d+)?$/.test(told)
    ? Number(told)
    : (Date.parse(told) - Date.parse(headers.date ?? '')) / 1_000;
  if (Number.isNaN(seconds)) return UNTOLD;
  return Math.min(LONGEST, Math.max(1, Math.ceil(seconds)));
}

/** As `toldSeconds`, for an answer that asks to wait: then silence means 30 too. */
export function secondsToWait(headers: Readonly<Record<string, string>>): number {
  return toldSeconds(headers) || UNTOLD;
}
