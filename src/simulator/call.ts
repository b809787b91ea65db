import type { Reply } from './exchange.ts';
import type { World } from './world.ts';

/** One request on its way to its handler: known key, known route. */
export interface Call {
  readonly world: World;
  readonly account: string;
  /** Path without the query. */
  readonly path: string;
  /** What stands for `{…}` in the route, decoded, in order. */
  readonly params: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** How long the request will take; a key is in flight for as long. */
  readonly tookMs: number;
}

export type Handler = (call: Call) => Reply;

/** Splits path and query; a malformed escape stays as it is. */
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

/** A segment of a path, decoded where it can be. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A malformed escape names nothing that exists: the lookup that follows answers 404.
    return segment;
  }
}
