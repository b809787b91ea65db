/**
 * What an error means for the run.
 *
 * - `row`: the row must be changed. Sent again unchanged, it would be refused again.
 * - `stop`: something is wrong with the account: key, permission, credit. Every other request would fail too.
 * - `wait`: nothing is wrong. The same request may be sent again after `waitSeconds`.
 * - `outage`: no answer, or one that says nothing about the request: a 5xx, a cut connection, a web page.
 */
export type ProblemKind = 'row' | 'stop' | 'wait' | 'outage';

/** Codes with which HeyGen refuses the key, under whatever status. */
const KEY_CODES: ReadonlySet<string> = new Set(['unauthorized', 'authentication_failed']);

/** Whether HeyGen does not accept the key. An outage says nothing about it. */
export function isKeyRefused({ httpStatus, code }: Pick<Problem, 'httpStatus' | 'code'>): boolean {
  return httpStatus === 401 || (httpStatus < 500 && KEY_CODES.has(code));
}

/** What went wrong with a request to HeyGen. */
export interface Problem {
  readonly kind: ProblemKind;
  /** HeyGen's error code, or one of ours (`no_reply`, `unreadable_reply`, …). */
  readonly code: string;
  /** Whole sentences for the user: what happened and what to do. Never contains the key or a URL with a query. */
  readonly message: string;
  /** HTTP status; 0 without a response. */
  readonly httpStatus: number;
  /** HeyGen's `X-Request-Id`, for support requests; '' without one. */
  readonly requestId: string;
  /** Seconds to wait, from `Retry-After`. 0 without it, but never 0 for kind `wait`. */
  readonly waitSeconds: number;
}
