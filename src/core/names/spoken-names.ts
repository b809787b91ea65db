import { groupsOf } from '../groups.ts';
import { type SpeakingVoice, speakersOf, voiceOf, wordsIn } from '../hear/spoken-part.ts';
import type { VideoRequest } from '../heygen/video-request.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import { type Formatter, formatted } from '../merge/formatter.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import { DEFAULT_LOCALE } from '../merge/merge-script-template.ts';
import { voiceLanguageOf } from '../oddities/spoken-row.ts';
import { variableText } from '../request/variable-text.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import type { RowReading } from '../row/row-reading.ts';
import { saidBy } from '../row/row-script.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { languageNamed } from '../speech/languages.ts';
import { nameRisks } from './name-risks.ts';

/** A row that speaks, with what a plan knows of it. */
export interface SpeakingRow {
  readonly row: Row;
  readonly reading: RowReading;
  /** Null when the row cannot be sent. */
  readonly request: VideoRequest | null;
  readonly warnings: readonly Issue[];
}

/** A value that rows say, in one language and in one way. */
export interface SpokenName {
  /** As it would be said without any correction: after formatters. */
  readonly value: string;
  /** How it is said now; the value itself where nobody corrected it. */
  readonly say: string;
  /** What corrected it; '' for nothing. */
  readonly by: 'names sheet' | 'say column' | '';
  /** Where it is said. Only a script says it as the names sheet does; the others may show it. */
  readonly place: 'script' | 'template' | 'prompt';
  /** The column that it comes from. */
  readonly column: string;
  readonly rows: readonly number[];
  /** The English name of the language that the voice speaks; '' when it is not known. */
  readonly spokenIn: string;
  /** The code of the language that the rows themselves name, as the names sheet has it; '' when they name none. */
  readonly language: string;
  /** Why it may be said wrongly, as short sentences. */
  readonly risks: readonly string[];
  /** Who can be heard saying it; null when no row with it can be sent, or its voice is not known. */
  readonly voice: SpeakingVoice | null;
  /** Whether it was heard before: as written, and as it is said now. */
  readonly heard: { readonly value: boolean; readonly say: boolean };
}

/** What the checks of a row have found in a cell, in few words. */
const FOUND: Readonly<Partial<Record<IssueCode, string>>> = {
  letters_broken: 'Its letters are broken.',
  machine_word: 'It looks like a machine’s word.',
  name_title: 'It begins with a title.',
  name_reversed: 'The family name stands first.',
};

/**
 * What the rows' own cells put into their spoken words: first what may be said wrongly and nobody has corrected, then
 * what is corrected, then the rest; of each the commonest first. Linear in the number of rows.
 */
export function spokenNames(
  table: Table,
  rows: readonly SpeakingRow[],
  facts: AccountFacts,
): readonly SpokenName[] {
  const said = rows.flatMap((row) => saidIn(table, row, facts));
  const groups = groupsOf(said, ({ value, say, by, place, spokenIn, language }) =>
    JSON.stringify([value, say, by, place, spokenIn, language]),
  );
  const names = [...groups.values()].flatMap((group) => nameOf(group, facts) ?? []);
  const rankOf = ({ by, risks }: SpokenName): number => (by !== '' ? 1 : risks.length > 0 ? 0 : 2);
  return names.sort((one, other) => rankOf(one) - rankOf(other) || other.rows.length - one.rows.length);
}

/** One place of one row. */
interface Said
  extends Pick<SpokenName, 'value' | 'say' | 'by' | 'place' | 'column' | 'spokenIn' | 'language' | 'voice'> {
  readonly row: number;
  readonly found: readonly string[];
}

function saidIn(table: Table, { row, reading, request, warnings }: SpeakingRow, facts: AccountFacts): Said[] {
  const foundIn = (column: string): readonly string[] =>
    warnings.flatMap((issue) => (issue.column === column ? (FOUND[issue.code] ?? []) : []));
  const {
    script,
    scenes,
    fields: { locale = DEFAULT_LOCALE },
  } = reading;
  if (script === null) return shownIn(table, row, reading, facts, foundIn);
  const speakers =
    request === null ? [] : speakersOf(request).filter(({ speech }) => speech.script !== undefined);
  const [language = ''] = saidBy(reading.cells, table).language.split('-');
  return scenes.flatMap((scene) => {
    const speaker = speakers.find(({ speech }) => speech.script === scene.text) ?? speakers[0];
    const headers = new Set(scene.marks.map(({ field }) => field));
    const spoken = voiceLanguageOf(scene.options, reading, facts) || language;
    const spokenIn = languageNamed(spoken)?.name ?? spoken;
    return script.fields.flatMap((field): Said[] => {
      if (!headers.has(field.header)) return [];
      const { column, value } = writtenOf(field, table, row, locale);
      if (!mayBeName(field, column, value, [locale, languageNamed(spoken)?.code ?? locale])) return [];
      const by = field.written === null ? 'say column' : field.text === value ? '' : 'names sheet';
      const voice = speaker === undefined ? null : voiceOf(speaker, facts.looks);
      const said = { value, say: field.text, by, column, spokenIn, language, voice } as const;
      return [{ ...said, row: row.number, place: 'script', found: foundIn(column) }];
    });
  });
}

