import type { Http } from '../app/ports/http.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { type Clean, createClean } from './own-words.ts';
import type { Patience } from './patience.ts';
import { type Ask, createAsk } from './reading.ts';

/** What the client is given: the network, the key, and the run's time. */
export interface HeyGenOptions extends Patience {
  readonly http: Http;
  /** Sent in the `X-Api-Key` header; never in a URL, a body or a message. */
  readonly key: string;
  /** Told the operation's name (the method's, as `createVideo`) before each request, repetitions included. */
  readonly onCall?: (operation: string) => void;
}

/** One account's ways to ask: once, or repeated where that does no harm. */
export interface Connection {
  readonly exchange: Exchange;
  readonly ask: Ask;
  readonly clean: Clean;
}

export function connect(options: HeyGenOptions): Connection {
  const { http, key, onCall = () => undefined } = options;
  const clean = createClean(key);
  const exchange = createExchange({ http, key, clean, onCall });
  return { exchange, ask: createAsk(exchange, options), clean };
}
