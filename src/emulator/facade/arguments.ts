import { refused } from '../refusals/refused.ts';
import type { PlatformError } from '../service.ts';

/** Google's services are typed: what fits no signature throws. `where` is a method, as `Properties.setProperty`. */
export function textArgument(where: string, value: unknown): string {
  if (typeof value !== 'string') throw mismatch(where, value);
  return value;
}

export function numberArgument(where: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw mismatch(where, value);
  return value;
}

export function listArgument(where: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw mismatch(where, value);
  return value;
}

/** The own fields of a plain object of any context. */
export function fieldsArgument(where: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (Object.prototype.toString.call(value) !== '[object Object]' || value === null)
    throw mismatch(where, value);
  return Object.entries(Object(value));
}

export function textFieldsArgument(where: string, value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, field] of fieldsArgument(where, value))
    texts[name] = textArgument(`${where} (${name})`, field);
  return texts;
}

export function mismatch(where: string, value: unknown): PlatformError {
  const type = value === null ? 'null' : Object.prototype.toString.call(value).slice(8, -1);
  return refused('wrongSignature', type, where);
}
