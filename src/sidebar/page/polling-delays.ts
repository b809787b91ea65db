import type { Progress } from '../../app/sidebar/contract.ts';

/** Milliseconds between syncs while something renders, as long as the syncs bring news. */
const BRISK = 10_000;
const SLOW = 30_000;
const SLOWEST = 60_000;

/** Syncs in a row without news after which the page asks less often: two minutes, then seven. */
const SLOW_AFTER = 12;
const SLOWEST_AFTER = 22;

/** How many of the jobs are still to be sent, made or settled. */
export function openJobs(counts: Progress['counts']): number {
  return counts.Queued + counts.Submitting + counts.Rendering + counts.Unconfirmed;
}

/** Milliseconds from the end of one sync to the next; `quiet` counts those in a row that changed nothing. */
export function syncDelay(progress: Progress | null, quiet: number): number {
  if (progress === null || openJobs(progress.counts) === 0) return quiet < 2 ? SLOW : SLOWEST;
  if (quiet < SLOW_AFTER) return BRISK;
  return quiet < SLOWEST_AFTER ? SLOW : SLOWEST;
}

/** Whether two answers tell the user the same; the time left alone is no news. */
export function sameNews(one: Progress | null, other: Progress): boolean {
  if (one === null) return false;
  const news = (progress: Progress) => JSON.stringify({ ...progress, secondsLeft: null, busy: false });
  return news(one) === news(other);
}

/** Milliseconds until the selection is looked at again; `quiet` counts the looks that found it unchanged. */
export function rowDelay(quiet: number): number {
  return quiet < 60 ? 2000 : 5000;
}
