import type { Clock } from './clock.ts';
import type { EndReason, ExecutionContext, PricedCall, RunOptions } from './execution.ts';
import { limitOf } from './execution.ts';
import { createWorkMeter, type ScriptWork } from './script-work.ts';
import type { Perform, Plain, ServiceCall } from './service.ts';
import { PlatformError } from './service.ts';

/** The script broke a rule that the caller set, such as no fetch under a lock. No `catch` of the script can hide it. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
}

/** Every call after an execution's end throws this, so that `catch` and `finally` have no effect. */
export class ExecutionOver extends Error {
  override readonly name = 'ExecutionOver';
}

/**
 * Why a line ended early: it was killed, it was put aside for a later replay, or it hit a fault. A fault is a
 * broken rule or a bug of the emulator, and must not look like something that the platform threw.
 */
export type LineEnd =
  | { readonly kind: 'killed'; readonly reason: EndReason }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'fault'; readonly error: unknown };

/** One answered call. A replay gets the same answer. */
export interface Answer {
  readonly call: PricedCall;
  readonly value: Plain;
  /** What the call threw; null when it answered. */
  readonly error: PlatformError | null;
}

/** What a line needs from the emulator. */
export interface LineHost {
  readonly clock: Clock;
  /** Null: the script's own work takes no time. */
  readonly scriptWork: ScriptWork | null;
  dispatch(context: ExecutionContext, call: ServiceCall, line: CallLine): { value: Plain; cost: number };
  /** The execution is killed inside a `fetchAll`: sends only its first `count` requests. */
  dispatchPart(context: ExecutionContext, call: ServiceCall, count: number): void;
}

/** Interleaving happens here: before each platform call it may run other executions or suspend this one. */
export interface Gate {
  /** Whether a line may be suspended and replayed, so that its answers must be kept. */
  readonly replays: boolean;
  beforeCall(line: CallLine): void;
  /** Waits for a lock that is not free. True: try again. False: the deadline has passed. */
  awaitLock(line: CallLine, key: string, deadline: number): boolean;
}

/** One execution's only way to the platform. It answers from the log first, then from the services. */
export interface CallLine {
  readonly perform: Perform;
  readonly context: ExecutionContext;
  readonly gate: Gate;
  /** How many calls have an answer. A replay counts the same at the same place. */
  answered(): number;
  end(): LineEnd | null;
  /** Ends the line and throws; every later call throws too. */
  stop(end: LineEnd): never;
}

/** The clock and random numbers go through the log like calls, but cost nothing and do not count. */
const UNCOUNTED: readonly string[] = ['clock', 'random'];

/** A refusal takes time too: the platform was asked. */
const REFUSED_MS = 100;

export function isCounted(service: string): boolean {
  return !UNCOUNTED.includes(service);
}

/** Replays `log` first, then appends each new answer to it. */
export function createCallLine(
  host: LineHost,
  context: ExecutionContext,
  gate: Gate,
  options: RunOptions,
  log: Answer[],
): CallLine {
  const limit = limitOf(context.kind);
  const work = createWorkMeter(host.scriptWork);
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
    host.clock.advance(work.worked());
    try {
      return answered(call);
    } finally {
      work.goesOn();
    }
  };

  const answered = (call: ServiceCall): Plain => {
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
      host.clock.advance(cost + work.moved([...call.args], value));
      const took = Math.max(cost, host.clock.now() - at);
      log.push({ call: pricedCall(call, at, took, null), value: gate.replays ? value : null, error: null });
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
