/** What a reader does not see between two signs: control and format characters, halves of pairs, fillers. */
const UNSEEN = '[\\p{C}\\p{Default_Ignorable_Code_Point}]*';

/**
 * Finds the key wherever a text gives it away: in upper or lower case, with invisible characters between its
 * signs, and with signs written as a URL may write them (%73 for s). Null for an empty key, which nothing holds.
 */
export function keyPattern(key: string): RegExp | null {
  const signs = [...key].filter((sign) => !/\p{Cs}/u.test(sign));
  if (signs.length === 0) return null;
  return new RegExp(signs.map(anySpelling).join(UNSEEN), 'giu');
}

function anySpelling(sign: string): string {
  const raw = sign.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
  const encoded = [sign.toLowerCase(), sign.toUpperCase()].map(percent);
  return `(?:${[...new Set([raw, ...encoded])].join('|')})`;
}

function percent(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? `%${code.toString(16).padStart(2, '0')}` : encodeURIComponent(sign);
}
