import type { Clock } from '../clock.ts';
import { listOf, numberOf, recordOf, textOf, textsOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Plain, Service } from '../service.ts';

/** A cache call takes about 60 ms. */
const COST_MS = 60;
const MAX_KEY = 250;
const MAX_VALUE_BYTES = 100 * 1024;
const USUAL_SECONDS = 600;
const MAX_SECONDS = 21_600;

/** Beyond 1,000 items the platform keeps the 900 that live longest. */
const MAX_ITEMS = 1_000;
const KEPT_ITEMS = 900;

interface Item {
  readonly value: string;
  readonly expires: number;
}

/** `forgets` is the chance that an item is gone before its time, drawn each time it is read. */
export function createCacheService(clock: Clock, random: SeededRandom, forgets: number): Service {
  let caches = new Map<string, Map<string, Item>>();

  const find = (cache: Map<string, Item>, key: string): string | null => {
    const item = cache.get(key);
    if (item === undefined) return null;
    const lost = forgets > 0 && random.next() < forgets;
    if (!lost && item.expires > clock.now()) return item.value;
    cache.delete(key);
    return null;
  };

  const put = (cache: Map<string, Item>, entries: Readonly<Record<string, string>>, seconds: Plain): null => {
    const life = seconds === null ? USUAL_SECONDS : numberOf(seconds);
    if (!(life >= 1 && life <= MAX_SECONDS)) throw refused('tooLarge', 'expirationInSeconds');
    for (const [key, value] of Object.entries(entries)) {
      if (key.length > MAX_KEY || key === '') throw refused('tooLarge', 'key');
      if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw refused('tooLarge', 'value');
      cache.set(key, { value, expires: clock.now() + life * 1000 });
    }
    if (cache.size > MAX_ITEMS) {
      const byLife = [...cache].sort(([, left], [, right]) => left.expires - right.expires);
      for (const [key] of byLife.slice(0, cache.size - KEPT_ITEMS)) cache.delete(key);
    }
    return null;
  };

  const answer = (method: string, name: string, args: readonly Plain[]): Plain => {
    const cache = caches.get(name) ?? new Map<string, Item>();
    caches.set(name, cache);
    switch (method) {
      case 'get':
        return find(cache, textOf(args[0]));
      case 'getAll': {
        const found: Record<string, string> = {};
        for (const key of listOf(args[0]).map(textOf)) {
          const value = find(cache, key);
          if (value !== null) found[key] = value;
        }
        return found;
      }
      case 'putAll':
        return put(cache, textsOf(args[0]), args[1] ?? null);
      case 'removeAll':
        for (const key of listOf(args[0]).map(textOf)) cache.delete(key);
        return null;
      default:
        throw new Error(`Cache.${method} is not emulated.`);
    }
  };

  return {
    perform: (method, args) => ({ value: answer(method, textOf(args[0]), args.slice(1)), cost: COST_MS }),
    snapshot: () =>
      Object.fromEntries(
        [...caches].map(([name, cache]) => [
          name,
          Object.fromEntries([...cache].map(([key, { value, expires }]) => [key, { value, expires }])),
        ]),
      ),
    restore: (snapshot) => {
      caches = new Map(Object.entries(recordOf(snapshot)).map(([name, cache]) => [name, itemsOf(cache)]));
    },
  };
}

function itemsOf(cache: Plain | undefined): Map<string, Item> {
  return new Map(
    Object.entries(recordOf(cache)).map(([key, item]) => {
      const { value, expires } = recordOf(item);
      return [key, { value: textOf(value), expires: numberOf(expires) }];
    }),
  );
}
