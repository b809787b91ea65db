import type { Transport } from './transport.ts';

/** A request as a server in this process sees it. Header names are in lower case. */
export interface DirectRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text. A multipart body has one character per byte (latin1). */
  readonly body: string;
}

/** What the server answers. */
export interface DirectReply {
  readonly kind?: 'reply';
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  readonly tookMs?: number;
}

/** A connection that ended without a reply. */
export type DirectCut = 'cut' | { readonly kind: 'cut'; readonly tookMs: number };

export type DirectHandler = (request: DirectRequest, now: number) => DirectReply | DirectCut;

/** How long a request takes when the server does not say, in ms. */
const USUAL_MS = 100;

/** Calls a handler in the same process, for thousands of runs a minute. */
export function createDirectTransport(handle: DirectHandler): Transport {
  return {
    send: (requests, now) =>
      requests.map((request) => {
        const url = new URL(request.url);
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
        );
        const path = url.pathname + url.search;
        const reply = handle({ method: request.method, path, headers, body: request.body ?? '' }, now);
        if (reply === 'cut') return { kind: 'network-failure', detail: 'connection cut', tookMs: USUAL_MS };
        if (reply.kind === 'cut') {
          return { kind: 'network-failure', detail: 'connection cut', tookMs: reply.tookMs };
        }
        const { status, body } = reply;
        return {
          kind: 'reply',
          status,
          headers: lowerCased(reply.headers),
          body: typeof body === 'string' ? body : Buffer.from(body).toString('utf8'),
          tookMs: reply.tookMs ?? USUAL_MS,
        };
      }),
    close: () => undefined,
  };
}

function lowerCased<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
