import type { Problem } from '../core/heygen/problem.ts';

/** How often one request is sent at most, the first time included. */
export const MOST_ATTEMPTS = 3;
/** A longer wait than this is not sat out within a call; seconds. */
const LONGEST_WAIT = 10;
/** The first delay is between this and its double, each further one twice the one before; milliseconds. */
const FIRST_DELAY = 500;

/** The caller's time: the client has no clock and no timer of its own. */
export interface Patience {
  readonly pause: (ms: number) => void;
  /** In [0, 1), as `Math.random`. */
  readonly random: () => number;
  /** Whether this run has that much time left to wait; asked before every pause. */
  readonly mayPause: (ms: number) => boolean;
}

/**
 * Waits before the next attempt at what met `problem`: as long as HeyGen told, else with a growing delay and
 * jitter. False, without waiting, when the wait is too long to sit out here or the run has no time for it.
 */
export function waited(patience: Patience, problem: Problem, attemptsMade: number): boolean {
  if (attemptsMade >= MOST_ATTEMPTS || problem.waitSeconds > LONGEST_WAIT) return false;
  const ms =
    problem.waitSeconds > 0
      ? problem.waitSeconds * 1_000
      : Math.round(FIRST_DELAY * 2 ** (attemptsMade - 1) * (1 + patience.random()));
  if (!patience.mayPause(ms)) return false;
  patience.pause(ms);
  return true;
}
