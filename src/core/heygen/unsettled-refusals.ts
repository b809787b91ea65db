/*
 * Two refusals of HeyGen's may be untrue for a while: its servers have not all heard of what is new.
 */

/**
 * Our own code for a POST that HeyGen answered with 404 `resource_not_found` without naming what it misses. HeyGen also
 * says that of the very video that it is making: only its titles tell whether it is there.
 */
export const MAYBE_CREATED = 'maybe_created';

/** HeyGen's code for a file that it does not have. A new upload is refused with it for some seconds. */
export const ASSET_NOT_FOUND = 'asset_not_found';

/** After this long an upload that HeyGen does not have is not new. */
const ASSET_SETTLES_MS = 3 * 60_000;
const FIRST_DELAY_MS = 10_000;

/**
 * When to send a request again whose upload HeyGen does not have yet: after a wait that grows with the time since the
 * first POST. Null when the upload has had time enough.
 */
export function assetRetryAt(sentAt: number | null, now: number): number | null {
  const age = sentAt === null ? 0 : now - sentAt;
  return age >= ASSET_SETTLES_MS ? null : now + Math.max(FIRST_DELAY_MS, age);
}
