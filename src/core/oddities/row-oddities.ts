import type { Issue, IssueCode } from '../issue.ts';
import type { RowRequest } from '../request/request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import type { RowReading } from '../row/row-reading.ts';
import type { Table } from '../sheet/table.ts';
import { braceWarnings } from '../speech/brace-warnings.ts';
import { addressWarnings } from '../speech/text-warnings.ts';
import { addresses } from './addresses.ts';
import { amounts } from './amounts.ts';
import { bentValues } from './bent-values.ts';
import { brokenLetters } from './broken-letters.ts';
import { dateLanguage } from './date-language.ts';
import { escapedLetters } from './escaped-letters.ts';
import { impossibleDates } from './impossible-dates.ts';
import { machineWords } from './machine-words.ts';
import { mergeMarks } from './merge-marks.ts';
import { nameContents } from './name-contents.ts';
import { nameForms } from './name-forms.ts';
import { placeholderWords } from './placeholder-words.ts';
import { speakerLabels } from './speaker-labels.ts';
import { spokenLanguage } from './spoken-language.ts';
import { spokenMarkup } from './spoken-markup.ts';
import { type SpokenRow, spokenRow } from './spoken-row.ts';
import { stageDirections } from './stage-directions.ts';
import { unsaidNames } from './unsaid-names.ts';

/** In the order in which a row's warnings are shown. */
const RULES: readonly ((row: SpokenRow) => readonly Issue[])[] = [
  ({ texts }) => addressWarnings(texts.map(({ text }) => text)),
  // In a HeyGen template braces may be its own.
  ({ texts, isTemplate }) => (isTemplate ? [] : braceWarnings(texts.map(({ text }) => text))),
  mergeMarks,
  brokenLetters,
  escapedLetters,
  machineWords,
  nameForms,
  nameContents,
  unsaidNames,
  amounts,
  bentValues,
  impossibleDates,
  dateLanguage,
  spokenLanguage,
  stageDirections,
  speakerLabels,
  placeholderWords,
  spokenMarkup,
];

const REMAINDER: ReadonlySet<IssueCode> = new Set<IssueCode>(['name_other', 'name_company', 'name_signs']);

/**
 * What would sound wrong in one row, or cannot be read by HeyGen. `asked` is null when the row cannot be sent. Nothing
 * here changes the request.
 */
export function rowOddities(
  reading: RowReading,
  asked: RowRequest | null,
  table: Table,
  facts: AccountFacts,
): readonly Issue[] {
  const row = spokenRow(reading, asked, table, facts);
  const all: Issue[] = [];
  for (const rule of RULES) all.push(...rule(row));
  all.push(...addresses(reading, asked?.filled ?? []));
  return all.length < 2 ? all : all.filter((issue) => !isSaidBetter(issue, all));
}

/** [INSERT NAME] is one mistake, and the mark says more of it. The contents of a name are the last thing to tell. */
function isSaidBetter({ code, column }: Issue, all: readonly Issue[]): boolean {
  if (code === 'placeholder_words') {
    return all.some((other) => other.code === 'merge_mark' || other.code === 'script_braces');
  }
  return REMAINDER.has(code) && all.some((other) => other.column === column && !REMAINDER.has(other.code));
}
