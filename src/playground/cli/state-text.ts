import type { Plain } from '../emulator/service.ts';

/** Shorter keys are no secrets, and would be found inside other words. */
const SHORTEST_SECRET = 8;

/**
 * Turns what is durable into JSON text, again and again, quickly: the emulator hands out the same list of
 * cells for a row as long as the row has not changed, so that only changed rows are written anew.
 * Whatever holds the key is left out.
 */
export class StateWriter {
  private readonly key: string;
  private readonly rows = new WeakMap<object, string>();

  constructor(key: string) {
    this.key = key;
  }

  text(value: Plain): string {
    const parts: string[] = [];
    this.write(value, parts);
    return parts.join('');
  }

  private write(value: Plain, parts: string[]): void {
    if (typeof value === 'string') parts.push(JSON.stringify(this.holdsKey(value) ? '' : value));
    else if (typeof value !== 'object' || value === null) parts.push(JSON.stringify(value));
    else if (isList(value)) this.writeList(value, parts);
    else this.writeRecord(value, parts);
  }

  private writeList(list: readonly Plain[], parts: string[]): void {
    parts.push('[');
    list.forEach((item, at) => {
      if (at > 0) parts.push(',');
      this.write(item, parts);
    });
    parts.push(']');
  }

  private writeRecord(record: Readonly<Record<string, Plain | undefined>>, parts: string[]): void {
    let mark = '{';
    for (const [name, field] of Object.entries(record)) {
      if (field === undefined || (typeof field === 'string' && this.holdsKey(field))) continue;
      // A line for each row keeps the file readable and its differences small.
      parts.push(name === 'cells' ? `${mark}\n` : mark, JSON.stringify(name), ':');
      if (name === 'cells' && typeof field === 'object' && field !== null) parts.push(this.cells(field));
      else this.write(field, parts);
      mark = ',';
    }
    parts.push(mark === '{' ? '{}' : '}');
  }

  private cells(cells: object & Plain): string {
    const known = this.rows.get(cells);
    if (known !== undefined) return known;
    const parts: string[] = [];
    this.write(cells, parts);
    const text = parts.join('');
    this.rows.set(cells, text);
    return text;
  }

  private holdsKey(text: string): boolean {
    if (this.key === '') return false;
    return this.key.length < SHORTEST_SECRET ? text === this.key : text.includes(this.key);
  }
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
