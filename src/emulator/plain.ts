import type { Plain } from './service.ts';

type PlainRecord = { readonly [name: string]: Plain | undefined };

/** These readers give a type to what crossed the line. A mismatch is a bug of a facade. */
export function textOf(value: Plain | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`Expected a text but got ${JSON.stringify(value)}.`);
  return value;
}

export function numberOf(value: Plain | undefined): number {
  if (typeof value !== 'number') throw new TypeError(`Expected a number but got ${JSON.stringify(value)}.`);
  return value;
}

export function listOf(value: Plain | undefined): readonly Plain[] {
  if (!isList(value)) throw new TypeError(`Expected a list but got ${JSON.stringify(value)}.`);
  return value;
}

export function recordOf(value: Plain | undefined): PlainRecord {
  if (typeof value !== 'object' || value === null || isList(value)) {
    throw new TypeError(`Expected a record but got ${JSON.stringify(value)}.`);
  }
  return value;
}

/** A record of which every field is a text. */
export function textsOf(value: Plain | undefined): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, field] of Object.entries(recordOf(value))) texts[name] = textOf(field);
  return texts;
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}
