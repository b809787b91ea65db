import type { Clock } from './clock.ts';
import type { EndReason, ExecutionContext, PricedCall, RunOptions } from './execution.ts';
import { limitOf } from './execution.ts';
import type { Perform, Plain, ServiceCall } from './service.ts';
import { PlatformError } from './service.ts';

/** A broken rule of the house (a fetch under a lock, for one): no `catch` of the script can hide it. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
}

/** Thrown at every call after an execution's end, so that its `catch` and `finally` can have no effect. */
export class ExecutionOver extends Error {
  override readonly name = 'ExecutionOver';
}

/**
 * How a line ended early: killed, put aside to be replayed later, or stopped by a fault, which is a broken rule
 * or a bug of the emulator: neither may pass for something that the platform threw.
 */
export type LineEnd =
  | { readonly kind: 'killed'; readonly reason: EndReason }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'fault'; readonly error: unknown };

/** One answered call, kept so that a later replay gets the same answer. */
export interface Answer {
  readonly call: PricedCall;
  readonly value: Plain;
  /** What was thrown instead of an answer; null when there was one. */
  readonly error: PlatformError | null;
}

/** What the line asks of the emulator. */
export interface LineHost {
  readonly clock: Clock;
  dispatch(context: ExecutionContext, call: ServiceCall, line: CallLine): { value: Plain; cost: number };
  /** Sends the first `count` requests of a `fetchAll` that is killed half-way. */
  dispatchPart(context: ExecutionContext, call: ServiceCall, count: number): void;
}

/** Interleaving: asked before every platform call, may run other executions or suspend this one. */
export interface Gate {
  beforeCall(line: CallLine): void;
  /** Called while a lock is not free: true when it may be free now, false when the deadline has passed. */
  awaitLock(line: CallLine, key: string, deadline: number): boolean;
}

/** The script's only way out, for one execution: answers from the log first, then from the services. */
export interface CallLine {
  readonly perform: Perform;
  readonly context: ExecutionContext;
  readonly gate: Gate;
  /** How many calls have been answered; the same at the same place of a replay. */
  answered(): number;
  end(): LineEnd | null;
  /** Ends the line and throws; every later call throws too. */
  stop(end: LineEnd): never;
}

/** Reads of the clock and draws of chance are replayed like calls, but cost and count nothing. */
const UNCOUNTED: readonly string[] = ['clock', 'random'];

/** What a refused call costs; the platform is asked all the same. */
const REFUSED_MS = 100;

export function isCounted(service: string): boolean {
  return !UNCOUNTED.includes(service);
}

/** `log` is both what is replayed and where new answers are put. */
export function createCallLine(
  host: LineHost,
  context: ExecutionContext,
  gate: Gate,
  options: RunOptions,
  log: Answer[],
): CallLine {
  const limit = limitOf(context.kind);
  let end: LineEnd | null = null;
  let position = 0;
  let counted = 0;

  const stop = (reason: LineEnd): never => {
    end = reason;
    throw new ExecutionOver(`This execution is over: ${reason.kind}.`);
  };
  const checkTime = (): void => {
    if (host.clock.now() - context.started > limit.ms) stop({ kind: 'killed', reason: limit.reason });
  };
  const pricedCall = (call: ServiceCall, at: number, cost: number, refusal: string | null): PricedCall => ({
    ...call,
    cost,
    at,
    refusal,
  });

  const replay = (answer: Answer, call: ServiceCall): Plain => {
    if (answer.call.service !== call.service || answer.call.method !== call.method) {
      throw new Error(
        `The replay went another way: ${call.service}.${call.method} instead of ${answer.call.service}.${answer.call.method}.`,
      );
    }
    if (answer.error !== null) throw answer.error;
    return answer.value;
  };

  const live = (call: ServiceCall): Plain => {
    checkTime();
    if (isCounted(call.service)) {
      if (counted === options.killAtCall) {
        host.dispatchPart(context, call, options.fetchesBeforeKill ?? 0);
        stop({ kind: 'killed', reason: 'told' });
      }
      gate.beforeCall(line);
      options.beforeCall?.(call, counted);
      checkTime();
    }
    const at = host.clock.now();
    try {
      const { value, cost } = host.dispatch(context, call, line);
      host.clock.advance(cost);
      const took = Math.max(cost, host.clock.now() - at);
      log.push({ call: pricedCall(call, at, took, null), value, error: null });
      checkTime();
      return value;
    } catch (error) {
      if (error instanceof ExecutionOver) throw error;
      if (!(error instanceof PlatformError)) return stop({ kind: 'fault', error });
      host.clock.advance(REFUSED_MS);
      const took = host.clock.now() - at;
      log.push({ call: pricedCall(call, at, took, error.message), value: null, error });
      checkTime();
      throw error;
    }
  };

  const line: CallLine = {
    context,
    gate,
    answered: () => log.length,
    end: () => end,
    stop,
    perform: (service, method, ...args) => {
      if (end !== null) throw new ExecutionOver(`This execution is over: ${end.kind}.`);
      if (isCounted(service)) counted += 1;
      const answer = log[position];
      position += 1;
      const call = { service, method, args };
      return answer === undefined ? live(call) : replay(answer, call);
    },
  };
  return line;
}
