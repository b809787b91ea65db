/**
 * What an answer of HeyGen, or its absence, means for the run.
 *
 * - `row`: this row must be changed; asking again unchanged would be refused again.
 * - `stop`: the account (key, scope, credit); every further request would meet the same answer.
 * - `wait`: nothing is wrong; the same request may be sent again after `waitSeconds`.
 * - `outage`: no answer, or one that proves nothing: a 5xx, a cut connection, a page instead of JSON.
 */
export type ProblemKind = 'row' | 'stop' | 'wait' | 'outage';

/** What went wrong after trying, in a form that can be shown, kept in the ledger and decided upon. */
export interface Problem {
  readonly kind: ProblemKind;
  /** HeyGen's error code where it gave one, else one of ours (`no_reply`, `unreadable_reply`, …). */
  readonly code: string;
  /** A whole sentence for the user: what happened and what to do. Never holds the key or a URL with a query. */
  readonly message: string;
  /** HTTP status, 0 when there was no response. */
  readonly httpStatus: number;
  /** HeyGen's `X-Request-Id`, for a support ticket; empty when there was none. */
  readonly requestId: string;
  /** Seconds to wait as told by `Retry-After`; 0 when nothing was told, but never 0 for kind `wait`. */
  readonly waitSeconds: number;
}
