import type { Http, HttpRequest } from '../app/ports/http.ts';
import type { Problem } from '../core/heygen/problem.ts';
import { failure, type Result, success } from '../core/result.ts';
import {
  bodyJson,
  isSuccess,
  noReplyProblem,
  replyProblem,
  unexpectedProblem,
  unsentProblem,
} from './errors.ts';
import { BASE } from './query.ts';
import type { Redaction } from './redaction.ts';

/** One request to HeyGen. */
export interface Call<Value> {
  /** The name that calls are counted under. */
  readonly operation: string;
  readonly method: HttpRequest['method'];
  /** Below `/v3/`, encoded, with its query. */
  readonly path: string;
  /** JSON text, sent as it is. */
  readonly body?: string;
  /** Sent as a multipart form, instead of a body. */
  readonly file?: NonNullable<HttpRequest['file']>;
  readonly idempotencyKey?: string;
  /** Makes the value of a 2xx reply's JSON (null for an empty body); null when it is not what was promised. */
  readonly read: (json: unknown) => { readonly value: Value } | null;
}

/** Sends a request once, and says what the answer means, or that none came. */
export type Exchange = <Value>(call: Call<Value>) => Result<Value, Problem>;

/** What every request needs. The key goes into the `X-Api-Key` header and nowhere else. */
export interface ExchangeOptions {
  readonly http: Http;
  readonly key: string;
  readonly redaction: Redaction;
  /** Called before each request that is sent, repetitions included. */
  readonly onCall: (operation: string) => void;
}

export function createExchange({ http, key, redaction, onCall }: ExchangeOptions): Exchange {
  const { clean, withoutKey } = redaction;
  return (call) => {
    onCall(call.operation);
    const outcome = http.send(requestOf(call, key));
    if (outcome.kind === 'no-reply') return failure(noReplyProblem());
    if (outcome.kind === 'not-sent') return failure(unsentProblem(outcome.why));
    if (!isSuccess(outcome.status)) return failure(replyProblem(outcome, call.method, clean));
    const json = bodyJson(outcome.body);
    const answer = json === undefined ? null : call.read(withoutKey(json));
    return answer === null ? failure(unexpectedProblem(outcome, call.method, clean)) : success(answer.value);
  };
}

function requestOf<Value>(call: Call<Value>, key: string): HttpRequest {
  const headers: Record<string, string> = { 'X-Api-Key': key, Accept: 'application/json' };
  if (call.idempotencyKey !== undefined) headers['Idempotency-Key'] = call.idempotencyKey;
  const url = BASE + call.path;
  // The platform writes the form's own Content-Type, which holds its boundary.
  if (call.file !== undefined) return { method: call.method, url, headers, file: call.file };
  if (call.body === undefined) return { method: call.method, url, headers };
  headers['Content-Type'] = 'application/json';
  return { method: call.method, url, headers, body: call.body };
}
