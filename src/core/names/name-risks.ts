import { excerpt, listed } from '../issue.ts';
import { isShouted } from '../oddities/name-forms.ts';
import type { Language } from '../speech/languages.ts';
import { foreignLetters } from '../speech/letters.ts';
import { lettersOf, type Writing } from '../speech/writing.ts';

/** Longer values are sentences, and a voice says those like the script around them. */
const LONGEST_NAME = 60;

/** Writings that are mixed in the names of one language. */
const TOGETHER: readonly (readonly Writing[])[] = [
  ['Kana', 'Han'],
  ['Hangul', 'Han'],
];

/** Small words inside names, and the languages whose voices know them. */
const PARTICLES: Readonly<Record<string, string>> = {
  van: 'nl af',
  der: 'nl de af',
  den: 'nl de',
  ter: 'nl',
  ten: 'nl',
  von: 'de',
  zu: 'de',
  zum: 'de',
  zur: 'de',
  de: 'nl fr es pt it ca ro',
  del: 'es it ca',
  della: 'it',
  di: 'it',
  da: 'it pt',
  do: 'pt',
  dos: 'pt',
  das: 'pt',
  du: 'fr',
  la: 'fr es it ca',
  le: 'fr',
  af: 'sv da nb',
  bin: 'ms id',
  binti: 'ms id',
  ibn: '',
};

/** Languages in which an apostrophe stands in many words. */
const WITH_APOSTROPHE = 'fr it ca uk';

const APOSTROPHE = /\p{L}['’‘ʼ`´]\p{L}/u;
const ARTICLE = /(?<!\p{L})(?:al|el)-\p{L}/iu;
const INITIAL = /(?<!\p{L})\p{Lu}(?:\.|(?!\p{L}|\p{M}|['’]))/u;
/** "AJ" and "JP": read as letters, or as a word that nobody knows. */
const SHORT_CAPITALS = /(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/u;
/** "Min-jun" and "Jean-pierre", but not "Anna-Lena". */
const HYPHEN = /(?<!\p{L})\p{Lu}\p{L}*-\p{Ll}{2}/u;
const DASH = /\p{L}\s*[–—―−]\s*\p{L}|\p{L}\s+-\s+\p{L}/u;
const SIGN = /[@&/_#*+=|\\()[\]{}<>~^%]|\p{Extended_Pictographic}/u;

/**
 * Why a voice may say a value wrongly, as short sentences. `language` is that of the voice, null when it is not known.
 * `isName`: the value is a person's name, and no other word of theirs.
 */
export function nameRisks(written: string, language: Language | null, isName = true): readonly string[] {
  const value = written.normalize('NFC');
  if (value.length > LONGEST_NAME) return [];
  const risks: string[] = [];
  const writing = writingRisk(value, language);
  if (writing !== null) risks.push(writing);
  else if (language !== null) {
    const foreign = foreignLetters(value, language.code).slice(0, 3);
    if (foreign.length > 0) {
      const letters = foreign.map((letter) => `“${letter}”`);
      risks.push(`${language.name} has no ${listed(letters, 'or')}.`);
    }
  }
  if (isShouted(value)) risks.push('In capitals: a voice may spell it out.');
  else if (INITIAL.test(value) || SHORT_CAPITALS.test(value))
    risks.push('Initials are said letter by letter.');
  if (/\p{N}/u.test(value)) risks.push('Digits are said as a number.');
  const [sign] = SIGN.exec(value) ?? [];
  if (sign !== undefined) risks.push(`“${sign}” may be left out or read out.`);
  if (APOSTROPHE.test(value) && !knows(WITH_APOSTROPHE, language)) {
    risks.push('The apostrophe may be heard as a break.');
  }
  if (DASH.test(value)) risks.push('The dash may be heard as a pause.');
  else if (isName && HYPHEN.test(value) && !ARTICLE.test(value)) {
    risks.push('The hyphen may be heard as a break.');
  }
  const small = particlesIn(value, language);
  if (small !== '') risks.push(`“${excerpt(small)}” may be said wrongly.`);
  return risks;
}

function writingRisk(value: string, language: Language | null): string | null {
  const found = [...lettersOf(value).keys()];
  const own =
    language?.writings ?? TOGETHER.find((few) => found.every((each) => few.includes(each))) ?? found;
  const foreign = found.filter((each) => !own.includes(each));
  if (found.length > 1 && (foreign.length > 0 || (language === null && own === found))) {
    return `It mixes ${listed(found, 'and')} letters.`;
  }
  const [other] = foreign;
  return other === undefined || language === null
    ? null
    : `It is written in ${other} letters, and the voice speaks ${language.name}.`;
}

function particlesIn(value: string, language: Language | null): string {
  const [article] = ARTICLE.exec(value) ?? [];
  if (article !== undefined) return article.slice(0, -1);
  const words = value.split(/\s+/u);
  if (words.length < 2) return '';
  return words.filter((word) => word in PARTICLES && !knows(PARTICLES[word] ?? '', language)).join(' ');
}

function knows(codes: string, language: Language | null): boolean {
  return language !== null && codes.split(' ').includes(language.code);
}
