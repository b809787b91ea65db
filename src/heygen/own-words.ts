import { keyPattern } from './key-pattern.ts';

/** Longest quotation of HeyGen's own words, in UTF-16 units. */
const LONGEST = 300;
/** What is looked at of a longer text; it bounds the work on a hostile one. */
const LOOKED_AT = 5_000;

/** Takes what must not be shown out of a text that came from outside. */
export type Clean = (text: string) => string;

/**
 * Makes HeyGen's words fit to be shown and kept: one line without control and invisible characters, without
 * the key even when the server echoes it, without the query of a URL (signatures), at most 300 characters, and
 * without a full stop at the end, because they are quoted inside of a sentence.
 */
export function createClean(key: string): Clean {
  const secret = keyPattern(key);
  return (text) => {
    // Before any cut, so that no half of a key is left at the end, and before a control character becomes a space.
    const keyless = secret === null ? text : text.replace(secret, '[key]');
    const visible = keyless
      .slice(0, LOOKED_AT)
      .replace(/\p{Cf}|\p{Cs}/gu, '')
      .replace(/[\p{Cc}\p{Z}]+/gu, ' ');
    const harmless = visible
      .replace(/(https?:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/gi, '$1')
      .trim()
      .replace(/(?<!\.)\.$/, '');
    return harmless.length <= LONGEST ? harmless : `${withoutHalfPair(harmless.slice(0, LONGEST - 1))}…`;
  };
}

/** A cut through a surrogate pair would leave text that cannot be encoded. */
function withoutHalfPair(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
