import { excerpt, type Issue } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import { remembered } from '../remembered.ts';
import { CHARSETS, cyrillicOf, macLetter } from './charsets.ts';
import type { SpokenRow } from './spoken-row.ts';
import { decodedRun } from './utf8.ts';

/** Most texts have nothing that a wrong character set could have made. */
const SUSPICIOUS = /[^\p{ASCII}]/u;

/** Signs that stand for lost letters, also where a program knew no better: 锟斤拷 is a row of lost letters in Chinese. */
const LOST = /[\ufffd\ufffe]|锟斤拷|烫烫烫|縺|[繝繧][^\s]?[繝繧]|ƒ\S?ƒ/u;

/** A control character that Macs write as a letter. */
const CONTROL = /[\u0080-\u0084\u0086-\u009f]/u;

/** A Mac's bytes on Windows: `JosŽ`, `ItÕs`. These capitals stand inside no word. */
const MAC_INSIDE = /(?<=\p{Ll})[ÕŽŸ](?=\p{Ll}|$)/u;

/** Cyrillic with its letters in the wrong case is one Russian set read as another: `бМОБ`. */
const WRONG_CASE = /(?<!\p{L})[\u0430-\u044f][\u0410-\u042f]{2,}(?!\p{L})/u;

/** Words of four accented letters and no plain one are Cyrillic, Greek, Korean or Chinese bytes. */
const ALL_ACCENTED = /(?<![\p{L}\p{N}])[À-ÖØ-öø-ÿ]{4,}(?![\p{L}\p{N}])/u;
const EASTERN_BYTES = /(?<![\p{L}\p{N}])[\u00a1-\u00ff]{3,}[À-ÿ](?![\p{L}\p{N}])/u;

/** In a name: a sign where an old PC shows a letter, or a box where no letter is known. */
const SIGN_INSIDE = /\p{L}[‚„”•³¹²¨¿¡¤¬¦§¥±£¢µ¶½¼](?=\p{Ll})|\p{Ll}{2}[‚¿¡¤]$|[□▯☐\u{1f532}]/u;

/** "Jos?", "M?ller", "?sa", "N??ez": a question mark took a letter's place. */
const QUESTIONED = /\p{L}\?(?:\p{Ll}|$)|^\?{1,2}\p{Ll}|\p{L}\?\?\p{Ll}/u;

/** Warns of letters that a wrong character set has broken, and shows what they were. */
export function brokenLetters({ texts, fields }: SpokenRow): Issue[] {
  const found = new Map<string, Issue>();
  for (const { header, cell, text } of fields) {
    const word = brokenWord(cell) ?? (isName(fieldKind(header)) ? brokenName(cell) : null);
    if (word !== null && text !== '') found.set(header, told(header, `The cell "${excerpt(header)}"`, word));
  }
  if (found.size === 0) {
    for (const { column, frame } of texts) {
      const word = brokenInFrame(frame);
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
  const lost = LOST.exec(text);
  if (lost !== null) return { word: wordAround(text, lost.index, lost[0].length).join(''), mended: '' };
  return utf8Word(text) ?? otherBytes(text);
}

/** Rows with one script template share its words. */
const brokenInFrame = remembered((frame): BrokenWord | null => brokenWord(frame));

/** A word whose bytes are UTF-8 and were read as something else. */
function utf8Word(text: string): BrokenWord | null {
  for (const charset of CHARSETS) {
    if (!charset.hint.test(text)) continue;
    for (const { 0: run, index } of text.matchAll(charset.runs)) {
      const mended = decodedRun(
        run,
        charset,
        text.slice(0, index).slice(-1),
        text.charAt(index + run.length),
      );
      if (mended === null) continue;
      const [start, , end] = wordAround(text, index, run.length);
      const word = start + run + end;
      const whole = start + mended + end;
      // Twice broken letters are mended twice.
      return { word, mended: utf8Word(whole)?.mended ?? whole };
    }
  }
  return null;
}

/** A word of single bytes that were read in another country or on another machine. */
function otherBytes(text: string): BrokenWord | null {
  const control = CONTROL.exec(text) ?? MAC_INSIDE.exec(text);
  if (control !== null) {
    const [start, middle, end] = wordAround(text, control.index, 1);
    const mended = middle.replace(/./u, (sign) => macLetter(CHARSETS[0]?.byteOf.get(sign) ?? 0x80));
    return { word: start + middle + end, mended: /[\p{L}’]/u.test(mended) ? start + mended + end : '' };
  }
  const cyrillic = WRONG_CASE.exec(text);
  if (cyrillic !== null) return { word: cyrillic[0], mended: '' };
  const accented = ALL_ACCENTED.exec(text) ?? EASTERN_BYTES.exec(text);
  if (accented === null) return null;
  const russian = cyrillicOf(accented[0]);
  return { word: accented[0], mended: /^[А-Я]?[а-я]+$/u.test(russian) ? russian : '' };
}

function brokenName(cell: string): BrokenWord | null {
  const isBroken = (cell.includes('?') && QUESTIONED.test(cell)) || SIGN_INSIDE.test(cell);
  return isBroken ? { word: cell, mended: '' } : null;
}

/** The rest of the word before and behind a place in a text, and the place itself between them. */
function wordAround(text: string, index: number, length: number): [string, string, string] {
  const start = text.slice(0, index).replace(/^.*\s/su, '');
  const end = text.slice(index + length).replace(/\s.*$/su, '');
  return [start, text.slice(index, index + length), end];
}
