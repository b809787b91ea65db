import { excerpt, type Issue } from '../issue.ts';
import { fieldKind } from '../merge/field-kind.ts';
import { dateFormat } from '../speech/date-names.ts';
import { type Language, languageNamed, languagesWritten } from '../speech/languages.ts';
import { lettersOf } from '../speech/writing.ts';
import type { SpokenRow } from './spoken-row.ts';
import { languageByWords } from './stop-words.ts';

/** The languages whose months are known here. */
const CODES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'tr',
  'id',
  'ro',
  'cs',
  'hu',
  'fi',
];

/** Months have other forms alone and beside a day. */
const STYLES = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }] as const;

/** A word with a number beside it, as the month of a date has. */
const WORD_BY_NUMBER = /\p{L}{3,}[^\p{L}\p{N}]+\p{N}|\p{N}[^\p{L}\p{N}]+(?:de )?\p{L}{3,}/iu;

/** A date and nothing else. "iPhone 15 Pro" and "Straße des 17. Juni 135" have a Czech and a German month in them. */
const DATE_ALONE =
  /^(?:\p{L}+\.?,\s)?\d{1,2}[^\s\d]{0,2}\s(?:de\s|of\s)?\p{L}+\.?(?:,?\s(?:de\s)?\d{4}\D{0,3})?$|^(?:\p{L}+\.?,\s)?\p{L}+\.?\s\d{1,2}[^\s\d]{0,2}(?:,?\s\d{4})?$/u;

/** The languages of each month's name, in small letters. */
let monthLanguages: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/**
 * Warns of a date that says its month in another language than the words around it, and of an amount that is said in
 * English there. A row with a locale is left alone: it says what it wants.
 */
export function dateLanguage({ texts, fields, localeColumn }: SpokenRow): Issue[] {
  if (localeColumn !== null) return [];
  const suspects = fields.filter(
    ({ header, text, formatters }) =>
      formatters.includes('money') ||
      (/\d/u.test(text) &&
        (formatters.includes('date') || fieldKind(header) === 'date' || DATE_ALONE.test(text)) &&
        monthsIn(text) !== null),
  );
  if (suspects.length === 0) return [];
  const script = languageAround(texts.map(({ frame }) => frame).join('\n'));
  if (script === null) return [];
  return suspects.flatMap((field): Issue[] => {
    const { header, text, formatters } = field;
    const isSaid = formatters.includes('date') || formatters.includes('money');
    const months = monthsIn(text);
    const isOther =
      months === null ? isSaid && /[a-z]{3}/iu.test(text) && script.code !== 'en' : !months.has(script.code);
    if (!isOther) return [];
    const remedy = isSaid
      ? `Write ${script.locale} or the like into the column "locale".`
      : `Write <<${excerpt(header)}:date>>, and ${script.locale} or the like into the column "locale".`;
    const message = `The script seems to be ${script.name}, but it says “${excerpt(text)}”. ${remedy}`;
    return [{ code: 'date_language', column: header, message }];
  });
}

/** The language of the words around the values. Null when it cannot be told. */
function languageAround(words: string): Language | null {
  const letters = lettersOf(words);
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  if (most === undefined) return null;
  if (letters.has('Kana')) return languageNamed('ja');
  // The first language is the one with the most readers. Only its example may be wrong.
  if (most[0] !== 'Latin') return languagesWritten(most[0])[0] ?? null;
  const code = languageByWords(words);
  return code === null ? null : languageNamed(code);
}

/** The languages that have one of the months in a text. Null when no month is named. */
function monthsIn(text: string): ReadonlySet<string> | null {
  // Naming all months takes a while, and few texts may hold one.
  if (!WORD_BY_NUMBER.test(text)) return null;
  monthLanguages ??= allMonths();
  const found = new Set<string>();
  // "des" is a month in Danish, and beside "17. Juni" it is none.
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    for (const language of monthLanguages.get(word) ?? []) found.add(language);
  }
  return found.size === 0 ? null : found;
}

function allMonths(): ReadonlyMap<string, ReadonlySet<string>> {
  const months = new Map<string, Set<string>>();
  for (const code of CODES) {
    for (const style of STYLES) {
      // Making a format takes a hundred times as long as using it.
      const format = dateFormat(code, style);
      for (let month = 0; month < 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month, 28));
        const name = (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase();
        const bare = name.replace(/\.$/u, '');
        if (/^\p{L}{3,}$/u.test(bare)) months.set(bare, (months.get(bare) ?? new Set()).add(code));
      }
    }
  }
  return months;
}
