import type { Http, HttpOutcome, HttpRequest } from '../app/ports/http.ts';
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

/** A request for something to read. */
export type ReadCall = Call<unknown> & { readonly method: 'GET' };

/**
 * Sends several reads at the same moment. The next exchange of each of them then gets the answer that came, whatever it
 * was. Where none came it is sent: the platform may have lost the answer for another one's fault. What was not taken until the
 * next time is forgotten. Returns the HTTP status of each, 0 for one without a reply.
 */
export type Ahead = (calls: readonly ReadCall[]) => readonly number[];

/** What every request needs. The key goes into the `X-Api-Key` header and nowhere else. */
export interface ExchangeOptions {
  readonly http: Http;
  readonly key: string;
  readonly redaction: Redaction;
  /** Called for each request: before it is sent, or when an answer that came ahead is taken. Repetitions are included. */
  readonly onCall: (operation: string) => void;
}

export function createExchange({ http, key, redaction, onCall }: ExchangeOptions): {
  readonly exchange: Exchange;
  readonly ahead: Ahead;
} {
  const { clean, withoutKey } = redaction;
  const answered = new Map<string, HttpOutcome>();
  const outcomeOf = <Value>(call: Call<Value>): HttpOutcome => {
    const known = call.method === 'GET' ? answered.get(call.path) : undefined;
    if (known === undefined) return http.send(requestOf(call, key));
    answered.delete(call.path);
    return known;
  };
  const ahead: Ahead = (calls) => {
    answered.clear();
    if (calls.length === 0) return [];
    const outcomes = http.sendAll(calls.map((call) => ({ ...requestOf(call, key), method: call.method })));
    return calls.map(({ operation, path }, at) => {
      const outcome = outcomes[at];
      if (outcome === undefined || outcome.kind === 'no-reply') onCall(operation);
      else answered.set(path, outcome);
      return outcome?.kind === 'reply' ? outcome.status : 0;
    });
  };
  const exchange: Exchange = (call) => {
    onCall(call.operation);
    const outcome = outcomeOf(call);
    if (outcome.kind === 'no-reply') return failure(noReplyProblem());
    if (outcome.kind === 'not-sent') return failure(unsentProblem(outcome.why));
    if (!isSuccess(outcome.status)) return failure(replyProblem(outcome, call.method, clean));
    const json = bodyJson(outcome.body);
    const answer = json === undefined ? null : call.read(withoutKey(json));
    return answer === null ? failure(unexpectedProblem(outcome, call.method, clean)) : success(answer.value);
  };
  return { exchange, ahead };
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
