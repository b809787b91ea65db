import * as z from 'zod/mini';
import type { HttpOutcome, HttpRequest, Unsent } from '../app/ports/http.ts';
import { errorCode } from '../core/heygen/error-code.ts';
import type { Problem, ProblemKind } from '../core/heygen/problem.ts';
import { PROBLEM_WORDS, UNKNOWN_CODE_WORDS } from '../core/heygen/problem-words.ts';
import { MAYBE_CREATED } from '../core/heygen/unsettled-refusals.ts';
import { parsedJson } from '../core/json.ts';
import type { Clean } from './redaction.ts';
import { namedWait, secondsToWait } from './retry.ts';

type Reply = Extract<HttpOutcome, { kind: 'reply' }>;

/** Seconds. A 409 is about a request that is still under way, and soon over. */
const IN_FLIGHT_WAIT = 2;
/** Under these statuses nothing has taken effect, even when the body cannot be read. */
const DEFINITE: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 413, 429]);

const looseText = z.catch(z.string(), '');
const envelopeSchema = z.lazy(() =>
  z.object({
    error: z.union([
      z.object({ code: looseText, message: looseText, param: looseText }),
      z.pipe(
        z.string(),
        z.transform((message) => ({ code: '', message, param: '' })),
      ),
    ]),
  }),
);

/** HeyGen's words about an error. `readable` is false when the body held no error envelope. */
interface ErrorWords {
  readonly readable: boolean;
  readonly code: string;
  readonly message: string;
  /** The field that HeyGen names, '' when it names none. */
  readonly field: string;
}

/**
 * What a reply means that is no usable 2xx. The HTTP status decides first, then the code. HeyGen has sent codes under
 * unexpected statuses, so codes about money, keys and rates keep their meaning under every 4xx.
 */
export function replyProblem(reply: Reply, method: HttpRequest['method'], clean: Clean): Problem {
  const { status, headers } = reply;
  const error = errorWords(reply.body, clean);
  const code = isDoubtful(error, status, method) ? MAYBE_CREATED : error.code || `http_${status}`;
  const kind = kindOf(status, code, error.readable, method, isPage(reply.body));
  return {
    kind,
    code,
    message: sentence(kind, code, status, error.message),
    httpStatus: status,
    requestId: wordOnly(headers['x-request-id'] ?? '', clean),
    waitSeconds: kind === 'wait' ? waitOf(status, code, headers) : namedWait(headers),
  };
}

/**
 * A 2xx whose body is not what the operation promises. HeyGen refuses some requests with status 200, an error envelope
 * and no data, and then has answered. Anything else proves nothing either way.
 */
export function unexpectedProblem(reply: Reply, method: HttpRequest['method'], clean: Clean): Problem {
  if (isRefusal(reply.body)) return replyProblem(reply, method, clean);
  return {
    kind: 'outage',
    code: 'unreadable_reply',
    message: sentence('outage', 'unreadable_reply', reply.status, errorWords(reply.body, clean).message),
    httpStatus: reply.status,
    requestId: wordOnly(reply.headers['x-request-id'] ?? '', clean),
    waitSeconds: 0,
  };
}

/** The network failed: the request may or may not have taken effect. */
export function noReplyProblem(): Problem {
  return {
    kind: 'outage',
    code: 'no_reply',
    message: sentence('outage', 'no_reply', 0, ''),
    httpStatus: 0,
    requestId: '',
    waitSeconds: 0,
  };
}

/** What the platform's own refusals mean, and for how many seconds they hold. */
const UNSENT: Readonly<
  Record<Unsent, { readonly kind: ProblemKind; readonly code: string; readonly wait: number }>
> = {
  'too-often': { kind: 'wait', code: 'google_too_often', wait: 60 },
  quota: { kind: 'wait', code: 'google_quota', wait: 3_600 },
  permission: { kind: 'stop', code: 'google_permission', wait: 0 },
  'too-large': { kind: 'row', code: 'payload_too_large', wait: 0 },
  'not-reached': { kind: 'wait', code: 'not_reached', wait: 60 },
};

