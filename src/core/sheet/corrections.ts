import { groupsOf } from '../groups.ts';
import { excerpt } from '../issue.ts';
import { tagsOf } from '../speech/language-name.ts';

/** The sheet that holds the corrections: it is Reelmerge's, and the user writes in it. */
export const NAMES_SHEET = 'Reelmerge names';

/** How a value is said: one line of the sheet. */
export interface Correction {
  /** The sheet's row. */
  readonly line: number;
  readonly value: string;
  /** '' when the user has not written it yet. */
  readonly say: string;
  /** A code; '' for every language. */
  readonly language: string;
  /** The id of a voice; '' for every voice. */
  readonly voice: string;
  /** Why the line cannot be used, as a sentence; '' when it can. Until it is mended, no row with its value is sent. */
  readonly fault: string;
}

/** The corrections of a spreadsheet. */
export interface Corrections {
  readonly list: readonly Correction[];
  /** Why the sheet cannot be read, as a sentence; '' when it can. Until it is mended, nothing is sent. */
  readonly issue: string;
}

export const NO_CORRECTIONS: Corrections = { list: [], issue: '' };

/** Who says a value, as far as the row itself tells. '' for what it does not tell. */
export interface SaidBy {
  readonly language: string;
  readonly voice: string;
}

/** What the sheet has for a value. */
export type Found =
  | { readonly kind: 'say'; readonly say: string }
  /** It cannot be told how the value is said: a sentence. The row must not be sent. */
  | { readonly kind: 'fault'; readonly message: string }
  /** The value stays as it is written, though the sheet mentions it: a sentence. */
  | { readonly kind: 'unsaid'; readonly message: string };

/** Looks a value up. Null when the sheet has nothing about it for whoever says it. */
export type FindCorrection = (value: string, by: SaidBy) => Found | null;

/** Every row asks, so the index of a list is made only once. */
const indexes = new WeakMap<Corrections, FindCorrection>();

export function correctionsOf(corrections: Corrections): FindCorrection {
  const known = indexes.get(corrections) ?? indexed(corrections.list);
  indexes.set(corrections, known);
  return known;
}

/**
 * Two values with the same key have one line. Case makes a difference: who has a line for “US” and one for “us” means
 * two things. The ways to type an apostrophe, a space or an accent make none. Sheets keeps an apostrophe before a text
 * as a part of it where the cell is formatted as plain text.
 */
export function valueKey(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'+\s*/u, '');
}

/** The key without its case. “Weiß” and “WEISS” are one. */
export function caselessKey(value: string): string {
  return valueKey(value).toUpperCase().toLowerCase();
}

/** A line in the value's own case comes first, since nobody writes two lines that differ by case without a reason. */
function indexed(list: readonly Correction[]): FindCorrection {
  if (list.length === 0) return () => null;
  const exact = groupsOf(list, (line) => valueKey(line.value));
  const caseless = groupsOf(list, (line) => caselessKey(line.value));
  return (value, by) => {
    const group = exact.get(valueKey(value));
    const found = group === undefined ? null : closest(value, group, by);
    if (found?.kind === 'say' || found?.kind === 'fault') return found;
    const others = caseless.get(caselessKey(value));
    return others === undefined ? found : closest(value, others, by);
  };
}

/** The line for the voice comes first, then the one for the language, the most exact one, then the one for everybody. */
function closest(value: string, group: readonly Correction[], by: SaidBy): Found | null {
  // A line that cannot be read may be about any language and any voice.
  const faulty = group.find(({ fault }) => fault !== '');
  if (faulty !== undefined) return { kind: 'fault', message: faulty.fault };
  const tags = by.language === '' ? [] : tagsOf(by.language);
  const fitting = group.filter(
    ({ language, voice }) =>
      (voice === '' || voice === by.voice) && (language === '' || tags.includes(language)),
  );
  const said = fitting.filter(({ say }) => say !== '');
  const closeness = ({ voice, language }: Correction): number => (voice === '' ? 0 : 100) + language.length;
  const most = Math.max(...said.map(closeness));
  const [first, ...others] = said.filter((each) => closeness(each) === most);
  if (first === undefined) return unsaid(value, group, fitting, by);
  const other = others.find(({ say }) => say !== first.say);
  if (other === undefined) return { kind: 'say', say: first.say };
  return {
    kind: 'fault',
    message: `The sheet “${NAMES_SHEET}” says “${excerpt(value)}” in two ways: “${excerpt(first.say)}” in row ${first.line} and “${excerpt(other.say)}” in row ${other.line}. Keep one of them, or tell them apart by language or voice.`,
  };
}

/** Why no line was used, unless the lines are plainly for others. */
function unsaid(
  value: string,
  group: readonly Correction[],
  fitting: readonly Correction[],
  by: SaidBy,
): Found | null {
  const told = (message: string): Found => ({ kind: 'unsaid', message });
  const [blank] = fitting;
  if (blank !== undefined) {
    return told(
      `Row ${blank.line} of the sheet “${NAMES_SHEET}” does not say how “${excerpt(value)}” sounds, so it is spoken as written. Fill the cell “say” there, or clear the row.`,
    );
  }
  const filled = group.filter(({ say }) => say !== '');
  if (by.language === '' && filled.some(({ language }) => language !== '')) {
    return told(
      `The sheet “${NAMES_SHEET}” says “${excerpt(value)}” only for some languages, and this row does not name its language, so it is spoken as written. Add a column “language”, or set the sheet’s locale in the sidebar.`,
    );
  }
  if (by.voice === '' && filled.some(({ voice }) => voice !== '')) {
    return told(
      `The sheet “${NAMES_SHEET}” says “${excerpt(value)}” only for some voices, and this row does not name its voice, so it is spoken as written. Write the voice into the column “voice_id”.`,
    );
  }
  return null;
}
