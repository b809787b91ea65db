import type { Charset } from './charsets.ts';

/** Signs that also close a quotation or a sentence: “É” and “MAÇÔ look like bytes. */
const CLOSING = /^[’”…–—»\u00a0]$/u;

/** What the bytes of a Latin letter begin with, in any of the sets. */
const LATIN_LEAD = /^[ÂÃÄÅ√≈ƒĂĹ]$/u;

/**
 * The text that was encoded as UTF-8 and read in another character set. Null when the characters are no such text.
 * `before` and `after` are the characters around the run.
 */
export function decodedRun(run: string, charset: Charset, before: string, after: string): string | null {
  if (!charset.hint.test(run)) return null;
  const characters = [...run];
  const bytes = characters.map((character) => charset.byteOf.get(character) ?? 0);
  const letters = characters.filter((character) => !/\p{P}/u.test(character)).length;
  let text = '';
  let hidden = 0;
  let sure = false;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    const lead = characters[at] ?? '';
    const left = at === 0 ? before : (characters[at - 1] ?? '');
    const isClosing = length === 2 && letters < 2 && CLOSING.test(characters[at + 1] ?? '');
    if (length === 0 || (isClosing && !isInWord(lead, left, after))) {
      text += lead;
      at += 1;
      continue;
    }
    const [first = 0, ...rest] = bytes.slice(at, at + length);
    const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), first & (0xff >> (length + 1)));
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
    text += String.fromCodePoint(code);
    hidden += 1;
    sure ||= length > 2 || LATIN_LEAD.test(lead);
    at += length;
  }
  // Of NESTLÉ® and Úžasný two letters look so, too; ș and ư stand before another letter.
  sure ||= hidden > 1 || (/^[ÆÈ]/u.test(run) && /^\p{Ll}/u.test(after));
  if (/\p{Script=Cyrillic}/u.test(run)) {
    // КИЇВ has such bytes. In a word that was broken all letters do, or those around it are Latin.
    sure = hidden > 1 && /^[\p{P}Ѐ-їҐґ]+$/u.test(text);
    sure ||= /[a-z]/iu.test(before + after) && /^\p{Script=Latin}+$/u.test(text);
  }
  if (!sure) return null;
  return /[\p{L}\p{M}\p{P}\p{S}\u00a0]/u.test(text) ? text.replace(/\u00a0/gu, ' ') : null;
}

/** The bytes of the letter that begins here. 0 when none does. */
function lengthAt(bytes: readonly number[], at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  const rest = bytes.slice(at + 1, at + length);
  return length > 0 && rest.length === length - 1 && rest.every((byte) => byte >= 0x80 && byte < 0xc0)
    ? length
    : 0;
}

/** Whether such a pair is inside a word, as in `Ã…sa`, or a word of its own that does not exist, as in `2 Ã— 3`. */
function isInWord(lead: string, before: string, after: string): boolean {
  if (!LATIN_LEAD.test(lead)) return false;
  return /^\p{L}/u.test(after) || (/[ÃÂ]/u.test(lead) && !/^\p{Lu}/u.test(before));
}
