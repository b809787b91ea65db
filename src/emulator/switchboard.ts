import type { Authority } from './authority.ts';
import type { CallLine, LineHost } from './call-line.ts';
import { RuleBroken } from './call-line.ts';
import type { Clock } from './clock.ts';
import type { ExecutionContext } from './execution.ts';
import { listOf, numberOf, textOf } from './plain.ts';
import type { ScriptWork } from './script-work.ts';
import type { SeededRandom } from './seeded-random.ts';
import { uuidFrom } from './seeded-random.ts';
import type { Plain, Service, ServiceCall } from './service.ts';
import type { LockTable } from './services/lock-table.ts';
import { LOCK_COST_MS } from './services/lock-table.ts';

export interface SwitchboardParts {
  readonly clock: Clock;
  readonly scriptWork: ScriptWork | null;
  readonly random: SeededRandom;
  readonly authority: Authority;
  readonly locks: LockTable;
  readonly services: Readonly<Record<string, Service>>;
  /** Calls, by `service.method`, that break a rule of the caller while the execution holds a lock. */
  readonly neverUnderALock: readonly string[];
}

interface Priced {
  readonly value: Plain;
  readonly cost: number;
}

/** Leads every call of every execution to its service, if it is permitted. */
export function createSwitchboard(parts: SwitchboardParts): LineHost {
  const { clock, random, authority, locks, services } = parts;

  const lock = ({ method, args }: ServiceCall, line: CallLine): Priced => {
    const key = textOf(args[0]);
    const { id } = line.context;
    switch (method) {
      case 'take':
        return { value: take(key, numberOf(args[1]), line), cost: LOCK_COST_MS };
      case 'release':
        locks.release(key, id);
        return { value: null, cost: LOCK_COST_MS };
      default:
        return { value: locks.holds(key, id), cost: 0 };
    }
  };

  const take = (key: string, timeoutMs: number, line: CallLine): boolean => {
    const deadline = clock.now() + timeoutMs;
    while (!locks.take(key, line.context.id)) {
      if (!line.gate.awaitLock(line, key, deadline)) return false;
    }
    return true;
  };

  /** The clock, random numbers and sleep need no service. They are calls only so that a replay repeats them. */
  const local = (service: string, method: string, args: readonly Plain[]): Priced | null => {
    if (service === 'clock') return { value: clock.now(), cost: 0 };
    if (service === 'random') {
      return { value: method === 'uuid' ? uuidFrom(random.next) : random.next(), cost: 0 };
    }
    if (service !== 'utilities') return null;
    clock.sleep(numberOf(args[0]));
    return { value: null, cost: 0 };
  };

  const dispatch = (context: ExecutionContext, call: ServiceCall, line: CallLine): Priced => {
    const { service, method, args } = call;
    const known = local(service, method, args);
    if (known !== null) return known;
    authority.permit(context, service, method);
    const held = locks.heldBy(context.id);
    if (held.length > 0 && parts.neverUnderALock.includes(`${service}.${method}`)) {
      throw new RuleBroken(
        `The script called ${service}.${method} while it held the lock "${held.join('", "')}". Release the lock first.`,
      );
    }
    if (service === 'lock') return lock(call, line);
    const target = services[service];
    if (target === undefined) throw new Error(`The service ${service} is not emulated.`);
    return target.perform(method, args, context.id);
  };

  return {
    clock,
    scriptWork: parts.scriptWork,
    dispatch,
    dispatchPart: (context, call, count) => {
      if (call.service !== 'fetch' || count === 0) return;
      services.fetch?.perform('fetchPart', [listOf(call.args[0]).slice(0, count)], context.id);
    },
  };
}
