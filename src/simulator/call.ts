import type { Reply } from './exchange.ts';
import type { World } from './world.ts';

/** One request on its way to its handler. Its key and its route are known. */
export interface Call {
  readonly world: World;
  readonly account: string;
  /** Path without the query. */
  readonly path: string;
  /** The values of `{…}` in the route, decoded, in order. */
  readonly params: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** How long the request will take. Its key is in flight for that time. */
  readonly tookMs: number;
}

export type Handler = (call: Call) => Reply;

/** Splits path and query. A malformed escape stays as it is. */
export function readPath(pathAndQuery: string): { path: string; query: Map<string, string> } {
  const mark = pathAndQuery.indexOf('?');
  const path = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark);
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(mark < 0 ? '' : pathAndQuery.slice(mark + 1))) {
    if (!query.has(name)) query.set(name, value);
  }
  return { path, query };
}

export function lowerCaseNames(headers: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Decodes a segment of a path if it can be decoded. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A malformed escape names nothing that exists, so the lookup that follows answers 404.
    return segment;
  }
}
