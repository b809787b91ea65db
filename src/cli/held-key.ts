import type { Secret } from '../local/state-journal.ts';

/** A shorter key is no secret, and could be part of other words. */
const SHORTEST_SECRET = 8;

/** Texts that hold the key must not come to disk. Null: there is no key. */
export function holdsKey(key: string): Secret | null {
  if (key === '') return null;
  const isPart = key.length >= SHORTEST_SECRET;
  return {
    is: (_, value) => typeof value === 'string' && (isPart ? value.includes(key) : value === key),
    sign: key,
  };
}
