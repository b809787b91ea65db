/** Takes what must not be shown out of a text that came from outside. */
export type Clean = (text: string) => string;

/**
 * Keeps the key out of every cell, ledger, log and page, even when HeyGen echoes it. Everything from outside goes
 * through one of these before it is used, and before it is cut: no pattern finds half a key.
 */
export interface Redaction {
  /** Takes the key out of all texts and names in the JSON of a usable reply. */
  readonly withoutKey: (json: unknown) => unknown;
  /**
   * Makes HeyGen's own words fit to be shown and kept: one line without invisible characters, without the key,
   * without the query of a URL (signatures), at most 300 characters, and without a full stop at the end, because
   * they are quoted inside of a sentence.
   */
  readonly clean: Clean;
}

export function createRedaction(key: string): Redaction {
  const pattern = keyPattern(key);
  const withoutPattern = (text: string): string => (pattern === null ? text : text.replace(pattern, '[key]'));
  return {
    withoutKey: (json) => (key.length < SHORTEST_SECRET ? json : mapTexts(json, withoutPattern)),
    clean: (text) => showable(withoutPattern(text)),
  };
}

/** A real key is much longer. A simulator's key may be an ordinary word that is no secret. */
const SHORTEST_SECRET = 8;

/** Invisible between two characters: control and format characters, halves of pairs, fillers. */
const UNSEEN = '[\\p{C}\\p{Default_Ignorable_Code_Point}]*';

/**
 * Finds the key wherever a text gives it away: in upper or lower case, with invisible characters in between, and with
 * characters as a URL may write them (%73 for s). Null for an empty key, which no text gives away.
 */
function keyPattern(key: string): RegExp | null {
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

/** HeyGen's replies are never nested so deep. What lies deeper is left out. */
const DEEPEST = 50;

/** The same JSON with each text and each name changed. */
function mapTexts(json: unknown, change: (text: string) => string, depth = 0): unknown {
  if (typeof json === 'string') return change(json);
  if (typeof json !== 'object' || json === null) return json;
  if (depth === DEEPEST) return null;
  if (Array.isArray(json)) return json.map((item) => mapTexts(item, change, depth + 1));
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [change(name), mapTexts(value, change, depth + 1)]),
  );
}

/** Longest quotation of HeyGen's own words, in UTF-16 units. */
const LONGEST = 300;
/** Of a longer text only so much is read: a hostile one must not cost more. */
const MOST_READ = 5_000;

function showable(text: string): string {
  const visible = text
    .slice(0, MOST_READ)
    .replace(/\p{Cf}|\p{Cs}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ');
  const harmless = visible
    .replace(/(https?:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/gi, '$1')
    .trim()
    .replace(/(?<!\.)\.$/, '');
  return harmless.length <= LONGEST ? harmless : `${withoutHalfPair(harmless.slice(0, LONGEST - 1))}…`;
}

/** A cut through a surrogate pair would leave text that cannot be encoded. */
function withoutHalfPair(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