/** What goes into a HeyGen template or a cinematic video: it may be spoken, shown or both, so it stays as written. */
function shownIn(
  table: Table,
  row: Row,
  { mode, fields, cells, merge }: RowReading,
  { templates }: AccountFacts,
  foundIn: (column: string) => readonly string[],
): Said[] {
  if (mode !== 'template' && mode !== 'cinematic') return [];
  const place = mode === 'template' ? mode : 'prompt';
  const template = templates.get(fields.template_id ?? '');
  const variables = template?.kind === 'known' ? template.variables : [];
  const { locale = DEFAULT_LOCALE } = fields;
  const shown: readonly MergedField[] =
    place === 'prompt'
      ? (merge('prompt')?.fields ?? [])
      : variables.flatMap((variable): readonly MergedField[] => {
          const column = table.fieldOf(variable.name);
          if (variable.type !== 'text' || column.kind !== 'column') return [];
          const { text, fields: merged } = variableText(variable, row, table, locale);
          const header = table.headers[column.index] ?? variable.name;
          const whole = { header, cell: text, text, formatters: [], written: null, unsaid: '' };
          if (merged.length > 0) return merged;
          return text.split(/\s+/u).length > MOST_WORDS ? [] : [whole];
        });
  const [language = ''] = saidBy(cells, table).language.split('-');
  const spokenIn = languageNamed(language)?.name ?? language;
  return shown.flatMap((field): Said[] => {
    const { header, text: say, formatters, written } = field;
    if (!mayBeName(field, header, say, [locale])) return [];
    const isSaid = formatters.includes('say');
    const value = isSaid ? writtenOf(field, table, row, locale).value : say;
    const by = !isSaid || value === say ? '' : written === null ? 'say column' : 'names sheet';
    const said = { value, say, by, column: header.replace(SAY, ''), spokenIn, language } as const;
    const where = isSaid ? 'script' : place;
    return [{ ...said, place: where, row: row.number, voice: null, found: foundIn(header) }];
  });
}

/** A cell of a template with more words is a sentence. */
const MOST_WORDS = 5;

const FIGURES: readonly Formatter[] = ['number', 'money', 'date'];

const SAY = /\s*\(say\)$/iu;

/** The value as it would be said without a correction. A row's own spoken form stands in the place of its cell. */
function writtenOf(
  { header, text, written, formatters }: MergedField,
  table: Table,
  row: Row,
  locale: string,
): { readonly column: string; readonly value: string } {
  if (written !== null) return { column: header, value: written };
  const column = header.replace(SAY, '');
  const field = table.fieldOf(column);
  const cell = field.kind === 'column' ? cellOf(row, field.index).trim() : '';
  const value = formatters.reduce((before, each) => formatted(before, each, locale) ?? before, cell);
  return { column, value: value === '' ? text : value };
}

/** Numbers, amounts and dates are no names, unless they stand where a name should. */
function mayBeName(
  { formatters }: MergedField,
  column: string,
  value: string,
  locales: readonly string[],
): boolean {
  if (value === '') return false;
  if (formatters.some((each) => FIGURES.includes(each))) return false;
  const kind = fieldKind(column);
  if (isName(kind)) return true;
  if ((kind !== 'company' && kind !== 'other') || !/\p{L}/u.test(value)) return false;
  if (kind === 'company' || !/\p{N}/u.test(value)) return true;
  return FIGURES.every((each) => locales.every((locale) => formatted(value, each, locale) === null));
}

function nameOf(group: readonly Said[], { heard }: AccountFacts): SpokenName | null {
  const [first] = group;
  if (first === undefined) return null;
  const { value, say, by, place, column, spokenIn, language } = first;
  const voice = group.find((each) => each.voice !== null)?.voice ?? null;
  const wasHeard = (text: string): boolean =>
    voice !== null && wordsIn(text, voice).prints.some((print) => heard?.has(print) === true);
  return {
    value,
    say,
    by,
    place,
    column,
    rows: [...new Set(group.map(({ row }) => row))],
    spokenIn,
    language,
    risks: [
      ...new Set([
        ...nameRisks(value, languageNamed(spokenIn), isName(fieldKind(column))),
        ...group.flatMap(({ found }) => found),
      ]),
    ],
    voice,
    heard: { value: wasHeard(value), say: wasHeard(say) },
  };
}
