import { readIdentifier } from '../columns/identifier.ts';
import { excerpt } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { readLanguage } from '../speech/language-name.ts';
import { type Correction, valueKey } from './corrections.ts';
import { isBlank } from './display-value.ts';
import { NAMES_HEADERS, type NamesHeader, namesColumns, readLine, readNames } from './names-sheet.ts';

/** A correction as a person gives it. */
export interface GivenCorrection {
  readonly value: string;
  readonly say: string;
  /** A name or a code; '' for every language. */
  readonly language: string;
  /** The id of a voice; '' for every voice. */
  readonly voice: string;
}

/** Texts for the names sheet, from a row and a column on that count from 1. */
export interface NamesWrite {
  readonly row: number;
  readonly column: number;
  readonly texts: readonly (readonly string[])[];
}

/** Checks what a person gives. The language is then a code. */
export function checkedCorrection(given: GivenCorrection): Result<GivenCorrection> {
  const [value, say, voice] = [given.value.trim(), given.say.trim(), given.voice.trim()];
  if (isBlank(value)) return failure('Choose the value that is to be said otherwise.');
  if (isBlank(say)) {
    return failure(
      `Write how “${excerpt(value)}” sounds. To have it spoken as written, write it as it is written.`,
    );
  }
  const language = isBlank(given.language) ? success('') : readLanguage(given.language);
  if (!language.ok) return failure(language.failure.message);
  const identifier = voice === '' ? success(voice) : readIdentifier('voice', voice);
  if (!identifier.ok) return failure(identifier.failure.message);
  return success({ value, say, language: language.value, voice });
}

/**
 * What to write so that the sheet says so. A line for the same value, language and voice gets the new spoken form, and
 * no other cell of it is touched; else a line is added below the last one. Headers are made in an empty sheet, and where
 * the line needs one that is missing. None when the sheet says so already.
 */
export function correctionWrites(
  displayed: readonly (readonly string[])[],
  given: GivenCorrection,
): Result<readonly NamesWrite[]> {
  const columns = namesColumns(displayed);
  if (columns === null) {
    return success([{ row: 1, column: 1, texts: [NAMES_HEADERS, NAMES_HEADERS.map((name) => given[name])] }]);
  }
  const { issue } = readNames(displayed);
  if (issue !== '') return failure(issue);
  const lines = displayed
    .slice(1)
    .map((cells, at) => readLine(cells, columns, at + 2))
    .filter((line) => isAbout(line, given));
  if (lines.length > 0) {
    return success(
      lines
        .filter(({ say }) => say !== given.say)
        .map(({ line }) => ({ row: line, column: columns.say + 1, texts: [[given.say]] })),
    );
  }
  return success(addedLine(displayed, columns, given));
}

/** A line that cannot be used is not the one that is meant: it stays, and says so in the rows that it blocks. */
function isAbout(line: Correction, { value, language, voice }: GivenCorrection): boolean {
  return (
    line.fault === '' &&
    valueKey(line.value) === valueKey(value) &&
    line.language === language &&
    line.voice === voice
  );
}

function addedLine(
  displayed: readonly (readonly string[])[],
  columns: Readonly<Record<NamesHeader, number>>,
  given: GivenCorrection,
): readonly NamesWrite[] {
  const width = displayed[0]?.length ?? 0;
  const missing = NAMES_HEADERS.filter((name) => columns[name] < 0 && given[name] !== '');
  const placed = NAMES_HEADERS.map((name) => {
    const behind = missing.indexOf(name);
    return { column: behind < 0 ? columns[name] : width + behind, text: given[name] };
  }).filter(({ column }) => column >= 0);
  const first = Math.min(...placed.map(({ column }) => column));
  const last = Math.max(...placed.map(({ column }) => column));
  const texts = Array.from({ length: last - first + 1 }, () => '');
  for (const { column, text } of placed) texts[column - first] = text;
  const line = { row: displayed.length + 1, column: first + 1, texts: [texts] };
  return missing.length === 0 ? [line] : [{ row: 1, column: width + 1, texts: [missing] }, line];
}
