/** A merge field that is no part of a condition: its name with formatters, then its fallback. */
const FIELD = /<<(?!\s*(?:if\s|else\s*>|end\s*>))([^<>|]+)(\|[^<>]*)?>>/giu;

/** The names of the fields in a script template that are none of these columns, each once. */
export function missingFields(text: string, headers: readonly string[]): readonly string[] {
  const keys = new Set(headers.map(keyOf));
  const missing = new Map<string, string>();
  for (const [, written = '', fallback = ''] of text.matchAll(FIELD)) {
    if (hasBar(written + fallback, keys)) continue;
    const name = nameIn(written, keys);
    if (!keys.has(keyOf(name)) && name !== '') missing.set(keyOf(name), missing.get(keyOf(name)) ?? name);
  }
  return [...missing.values()];
}

/** The script template with another column in place of a field's own. Formatters and fallbacks stay. */
export function withColumn(text: string, field: string, header: string): string {
  return text.replace(FIELD, (source: string, written: string, fallback: string | undefined) => {
    const name = nameIn(written, new Set());
    if (keyOf(name) !== keyOf(field)) return source;
    return `<<${header}${written.slice(written.indexOf(name) + name.length).trimEnd()}${fallback ?? ''}>>`;
  });
}

/** The script template with a fallback in each field of this column that has none. */
export function withFallback(text: string, header: string, words: string): string {
  return text.replace(FIELD, (source: string, written: string, fallback: string | undefined) => {
    const isMeant = keyOf(nameIn(written, new Set([keyOf(header)]))) === keyOf(header);
    return isMeant && fallback === undefined ? `<<${written.trimEnd()}|${words}>>` : source;
  });
}

/** Whether a bar is part of a column's name, and not the beginning of a fallback. */
function hasBar(inside: string, keys: ReadonlySet<string>): boolean {
  const pieces = inside.split('|');
  return pieces.slice(1).some((_, at) => {
    const written = pieces.slice(0, at + 2).join('|');
    return keys.has(keyOf(nameIn(written, keys)));
  });
}

/** Where formatters follow, a name is the longest beginning that is a column, as in a merge. */
function nameIn(written: string, keys: ReadonlySet<string>): string {
  const pieces = written.split(':');
  for (let count = pieces.length; count > 1; count -= 1) {
    const name = pieces.slice(0, count).join(':');
    if (keys.has(keyOf(name))) return name.trim();
  }
  return (pieces[0] ?? '').trim();
}

/** Near enough to how columns are found: whoever is wrong here reads it in the preview. */
function keyOf(name: string): string {
  return name.replace(/[\s_]+/gu, '').toLowerCase();
}
