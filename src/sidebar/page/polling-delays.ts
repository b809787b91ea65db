import type { Progress } from '../../app/sidebar/contract.ts';

/** Milliseconds between syncs. FAST while something renders and the syncs bring news. */
const FAST = 10_000;
const SLOW = 30_000;
const SLOWEST = 60_000;
const RESTING = 300_000;

/** After this many syncs in a row without news the page slows down: after two minutes, then after seven. */
const SLOW_AFTER = 12;
const SLOWEST_AFTER = 22;

/** With nothing under way, only another user's doings can bring news. */
const RESTING_AFTER = 6;

/** How many jobs are not finished. */
export function openJobs(counts: Progress['counts']): number {
  return counts.Queued + counts.Submitting + counts.Rendering + counts.Unconfirmed;
}

/** How many of them go on by themselves: in a paused run, what is queued does not. */
export function movingJobs({ counts, paused }: Pick<Progress, 'counts' | 'paused'>): number {
  return openJobs(counts) - (paused === null ? 0 : counts.Queued);
}

/** Whether the run is paused and nothing of it is still on its way. */
export function isAllPaused(progress: Pick<Progress, 'counts' | 'paused'>): boolean {
  return progress.paused !== null && movingJobs(progress) === 0;
}

/** Milliseconds from one sync to the next. `unchanged`: how many syncs in a row changed nothing. */
export function syncDelay(progress: Progress | null, unchanged: number): number {
  if (progress === null || movingJobs(progress) === 0) {
    // A paused run goes on soon after the user has come back from a top-up.
    const isPaused = progress !== null && progress.paused !== null;
    if (unchanged >= RESTING_AFTER && !isPaused) return RESTING;
    return unchanged < 2 ? SLOW : SLOWEST;
  }
  if (unchanged < SLOW_AFTER) return FAST;
  return unchanged < SLOWEST_AFTER ? SLOW : SLOWEST;
}

/** Whether two answers look the same to the user, apart from the time left. */
export function looksTheSame(one: Progress | null, other: Progress): boolean {
  if (one === null) return false;
  const news = (progress: Progress) =>
    JSON.stringify({ ...progress, secondsLeft: null, busy: false, print: '' });
  return news(one) === news(other);
}

/** Milliseconds until the selection is read again. `unchanged`: how many reads in a row found it unchanged. */
export function rowDelay(unchanged: number): number {
  return unchanged < 60 ? 2000 : 5000;
}
