import type { Asked } from '../app/ports/heygen.ts';
import type { Problem } from '../core/heygen/problem.ts';
import type { Call, Exchange } from './exchange.ts';
import { type Patience, waited } from './patience.ts';

/** Asks until there is an answer, or no sense in asking on. */
export type Ask = <Value>(call: Call<Value>) => Asked<Value>;

/**
 * For GET, which may be sent twice without harm: repeated after an outage, and after a 429 whose
 * wait is short, up to three attempts in all. Any other problem is the answer.
 */
export function createAsk(exchange: Exchange, patience: Patience): Ask {
  return (call) => {
    for (let attempt = 1; ; attempt++) {
      const answer = exchange(call);
      if (answer.ok) return { kind: 'answered', value: answer.value };
      const problem = answer.failure;
      if (!mayPass(problem) || !waited(patience, problem, attempt)) return { kind: 'failed', problem };
    }
  };
}

/** Whether the same request may meet no problem a moment later. */
export function mayPass(problem: Problem): boolean {
  return problem.kind === 'outage' || (problem.kind === 'wait' && problem.httpStatus !== 409);
}
