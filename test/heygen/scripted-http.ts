import type { Http, HttpOutcome, HttpRequest } from '../../src/app/ports/http.ts';
import type { HeyGenOptions } from '../../src/heygen/connection.ts';

export const KEY = 'sk_V2_hgu_k1L9xQ2mZ7';

/** A reply with a JSON body. */
export function reply(status: number, body: unknown, headers: Record<string, string> = {}): HttpOutcome {
  return { kind: 'reply', status, headers, body: JSON.stringify(body) };
}

/** A reply whose body is exactly this text. */
export function page(status: number, body: string, headers: Record<string, string> = {}): HttpOutcome {
  return { kind: 'reply', status, headers, body };
}

/** HeyGen's error envelope. */
export function refusal(status: number, code: string, headers: Record<string, string> = {}): HttpOutcome {
  return reply(status, { error: { code, message: `about ${code}` } }, headers);
}

export const CUT: HttpOutcome = { kind: 'no-reply', detail: 'connection reset' };
export const ACCEPTED = reply(200, { data: { video_id: 'v1', status: 'waiting', output_format: 'mp4' } });
export const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

export interface Scripted {
  readonly options: HeyGenOptions;
  readonly requests: HttpRequest[];
  /** Milliseconds of each pause taken. */
  readonly pauses: number[];
  readonly calls: string[];
}

/** Answers the n-th request with the n-th outcome; one request too many is a failure of the test. */
export function scripted(outcomes: readonly HttpOutcome[], changed: Partial<HeyGenOptions> = {}): Scripted {
  const requests: HttpRequest[] = [];
  const pauses: number[] = [];
  const calls: string[] = [];
  const http: Http = {
    sendAll: (all) => all.map((each) => http.send(each)),
    send(request) {
      const outcome = outcomes[requests.length];
      requests.push(request);
      if (outcome === undefined)
        throw new Error(`nobody expected request ${requests.length}: ${request.url}`);
      return outcome;
    },
  };
  const options: HeyGenOptions = {
    http,
    key: KEY,
    pause: (ms) => void pauses.push(ms),
    random: () => 0.5,
    mayPause: () => true,
    onCall: (operation) => void calls.push(operation),
    ...changed,
  };
  return { options, requests, pauses, calls };
}

/** Answers every request by asking a function. */
export function answering(answer: (request: HttpRequest) => HttpOutcome): Scripted {
  const world = scripted([]);
  const http: Http = {
    sendAll: (all) => all.map((each) => http.send(each)),
    send(request) {
      world.requests.push(request);
      return answer(request);
    },
  };
  return { ...world, options: { ...world.options, http } };
}
