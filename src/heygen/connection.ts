import type { Asked } from '../app/ports/heygen.ts';
import type { Http } from '../app/ports/http.ts';
import { isKeyRefused } from '../core/heygen/problem.ts';
import { failure } from '../core/result.ts';
import { type Ahead, type Call, createExchange, type Exchange } from './exchange.ts';
import { type Clean, createRedaction } from './redaction.ts';
import { mayPass, type Patience, repeated } from './retry.ts';

/** What the client is given: the network, the key, and the run's time. */
export interface HeyGenOptions extends Patience {
  readonly http: Http;
  /** Sent in the `X-Api-Key` header; never in a URL, a body or a message. */
  readonly key: string;
  /** Called with the operation's name (the method's, as `createVideo`) for each request, repetitions included. */
  readonly onCall?: (operation: string) => void;
}

/** The ways to ask HeyGen for one account. `exchange` sends once; `ask` repeats. */
export interface Connection {
  readonly exchange: Exchange;
  readonly ask: Ask;
  readonly ahead: Ahead;
  readonly clean: Clean;
}

/** For GET, which does no harm when it is sent twice. */
export type Ask = <Value>(call: Call<Value>) => Asked<Value>;

export function connect(options: HeyGenOptions): Connection {
  const { http, key, onCall = () => undefined } = options;
  const redaction = createRedaction(key);
  const once = createExchange({ http, key, redaction, onCall });
  const exchange = askedTwice(options, once.exchange);
  const ask: Ask = (call) => {
    const asked = repeated(options, mayPass, () => exchange(call));
    return asked.ok ? asked : failure(asked.failure.last);
  };
  return { exchange, ask, ahead: once.ahead, clean: redaction.clean };
}

const BEFORE_THE_SECOND_TIME = 1_000;

/**
 * HeyGen has refused a good key once and taken it a moment later. A refused key ends the whole run, so it is believed
 * the second time only. The refused request had no effect, so sending it again does no harm.
 */
function askedTwice(patience: Patience, exchange: Exchange): Exchange {
  return (call) => {
    const answer = exchange(call);
    if (answer.ok || !isKeyRefused(answer.failure)) return answer;
    if (patience.mayPause(BEFORE_THE_SECOND_TIME)) patience.pause(BEFORE_THE_SECOND_TIME);
    return exchange(call);
  };
}