/** The platform did not send the request, so it had no effect. */
export function unsentProblem(why: Unsent): Problem {
  const { kind, code, wait } = UNSENT[why];
  return {
    kind,
    code,
    message: sentence(kind, code, 0, ''),
    httpStatus: 0,
    requestId: '',
    waitSeconds: wait,
  };
}

/** Whether the answer is about an earlier request with the same key, or one that collides with it. */
export function isInFlight(problem: Problem): boolean {
  return problem.httpStatus === 409 || (problem.kind === 'wait' && problem.code === 'request_in_progress');
}

function kindOf(
  status: number,
  code: string,
  readable: boolean,
  method: HttpRequest['method'],
  page: boolean,
): ProblemKind {
  const isRefused = (status >= 400 && status < 500) || isSuccess(status);
  if (!isRefused || status === 408 || status === 425) return 'outage';
  const meant = refusedMeaning(code);
  if (status === 401 || status === 402 || meant === 'stop') return 'stop';
  if (status === 429 || status === 409) return 'wait';
  if (status === 403) return meant ?? 'stop';
  if (readable) return meant ?? 'row';
  if (!DEFINITE.has(status)) return 'outage';
  // A page that says "not found" may come from a gateway. The video must not be given up for that.
  return page && method !== 'POST' ? 'outage' : 'row';
}

/** Whether a POST was answered with "not found" by a HeyGen that may have done it all the same: it names no field. */
function isDoubtful({ code, field }: ErrorWords, status: number, method: HttpRequest['method']): boolean {
  const isMissing = code === 'resource_not_found' && (status === 404 || isSuccess(status));
  return isMissing && method === 'POST' && field === '';
}

/** What a code means in a refusal: HeyGen also says "internal error" of requests that it will never accept. */
function refusedMeaning(code: string): ProblemKind | undefined {
  return code === 'internal_error' ? undefined : PROBLEM_WORDS.get(code)?.kind;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Whether a body holds HeyGen's words about an error, and no data beside them. */
function isRefusal(body: string): boolean {
  const json = bodyJson(body);
  if (!z.safeParse(envelopeSchema, json).success) return false;
  const beside = z.safeParse(z.object({ data: z.nullish(z.never()) }), json);
  return beside.success;
}

/** The JSON of a reply's body; null for an empty body, undefined for a body that is not JSON. */
export function bodyJson(body: string): unknown {
  return body.trim() === '' ? null : parsedJson(body);
}

/** Whether the body is neither JSON nor empty: something between here and HeyGen sent a page. */
function isPage(body: string): boolean {
  return body.trim() !== '' && bodyJson(body) === undefined;
}

function waitOf(status: number, code: string, headers: Readonly<Record<string, string>>): number {
  const inFlight = status === 409 || code === 'request_in_progress';
  return inFlight ? namedWait(headers) || IN_FLIGHT_WAIT : secondsToWait(headers);
}

function errorWords(body: string, clean: Clean): ErrorWords {
  const envelope = z.safeParse(envelopeSchema, bodyJson(body));
  if (!envelope.success) return { readable: false, code: '', message: '', field: '' };
  const { code, message, param } = envelope.data.error;
  const field = wordOnly(param, clean);
  const words = field === '' ? message : `${field}: ${message}`;
  return { readable: true, code: errorCode(wordOnly(code, clean), words), message: clean(words), field };
}

/** A code or id from outside, or '' unless it is one plain word without the key in it. */
function wordOnly(text: string, clean: Clean): string {
  return /^[\w.:[\]-]{1,100}$/.test(text) && clean(text) === text ? text : '';
}

function sentence(kind: ProblemKind, code: string, status: number, ownWords: string): string {
  const said = ownWords === '' ? '' : ` HeyGen says: "${ownWords}".`;
  // Under an unexpected status the advice for the code would not fit.
  const known = [code, `http_${status}`]
    .map((name) => PROBLEM_WORDS.get(name))
    .find((it) => it?.kind === kind);
  if (known !== undefined) return known.words + said;
  return `${UNKNOWN_CODE_WORDS[kind]} Its answer was ${code} (HTTP ${status}).${said}`;
}
