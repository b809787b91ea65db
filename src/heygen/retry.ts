import type { Problem } from '../core/heygen/problem.ts';
import { failure, type Result } from '../core/result.ts';

/** How often one request is sent at most, the first time included. */
const MOST_ATTEMPTS = 3;
/** A longer wait than this is left to a later run; seconds. */
const LONGEST_WAIT = 10;
/** The first delay is between this and its double, each further one twice the one before; milliseconds. */
const FIRST_DELAY = 500;

/** The caller's time: the client has no clock and no timer of its own. */
export interface Patience {
  readonly pause: (ms: number) => void;
  /** In [0, 1), as `Math.random`. */
  readonly random: () => number;
  /** Whether this run has that much time left; asked before every pause. */
  readonly mayPause: (ms: number) => boolean;
}

/** Why a request failed for good, and what every attempt at it met, the last one included. */
export interface GivenUp {
  readonly last: Problem;
  readonly met: readonly Problem[];
}

/**
 * Sends a request until it works or repeating it makes no sense: after a problem that does not pass by itself, a
 * wait that is too long, or three attempts. In between it waits as long as HeyGen named, else with a growing delay
 * and jitter.
 */
export function repeated<Value>(
  patience: Patience,
  isWorthRepeating: (problem: Problem) => boolean,
  send: () => Result<Value, Problem>,
): Result<Value, GivenUp> {
  const met: Problem[] = [];
  for (;;) {
    const sent = send();
    if (sent.ok) return sent;
    const problem = sent.failure;
    met.push(problem);
    if (!isWorthRepeating(problem) || !waited(patience, problem, met.length)) {
      return failure({ last: problem, met });
    }
  }
}

/** Whether the same request may meet no problem a moment later. */
export function mayPass(problem: Problem): boolean {
  return problem.kind === 'outage' || (problem.kind === 'wait' && problem.httpStatus !== 409);
}

/** False, without waiting, when there is no time for another attempt. */
function waited(patience: Patience, problem: Problem, attemptsMade: number): boolean {
  if (attemptsMade >= MOST_ATTEMPTS || problem.waitSeconds > LONGEST_WAIT) return false;
  const ms =
    problem.waitSeconds > 0
      ? problem.waitSeconds * 1_000
      : Math.round(FIRST_DELAY * 2 ** (attemptsMade - 1) * (1 + patience.random()));
  if (!patience.mayPause(ms)) return false;
  patience.pause(ms);
  return true;
}

/** The wait when HeyGen asks for one and names no time that can be understood, in seconds. */
const USUAL_WAIT = 30;
/** A longer wait is taken for a slip: nothing that HeyGen limits renews more slowly. */
const MOST_NAMED = 3_600;

/**
 * The seconds that `Retry-After` names; 0 when the header is missing; 30 when it cannot be understood.
 * HeyGen documents seconds. A date, which the header's standard allows too, is read against the reply's own
 * `Date`, as there is no clock here. Never more than an hour; "0" counts as one second.
 */
export function namedWait(headers: Readonly<Record<string, string>>): number {
  const named = (headers['retry-after'] ?? '').trim();
  if (named === '') return 0;
  const seconds = /^\d+(\.\d+)?$/.test(named)
    ? Number(named)
    : (Date.parse(named) - Date.parse(headers.date ?? '')) / 1_000;
  if (Number.isNaN(seconds)) return USUAL_WAIT;
  return Math.min(MOST_NAMED, Math.max(1, Math.ceil(seconds)));
}

/** As `namedWait`, of an answer that asks to wait: silence then means 30 seconds too. */
export function secondsToWait(headers: Readonly<Record<string, string>>): number {
  return namedWait(headers) || USUAL_WAIT;
}
