import { guarded } from './guarded.ts';

/** A value of one of Google's enumerations. It is equal only to itself, not to its name. */
export interface EnumValue {
  toString(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toJSON(): string;
}

export type Enumeration = Readonly<Record<string, EnumValue>>;

export function createEnumeration(label: string, names: readonly string[]): Enumeration {
  const values: Record<string, EnumValue> = {};
  for (const [index, name] of names.entries()) {
    values[name] = guarded(`${label}.${name}`, {
      toString: () => name,
      name: () => name,
      ordinal: () => index,
      compareTo: (other: EnumValue) => index - other.ordinal(),
      toJSON: () => name,
    });
  }
  return guarded(label, values);
}

/** The value of that name. A missing name is a bug of the emulator. */
export function enumValue(enumeration: Enumeration, name: string): EnumValue {
  const value = Object.hasOwn(enumeration, name) ? enumeration[name] : undefined;
  if (value === undefined) throw new Error(`${String(enumeration)}.${name} is not emulated.`);
  return value;
}

/** The name of a value that a script passed; null when it is not of this enumeration. */
export function nameOfValue(enumeration: Enumeration, value: unknown): string | null {
  return Object.keys(enumeration).find((name) => enumeration[name] === value) ?? null;
}
