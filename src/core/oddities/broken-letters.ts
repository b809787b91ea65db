import { excerpt, type Issue } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import type { SpokenRow } from './spoken-row.ts';

/** What Windows shows for the bytes 0x80 to 0x9f. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The first letters of UTF-8 that was read as Windows-1252. */
const SUSPICIOUS = /[\ufffd√ÂÃÄÅÎÏÐÑØÙãäåæçèéêìíðâ]/u;

/** Two or more letters that could be bytes above 0x7f. */
const HIGH = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/gu;

/** What a Mac shows for UTF-8, such as J√ºrgen: no word has this sign in it. */
const MAC_ROMAN = /\p{L}+√\S+|√[^\s\p{ASCII}]\S*/u;

/** Warns of letters that a wrong character set has broken, and shows what they were. */
export function brokenLetters({ texts, fields }: SpokenRow): Issue[] {
  const found = new Map<string, Issue>();
  for (const { header, cell, text } of fields) {
    const word = brokenWord(cell) ?? (isName(fieldKind(header)) ? questioned(cell) : null);
    if (word !== null && text !== '') found.set(header, told(header, `The cell "${excerpt(header)}"`, word));
  }
  if (found.size === 0) {
    for (const { column, text } of texts) {
      const word = brokenWord(text);
      if (word !== null) found.set(column, told(column, `The ${column}`, word));
    }
  }
  return found.size === 0 ? [] : [...found.values()];
}

interface BrokenWord {
  readonly word: string;
  /** '' when the letters are lost. */
  readonly mended: string;
}

function told(column: string, where: string, { word, mended }: BrokenWord): Issue {
  const remedy = mended === '' ? 'Type it anew' : `It should probably be “${excerpt(mended)}”. Type it anew`;
  const message = `${where} has broken letters: “${excerpt(word)}”. ${remedy}, or import the file again as UTF-8.`;
  return { code: 'letters_broken', column, message };
}

function brokenWord(text: string): BrokenWord | null {
  if (!SUSPICIOUS.test(text)) return null;
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) {
    const start = text.slice(0, lost).replace(/^.*\s/su, '');
    return { word: start + text.slice(lost).replace(/\s.*$/su, ''), mended: '' };
  }
  const mac = MAC_ROMAN.exec(text)?.[0];
  if (mac !== undefined) return { word: mac, mended: '' };
  for (const { 0: run, index = 0 } of text.matchAll(HIGH)) {
    const mended = decoded(run);
    if (mended === null) continue;
    const start = text.slice(0, index).replace(/^.*\s/su, '');
    const end = text.slice(index + run.length).replace(/\s.*$/su, '');
    return { word: start + run + end, mended: start + mended + end };
  }
  return null;
}

/** "Jos?" or "M?ller": in a name a question mark behind a letter took a letter's place. */
function questioned(cell: string): BrokenWord | null {
  return cell.includes('?') && /\p{L}\?(?:\p{Ll}|$)/u.test(cell) ? { word: cell, mended: '' } : null;
}

/** The text that was encoded as UTF-8 and read as Windows-1252. Null when the letters are no such text. */
function decoded(run: string): string | null {
  const bytes = [...run].map(byteOf);
  const isOneLetter = run.replace(/\p{P}/gu, '').length < 2;
  let text = '';
  let changed = false;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    const rest = bytes.slice(at + 1, at + length);
    const isSequence =
      length > 0 &&
      lead < 0xf5 &&
      rest.length === length - 1 &&
      rest.every((byte) => byte >= 0x80 && byte < 0xc0);
    // A capital before a closing quote looks the same: “MAÇÔ.
    const isQuote = length === 2 && /^[’”…–—]$/u.test(run.charAt(at + 1)) && isOneLetter;
    if (!isSequence || isQuote) {
      text += run.charAt(at);
      at += 1;
      continue;
    }
    const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & (0xff >> (length + 1)));
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
    text += String.fromCodePoint(code);
    changed = true;
    at += length;
  }
  return changed && /[\p{L}\p{M}\p{P}\p{S}\u00a0]/u.test(text) ? text.replace(/\u00a0/gu, ' ') : null;
}

function byteOf(character: string): number {
  const at = WINDOWS_1252.indexOf(character);
  return at >= 0 ? 0x80 + at : character.charCodeAt(0);
}
