/** Accents in the names of HTML characters: `&eacute;` is an e with the accent "acute". */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
]);

const ACCENTED = /^([a-z])(grave|acute|circ|tilde|uml|ring|caron|cedil)$/iu;

/** The other names that occur in real texts. HTML has two thousand. */
const NAMED: ReadonlyMap<string, string> = new Map(
  (
    'amp & lt < gt > quot " apos \' mdash — ndash – hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ ' +
    'lsaquo ‹ rsaquo › laquo « raquo » bull • middot · euro € pound £ yen ¥ cent ¢ copy © reg ® trade ™ deg ° ' +
    'plusmn ± times × divide ÷ minus − frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ micro µ sect § para ¶ ' +
    'iexcl ¡ iquest ¿ ordf ª ordm º szlig ß aelig æ AElig Æ oelig œ OElig Œ oslash ø Oslash Ø eth ð ETH Ð ' +
    'thorn þ THORN Þ not ¬ ne ≠ le ≤ ge ≥ infin ∞ larr ← rarr → hearts ♥ dagger † permil ‰'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at) => {
      const last = pairs[pairs.length - 1];
      if (at % 2 === 0 || last === undefined) pairs.push([word, '']);
      else last[1] = word;
      return pairs;
    }, []),
);

/** What Windows has for the bytes 0x80 to 0x9f. Browsers show it for `&#128;` to `&#159;`, which people write by mistake. */
export const WINDOWS_1252_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** An HTML character reference: `&amp;`, `&eacute;`, `&#8217;`, `&#x2019;`. */
export const ENTITY = /&(?:[a-z]{2,8}\d{0,2}|#\d{1,7}|#x[\da-f]{1,6});/iu;

const ENTITIES = new RegExp(ENTITY, 'giu');

/** A text with its references as characters. */
export function withCharacters(text: string): string {
  return text.replace(ENTITIES, characterOf);
}

/** The character that a reference stands for. An unknown reference stays as it is. */
export function characterOf(entity: string): string {
  const name = entity.slice(1, -1);
  if (name.startsWith('#')) return characterAt(Number(name.slice(1).replace(/^x/iu, '0x')));
  if (/^(?:nbsp|ensp|emsp|thinsp)$/iu.test(name)) return ' ';
  if (/^(?:shy|zwj|zwnj|lrm|rlm)$/iu.test(name)) return '';
  const [, letter, accent = ''] = ACCENTED.exec(name) ?? [];
  if (letter !== undefined) return `${letter}${ACCENTS.get(accent.toLowerCase()) ?? ''}`.normalize('NFC');
  return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? entity;
}

function characterAt(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS_1252_SIGNS.charAt(code - 0x80);
  const speakable = code >= 32 && code !== 0x7f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return speakable ? String.fromCodePoint(code) : ' ';
}
