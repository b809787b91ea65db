import { singleSpaced } from '../single-spaced.ts';

/** Titles, in small letters and without points. The second list counts only with its point: "Ing" is also a name. */
const TITLES =
  /^(?:dr|prof|mister|doctor|doktor|madam|herrn|eheleute|familie|lic|lcdo|lcda|licenciad[oa]|ingenier[oa]|dña|maître|univ-prof|ao-univ-prof|priv-doz|dipl-ing|dipl-kfm|dipl-kffr|dipl-inf|maga|fru|господин|госпожа|κύριος|κυρία|κος|κα|shri|smt|ông|sayın|exmo|exma|ilmo|sr\(a\)|professor|professorin|mr|mrs|ms|miss|mx|sir|dame|herr|frau|mme|mlle|madame|monsieur|mademoiselle|sra|srta|señor|señora|señorita|dra|doña|dott|dottssa|dott\.ssa|dottor|dottoressa|signor|signora|sig\.ra|dhr|mevr|mevrouw|meneer|pani|rev|г-н|г-жа|д-р|السيد|السيدة|الدكتور|الدكتورة|श्री|श्रीमती|डॉ)$/u;
const POINTED_TITLES =
  /^(?:m|r|fr|hr|sr|sig|ing|eng|mag|mgr|med|phil|dipl|dipl-ing|dr-ing|dra|drs|jur|rer|nat|hc|capt|sgt|lt|col|gen|hon|st|inż|lek|avv|arch|rag|geom|bc|mudr|judr|phdr|d|smt|er|adv|arq|κ|av|pd|cav|on|abg|lic)\.$/u;

/** What may stand behind a comma without being a given name. */
const SUFFIX =
  /^(?:jr|sr|ii|iii|iv|v|phd|ph\.?d|md|m\.?d|mba|esq|cpa|dds|rn|ma|msc|bsc|inc|ltd|llc|gmbh|ag|co|corp|plc|s\.?a|s\.?l|s\.?p\.?a|s\.?r\.?l)\.?$/iu;

/** Words that are a given name only together with the next. */
const JOINED = /^(?:abd|abdul|abdel|abu|عبد|أبو|ابو|أم)$/iu;
const FAMILY_FIRST_WRITING = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const POLITE_ENDING = /(?<=..)(?:さん|さま|様|님|씨)$/u;

/** A name's parts as far as its form tells. */
export interface NameParts {
  /** The titles in front, as written. '' for none. */
  readonly title: string;
  readonly given: string;
  /** It is written family name first, as "Smith, Anna". */
  readonly reversed: boolean;
}

/**
 * Finds the given name: "Anna" in "Dr. Anna Smith" and in "Smith, Anna". Of several given names the first is used,
 * because nobody can tell a second one from a family name. A name with nothing to choose from is given back.
 */
export function namePartsOf(written: string, locale: string): NameParts {
  const text = singleSpaced(written).trim();
  const [family = '', behind = '', ...more] = text.split(/\s*[,،、]\s*/u);
  const reversed = more.length === 0 && isReversed(family, behind);
  const words = (reversed ? behind : family)
    .split(/(?<=\p{L}\.)(?=\p{L}{2})|\s/u)
    .filter((word) => word !== '');
  let at = 0;
  while (at < words.length && isTitle(words[at] ?? '') && !areInitials(words, at)) at += 1;
  const title = words.slice(0, at).join(' ');
  const names = words.slice(at);
  const [first = ''] = names;
  if (first === '') return { title, given: text, reversed };
  return { title, given: chosen(names, reversed, locale).replace(POLITE_ENDING, ''), reversed };
}

/** The given name in a name, for the formatter `given`. */
export function givenName(written: string, locale: string): string {
  return namePartsOf(written, locale).given;
}

function chosen(names: readonly string[], reversed: boolean, locale: string): string {
  const [first = '', second = ''] = names;
  const last = names[names.length - 1] ?? '';
  if (!reversed && names.length > 1 && (FAMILY_FIRST_WRITING.test(first) || /^(?:hu|vi)\b/u.test(locale))) {
    return last;
  }
  if (JOINED.test(first) && names.length > (reversed ? 1 : 2)) return `${first} ${second}`;
  // In "J. Robert Oppenheimer" the second name is the one that is used.
  const inner = reversed ? names : names.slice(0, -1);
  return inner.find((name) => !/^\p{L}\.?$/u.test(name)) ?? first;
}

/** "M. K. Gandhi": a letter before another letter is no title. */
function areInitials(words: readonly string[], at: number): boolean {
  return /^\p{L}\.$/u.test(words[at] ?? '') && /^\p{L}\.$/u.test(words[at + 1] ?? '');
}

/** Whether a word is a title such as `Dr.` or `Frau`. */
export function isTitle(word: string): boolean {
  const written = word.toLowerCase();
  const small = !/\../u.test(written) ? written : written.replace(/\.(?=-)|(?<=\p{L})\.(?=[aª]\.?$)/gu, '');
  return POINTED_TITLES.test(small) || TITLES.test(small.replace(/\.$/u, ''));
}

/** "Smith, Anna", and not "Anna, Ben and Cem" or "Anna Smith, PhD". */
function isReversed(family: string, given: string): boolean {
  const [first = ''] = given.split(' ');
  return (
    isWords(family, 3) &&
    isWords(given, 4) &&
    !SUFFIX.test(first) &&
    !/(?:^|\s)(?:and|und|y|et|e|&)(?:\s|$)/iu.test(given)
  );
}

function isWords(text: string, most: number): boolean {
  const words = text.split(' ');
  return words.length <= most && words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word));
}
