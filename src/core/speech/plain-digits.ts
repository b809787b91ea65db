/** Marks of the direction of writing, which stand unseen in what right-to-left sheets show. */
const DIRECTION = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * A written number or date with the digits 0 to 9 for those of any script, `-` for every minus, one kind of
 * space and no invisible marks. Full-width signs become ordinary ones; everything else stays.
 */
export function plainDigits(written: string): string {
  return written
    .replace(DIRECTION, '')
    .replace(/[\uff01-\uff60\uffe0-\uffe6]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/[\u2010-\u2013\u2212\ufe63]/gu, '-')
    .replace(/\p{Zs}/gu, ' ')
    .trim();
}

/** The digits of a script stand in a row, 0 first, and nothing that is a digit stands before them. */
function digitOf(digit: string): string {
  const ordinary = digit.normalize('NFKC');
  if (/^[0-9]$/u.test(ordinary)) return ordinary;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1 - value))) value += 1;
  return String(value);
}
