import * as z from 'zod';
import { type Cut, jsonReply, type Reply, refusalReply } from './exchange.ts';
import { seededFraction } from './seeded.ts';

/** One rule of a bad day. If several rules fire for a request, the first one decides. */
export const faultSchema = z.strictObject({
  when: z.strictObject({
    method: z.string().optional(),
    /** The whole path without its query. */
    path: z.string().optional(),
    pathStartsWith: z.string().optional(),
    /** Fires on the n-th request that matches the rule, counted from 1. */
    nth: z.int().min(1).optional(),
    /** Fires on each n-th request that matches. */
    every: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
  }),
  do: z.enum([
    'cut-before',
    'cut-after',
    '500',
    '502-html',
    '503',
    '504',
    '429',
    '402',
    '401',
    '403',
    '404',
    '404-created',
    '400-internal',
    '200-error',
    'resource-limit',
    'refuse',
    'garbled',
    'slow',
  ]),
  /** Whether the request takes effect anyway. Default: only for cut-after, garbled, slow and 404-created. */
  effect: z.boolean().optional(),
  /** Fires at most this often. */
  times: z.int().min(1).optional(),
  /** Virtual milliseconds that the request takes. If it takes effect, its key is in flight for that time. */
  tookMs: z.int().min(0).optional(),
  /** Seconds for `Retry-After`; default 30 for 429. */
  retryAfter: z.int().min(0).optional(),
  /** Status for `refuse`; default 400. */
  status: z.int().min(200).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});

export type Fault = z.infer<typeof faultSchema>;

/** How often each rule has matched and fired, by its index in the list. */
export interface FaultCounts {
  readonly matched: number[];
  readonly fired: number[];
}

/** Counts the request against every rule and returns the rule that fires, if any. */
export function pickFault(
  faults: readonly Fault[],
  counts: FaultCounts,
  seed: number,
  method: string,
  path: string,
): Fault | null {
  let picked: Fault | null = null;
  faults.forEach((fault, index) => {
    if (!matches(fault, method, path)) return;
    const matched = (counts.matched[index] ?? 0) + 1;
    counts.matched[index] = matched;
    const fired = counts.fired[index] ?? 0;
    if (picked !== null || fired >= (fault.times ?? Number.POSITIVE_INFINITY)) return;
    if (!fires(fault, matched, seed, index)) return;
    counts.fired[index] = fired + 1;
    picked = fault;
  });
  return picked;
}

function matches({ when }: Fault, method: string, path: string): boolean {
  return (
    (when.method === undefined || when.method.toUpperCase() === method) &&
    (when.path === undefined || when.path === path) &&
    (when.pathStartsWith === undefined || path.startsWith(when.pathStartsWith))
  );
}

function fires({ when }: Fault, matched: number, seed: number, index: number): boolean {
  return (
    (when.nth === undefined || matched === when.nth) &&
    (when.every === undefined || matched % when.every === 0) &&
    (when.probability === undefined || seededFraction(seed, 'fault', index, matched) < when.probability)
  );
}

export function takesEffect(fault: Fault): boolean {
  return fault.effect ?? ['cut-after', 'garbled', 'slow', '404-created'].includes(fault.do);
}

/** How long a request takes when it meets the fault, in virtual milliseconds. */
export function faultMs(fault: Fault): number {
  if (fault.tookMs !== undefined) return fault.tookMs;
  return fault.do === 'slow' ? 20_000 : fault.do === '504' ? 30_000 : 0;
}

const WORDS: Record<string, { status: number; code: string; message: string }> = {
  '500': { status: 500, code: 'internal_error', message: 'Something went wrong on our side.' },
  '503': { status: 503, code: 'service_unavailable', message: 'The service is temporarily unavailable.' },
  '504': { status: 504, code: 'gateway_timeout', message: 'The upstream did not answer in time.' },
  '429': { status: 429, code: 'rate_limit_exceeded', message: 'Too many requests. Slow down.' },
  '402': { status: 402, code: 'insufficient_credit', message: 'Your balance does not cover this request.' },
  '401': { status: 401, code: 'unauthorized', message: 'The API key is not valid.' },
  '403': { status: 403, code: 'forbidden', message: 'This key may not do that.' },
  '404': { status: 404, code: 'resource_not_found', message: 'There is no such resource.' },
  // A replica that has not heard of the new video yet answers for the one that made it.
  '404-created': { status: 404, code: 'resource_not_found', message: 'Video(s) not found' },
  // A definite refusal, with a code that elsewhere means an outage.
  '400-internal': {
    status: 400,
    code: 'internal_error',
    message: 'This avatar does not support unlimited mode.',
  },
  '200-error': { status: 200, code: 'invalid_parameter', message: 'The request is not valid.' },
  'resource-limit': {
    status: 400,
    code: 'resource_limit_exceeded',
    message: 'The account has reached a limit on what it may keep.',
  },
  refuse: { status: 400, code: 'invalid_parameter', message: 'The request is not valid.' },
};

/** What the caller gets. `real` is the request's own reply, or null if it did not take effect. */
export function faultAnswer(fault: Fault, real: Reply | null): Reply | Cut {
  if (fault.do === 'cut-before' || fault.do === 'cut-after') {
    const tookEffect = real !== null && real.refused !== true && real.status < 300;
    return { kind: 'cut', tookEffect, tookMs: 0 };
  }
  if (fault.do === 'slow') return real ?? { kind: 'cut', tookEffect: false, tookMs: 0 };
  if (fault.do === '502-html') return htmlPage();
  if (fault.do === 'garbled') return garbled(real);
  const words = WORDS[fault.do] ?? { status: 500, code: 'internal_error', message: '' };
  const retryAfter = fault.retryAfter ?? (fault.do === '429' ? 30 : 0);
  return refusalReply({
    status: fault.status ?? words.status,
    code: fault.code ?? words.code,
    message: fault.message ?? words.message,
    param: '',
    retryAfter,
  });
}

function htmlPage(): Reply {
  const body =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';
  return { kind: 'reply', status: 502, headers: { 'Content-Type': 'text/html' }, body, tookMs: 0 };
}

/** The first half of the real reply with its status: JSON that stops in the middle. */
function garbled(real: Reply | null): Reply {
  const whole = real ?? jsonReply(200, { data: { note: 'this reply stops in the middle' } });
  const text = typeof whole.body === 'string' ? whole.body : '';
  return { ...whole, body: text.slice(0, Math.floor(text.length / 2)) };
}
