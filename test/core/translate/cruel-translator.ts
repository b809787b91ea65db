import { success } from '../../../src/core/result.ts';
import type { Translate } from '../../../src/core/translate/translate-template.ts';

/** What translators do to marks that they should leave alone. */
const CRUELTIES: readonly ((markup: string) => string)[] = [
  (markup) => markup,
  // Sentences turn around, and the marks with them.
  (markup) =>
    markup
      .split(/(?=<span)|(?<=<\/span>)/u)
      .reverse()
      .join(' '),
  (markup) => markup.replace(/<span[^>]*>F\d+<\/span>/u, ''),
  (markup) => markup.replace(/<span[^>]*>F\d+<\/span>/u, '$&$&'),
  (markup) => markup.replace(/F(\d+)</gu, 'f $1 <'),
  (markup) => markup.replace(/F(\d+)</gu, ' f$1 <'),
  (markup) => markup.replace(/F(\d+)</gu, 'Feld $1<'),
  (markup) => markup.replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (markup) => markup.replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit))),
  (markup) => markup.replace(/</gu, '＜').replace(/>/gu, '＞'),
  (markup) => markup.replace(/</gu, '&lt;').replace(/>/gu, '&gt;'),
  (markup) => markup.replace(/<[^>]*>/gu, ''),
  (markup) => markup.replace(/<\/span>/u, ''),
  (markup) => `\u200f${markup}\u200e`,
  (markup) => `<b>${markup}</b>`,
  (markup) => markup.toUpperCase(),
  (markup) => markup.replace(/F\d+/u, 'F0'),
  (markup) => markup.replace(/"/gu, '”'),
];

/** What they do to words. */
const WORDS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\p{L}/gu, (letter) => (letter === 'e' ? 'ë' : letter)),
  (text) => `${text}\n${text}`,
  (text) => `<<first_name>> ${text}`,
  (text) => `[avatar: Eva] ${text}`,
  (text) => `---\n${text}`,
  () => '---',
  (text) => `${text} <break time="9s"/>`,
  (text) => `<<if plan = Pro>>${text}`,
  (text) => `${text} \ue000`,
  () => '',
  (text) => `${text}\\`,
  (text) => `${text} &amp; <<`,
  (text) => `https://evil.example ${text}`,
];

/** A translator that does its worst, by a stream of random numbers. */
export function cruelTranslator(next: () => number): Translate {
  const pick = <Value>(list: readonly Value[], usual: Value): Value =>
    list[Math.floor(next() * list.length)] ?? usual;
  const same = (text: string): string => text;
  return (text, html) => success(html ? pick(CRUELTIES, same)(text) : pick(WORDS, same)(text));
}
