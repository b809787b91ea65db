import type { ExecutionContext } from '../execution.ts';
import { recordOf, textOf, textsOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { ExecutionId, Plain, Service } from '../service.ts';
import type { AccountKind, DailyQuotas } from './daily-quotas.ts';
import { PROPERTY_CALLS_A_DAY } from './daily-quotas.ts';

/** A property call takes about 80 ms. */
const COST_MS = 80;

/** 9 KB a value and 500 KB a store, keys included. */
const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;

const WRITES: readonly string[] = ['setProperties', 'setProperty', 'deleteProperty', 'deleteAllProperties'];

export interface PropertiesServiceParts {
  readonly quotas: DailyQuotas;
  readonly account: AccountKind;
  readonly contextOf: (execution: ExecutionId) => ExecutionContext;
  readonly onDurable: () => void;
}

/** The stores of the script, of each user and of the document, by name. Strings only; durable at once. */
export function createPropertiesService(parts: PropertiesServiceParts): Service {
  const { quotas, contextOf, onDurable } = parts;
  let stores = new Map<string, ReadonlyMap<string, string>>();

  const answer = (method: string, name: string, args: readonly Plain[]): Plain => {
    const store = stores.get(name) ?? new Map<string, string>();
    const keep = (entries: Iterable<readonly [string, string]>): null => {
      stores.set(name, checked(new Map(entries)));
      return null;
    };
    switch (method) {
      case 'getProperty':
        return store.get(textOf(args[0])) ?? null;
      case 'getProperties':
        return Object.fromEntries(store);
      case 'getKeys':
        return [...store.keys()];
      case 'setProperty':
        return keep([...store, [textOf(args[0]), textOf(args[1])]]);
      case 'setProperties':
        return keep([...(args[1] === true ? [] : store), ...Object.entries(textsOf(args[0]))]);
      case 'deleteProperty':
        return keep([...store].filter(([key]) => key !== args[0]));
      case 'deleteAllProperties':
        return keep([]);
      default:
        throw new Error(`Properties.${method} is not emulated.`);
    }
  };

  return {
    perform: (method, args, execution) => {
      const { user } = contextOf(execution);
      if (quotas.used('properties', user) >= PROPERTY_CALLS_A_DAY[parts.account]) {
        throw refused('dailyQuota', 'properties');
      }
      quotas.spend('properties', user, 1);
      const value = answer(method, textOf(args[0]), args.slice(1));
      if (WRITES.includes(method)) onDurable();
      return { value, cost: COST_MS };
    },
    snapshot: () => Object.fromEntries([...stores].map(([name, store]) => [name, Object.fromEntries(store)])),
    restore: (snapshot) => {
      stores = new Map(
        Object.entries(recordOf(snapshot)).map(([name, store]) => [
          name,
          new Map(Object.entries(textsOf(store))),
        ]),
      );
    },
  };
}

function checked(store: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let total = 0;
  for (const [key, value] of store) {
    const size = Buffer.byteLength(value);
    if (size > MAX_VALUE_BYTES) throw refused('tooLarge', 'value');
    total += size + Buffer.byteLength(key);
  }
  if (total > MAX_STORE_BYTES) {
    throw refused('storageFull');
  }
  return store;
}
