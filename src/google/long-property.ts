type Store = GoogleAppsScript.Properties.Properties;

/** A value may have 9 KB, and a character takes up to three bytes. No part ends inside a surrogate pair. */
const PARTS = /[\s\S]{1,3000}(?![\udc00-\udfff])/g;

/** The value of a text in parts begins with this. The number of parts follows. */
const IN_PARTS = '#';

/** Keeps a text of any length under a name. */
export function writeLong(store: Store, name: string, text: string): void {
  store.setProperties({ ...inParts(name, text) });
}

/** The values that keep a text under a name. One that is too long for one value goes into several. */
export function inParts(name: string, text: string): Readonly<Record<string, string>> {
  const parts = text.match(PARTS) ?? [];
  if (parts.length <= 1 && !text.startsWith(IN_PARTS)) return { [name]: text };
  const values = Object.fromEntries(parts.map((part, at) => [partName(name, at), part]));
  return { ...values, [name]: IN_PARTS + parts.length };
}

/** The text that was kept under a name; null when there is none, or not all of it. */
export function readLong(store: Pick<Store, 'getProperty'>, name: string): string | null {
  const value = store.getProperty(name);
  if (value === null || !value.startsWith(IN_PARTS)) return value;
  let text = '';
  for (let part = 0; part < Number(value.slice(IN_PARTS.length)); part++) {
    const next = store.getProperty(partName(name, part));
    if (next === null) return null;
    text += next;
  }
  return text;
}

function partName(name: string, part: number): string {
  return `${name}/${part}`;
}
