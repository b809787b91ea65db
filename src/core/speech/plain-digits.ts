/** Invisible direction marks, which right-to-left sheets put into what they show. */
const DIRECTION = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Simplifies a written number or date: digits of every script become 0 to 9, every kind of minus becomes `-`, every
 * space a plain one, full-width characters ordinary ones. Invisible marks go. Everything else stays.
 */
export function plainDigits(written: string): string {
  return written
    .replace(DIRECTION, '')
    .replace(/[\uff01-\uff60\uffe0-\uffe6]/gu, (character) => character.normalize('NFKC'))
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/[\u2010-\u2013\u2212\ufe63]/gu, '-')
    .replace(/\p{Zs}/gu, ' ')
    .trim();
}

/** Each script has its ten digits in a row, 0 first, and no other digit right before them. */
function digitOf(digit: string): string {
  const ordinary = digit.normalize('NFKC');
  if (/^[0-9]$/u.test(ordinary)) return ordinary;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1 - value))) value += 1;
  return String(value);
}
