import { keyPattern } from './key-pattern.ts';

/** A real key has dozens of signs. What a simulator takes for one may be an ordinary word, and no secret. */
const SHORTEST_SECRET = 8;
/** No reply of HeyGen's is nested nearly as deep; what lies deeper is left out. */
const DEEPEST = 50;

/**
 * Takes the key out of all texts and names in a reply's JSON. This is done to every usable reply before anything
 * reads it, and so before any cut: whatever HeyGen echoes, the key can reach no cell, ledger or page.
 */
export function createWithoutKey(key: string): (json: unknown) => unknown {
  const pattern = key.length < SHORTEST_SECRET ? null : keyPattern(key);
  const hide = (text: string): string => (pattern === null ? text : text.replace(pattern, '[key]'));
  const hidden = (json: unknown, depth: number): unknown => {
    if (typeof json === 'string') return hide(json);
    if (typeof json !== 'object' || json === null) return json;
    if (depth === DEEPEST) return null;
    if (Array.isArray(json)) return json.map((item) => hidden(item, depth + 1));
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [hide(name), hidden(value, depth + 1)]),
    );
  };
  return (json) => hidden(json, 0);
}
