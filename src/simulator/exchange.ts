import type { ErrorWord } from './error-words.ts';

/** One HTTP request as the simulator's core sees it. */
export interface SimulatorRequest {
  readonly method: string;
  /** Path and query as sent, e.g. `/v3/videos?title=x`. */
  readonly path: string;
  /** Header names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text. A multipart upload has one character per byte (latin1). '' without a body. */
  readonly body: string;
}

/** An answer that reaches the caller. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** Header names in the case in which they are sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Virtual milliseconds that the request took. */
  readonly tookMs: number;
  /** Whether it is a refusal. The status does not show that: HeyGen also refuses with 200. */
  readonly refused?: boolean;
}

/** The connection was cut. The caller does not learn whether the request took effect. */
export interface Cut {
  readonly kind: 'cut';
  /** For tests only: whether the request took effect before the cut. */
  readonly tookEffect: boolean;
  readonly tookMs: number;
}

export type Answer = Reply | Cut;

/** Why a request, or one item of a batch, is refused. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The field or query parameter at fault, in dotted form. '' when no field is at fault. */
  readonly param: string;
  /** Seconds for `Retry-After`. 0: the header is left out. */
  readonly retryAfter: number;
}

export function refusal(
  status: number,
  code: ErrorWord,
  message: string,
  param = '',
  retryAfter = 0,
): Refusal {
  return { status, code, message, param, retryAfter };
}

/** A 400 for one field: the most frequent refusal. */
export function invalid(param: string, message: string): Refusal {
  return refusal(400, 'invalid_parameter', message, param);
}

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    kind: 'reply',
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
    tookMs: 0,
  };
}

/** The documented error envelope. */
export function refusalReply(reason: Refusal): Reply {
  const error = {
    code: reason.code,
    message: reason.message,
    ...(reason.param === '' ? {} : { param: reason.param }),
    doc_url: `https://developers.heygen.com/errors#${reason.code}`,
  };
  const headers: Record<string, string> =
    reason.retryAfter > 0 ? { 'Retry-After': String(reason.retryAfter) } : {};
  return { ...jsonReply(reason.status, { error }, headers), refused: true };
}
