import { WINDOWS_1252_SIGNS } from '../speech/entities.ts';

/** What programs show for the bytes 0x80 to 0xff, where they take one character set for another. */
const LATIN_1_END =
  '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';
const WINDOWS_1252 = WINDOWS_1252_SIGNS + LATIN_1_END;
const WINDOWS_1250 =
  '€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙';
const WINDOWS_1251 =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

export interface Charset {
  readonly byteOf: ReadonlyMap<string, number>;
  /** A run that was UTF-8: a first byte, one that may follow it, and no word that is written so. */
  readonly hint: RegExp;
  /** Two or more characters that could be bytes above 0x7f. */
  readonly runs: RegExp;
}

/** `hint` has `~` for the bytes that follow a first one. */
function charset(characters: string, hint: string): Charset {
  const all = [...characters];
  const classOf = (to: number): string =>
    `[${all
      .slice(0, to - 0x80)
      .map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
      .join('')}]`;
  return {
    byteOf: new Map(all.map((character, at) => [character, 0x80 + at])),
    hint: new RegExp(hint.replace(/~/gu, classOf(0xc0)), 'u'),
    runs: new RegExp(`${classOf(0x100)}{2,}`, 'gu'),
  };
}

/**
 * UTF-8 is taken for these: by Windows in the West, by a Mac, and by Windows in Central Europe and in Russia. Only the
 * first has no words of its own with such pairs in them: l’été, Úžasný and КИЇВ have, so the others name what begins one.
 */
export const CHARSETS: readonly Charset[] = [
  charset(WINDOWS_1252, '[Â-ô]~'),
  charset(MAC_ROMAN, '[√≈ƒ∆]~|‚Ä~|(?:[–—]~){2}'),
  charset(WINDOWS_1250, '[ĂĹÄ]~'),
  charset(WINDOWS_1251, '(?:[РС]~){2}|[ГЕДВ]~'),
];

/** What the byte of a letter is in the set that Macs once had: `J\u009frgen` on Windows is Jürgen. */
export function macLetter(byte: number): string {
  return MAC_ROMAN.charAt(byte - 0x80);
}

/** Cyrillic letters that Windows shows in the West: `Àííà` is Анна. */
export function cyrillicOf(latin: string): string {
  return [...latin].map((letter) => WINDOWS_1251.charAt(letter.charCodeAt(0) - 0x80)).join('');
}
