import type { Issue } from '../issue.ts';
import { mergeScriptTemplate } from '../merge/merge-script-template.ts';
import { escapeMergeFields, parseScriptTemplate } from '../merge/script-template.ts';
import { EXTRA_OUTPUT_COLUMNS } from '../output-columns.ts';
import { failure, type Result, success } from '../result.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { type Row, readTable, type Table } from '../sheet/table.ts';
import { readLocale } from '../speech/locale.ts';
import { checkScript } from '../speech/script.ts';
import { speakableText } from '../speech/speakable-text.ts';
import { rawText } from './raw-value.ts';
import { cellsOf } from './row-cells.ts';
import { valueAsNotation } from './value-notation.ts';

/** What a formula gave to the function: a value for one cell, lines of values for a range. */
export interface ScriptArguments {
  readonly template: unknown;
  readonly headers: unknown;
  readonly row: unknown;
}

/** Whose such a column is cannot be seen from a range, so that each is the user's own and can be merged. */
const USERS_OWN: ReadonlySet<string> = new Set(EXTRA_OUTPUT_COLUMNS.map(({ name }) => name));

const EXAMPLE = 'such as =REELMERGE_SCRIPT(D2, $A$1:$C$1, A2:C2)';

/**
 * The text of a template as it would be spoken for a row, or for each of several rows. Blank rows and blank
 * templates give a blank text. A `<<` in the result, which only a value or `\<<` can put there, stands as
 * `\<<`: a script cell made by the function is not merged a second time. A value that would make scenes there is a
 * failure, for the same reason. The failure is a whole sentence for
 * the user. See raw-value.ts for `timeZone` and for how values become text.
 */
export function scriptFunction(
  { template, headers, row }: ScriptArguments,
  timeZone: string,
): Result<string | string[][], string> {
  if (template === undefined || headers === undefined || row === undefined) {
    return failure(
      `Something is missing. Give the text with its merge fields, the cells with the column names, and the cells of the row, ${EXAMPLE}.`,
    );
  }
  const texts = linesOf(template, timeZone);
  const names = linesOf(headers, timeZone);
  const rows = linesOf(row, timeZone);
  const misshapen = shapeFault(texts, names, rows);
  if (misshapen !== null) return failure(misshapen);

  const table = readTable([...names, ...rows], 1, [], USERS_OWN);
  const spoken: string[] = [];
  for (const [at, each] of table.rows.entries()) {
    const text = texts[texts.length === 1 ? 0 : at]?.[0] ?? '';
    const merged = spokenText(text, table, each, rawNumbersOf(row, at));
    if (!merged.ok) {
      return failure(rows.length === 1 ? merged.failure : `Row ${at + 1} of the range: ${merged.failure}`);
    }
    spoken.push(merged.value);
  }
  return success(rows.length === 1 ? (spoken[0] ?? '') : spoken.map((text) => [text]));
}

function spokenText(
  template: string,
  table: Table,
  row: Row,
  rawNumbers: ReadonlySet<string>,
): Result<string, string> {
  if (row.blank || isBlank(template)) return success('');
  const why = unusable(template);
  if (why !== null) {
    return failure(
      why === 'loading'
        ? 'The template is still loading. Wait until its cell shows the text.'
        : `The template shows ${template.trim()}. Mend the formula of its cell, or write the text itself.`,
    );
  }
  const written = cellsOf(table, row, {}).get('locale')?.text ?? '';
  const locale = readLocale(written);
  if (!isBlank(written) && !locale.ok) return failure(locale.failure.message);
  const merged = mergeScriptTemplate(parseScriptTemplate(template), {
    row,
    table,
    into: 'script',
    locale: locale.ok ? locale.value : undefined,
    rawNumbers,
  });
  const [issue] = merged.issues;
  if (issue !== undefined) return failure(sentenceOf(issue));
  const heard = speakableText(merged);
  const empty = checkScript(heard.text).find(({ code }) => code === 'script_empty');
  const fault = empty?.message ?? valueAsNotation(heard);
  return fault === null ? success(escapeMergeFields(heard.text)) : failure(fault);
}

/** The columns' letters are those of the range here, not those that the user sees over the sheet. */
function sentenceOf(issue: Issue): string {
  if (issue.code === 'value_unreadable') {
    return `${issue.message} A formula sees what stands behind a format: to merge what the cells show, write ARRAYFORMULA(TO_TEXT(A2:C2)) for the row.`;
  }
  if (issue.code !== 'field_repeated') return issue.message;
  const [field] = /^<<.*?>>/u.exec(issue.message) ?? ['A merge field'];
  return `${field} fits several of the column names. Rename all but one of them.`;
}

/** How the cells of a line that hold numbers are written. */
function rawNumbersOf(row: unknown, at: number): ReadonlySet<string> {
  const line: unknown = Array.isArray(row) ? row[at] : row;
  const values: readonly unknown[] = Array.isArray(line) ? line : [line];
  return new Set(values.filter((value) => typeof value === 'number').map(String));
}

/** A single cell comes as a bare value. */
function linesOf(given: unknown, timeZone: string): string[][] {
  const lines: readonly unknown[] = Array.isArray(given) ? given : [[given]];
  return lines.map((line) => (Array.isArray(line) ? line : [line]).map((value) => rawText(value, timeZone)));
}

function shapeFault(
  texts: readonly string[][],
  names: readonly string[][],
  rows: readonly string[][],
): string | null {
  const [headers = []] = names;
  if (names.length !== 1) {
    return `The column names must be one row of cells, and this range has ${names.length} rows. Give the header row alone, ${EXAMPLE}.`;
  }
  const cells = rows[0]?.length ?? 0;
  if (cells !== headers.length) {
    return `${headers.length === 1 ? 'There is' : 'There are'} ${counted(headers.length, 'column name')} for ${counted(cells, 'cell')} of a row. Give both the same columns, ${EXAMPLE}.`;
  }
  const width = texts[0]?.length ?? 0;
  if (width !== 1) {
    return `The template must be one cell, or one column with a text for each row, and this range has ${counted(width, 'column')}. Give one column.`;
  }
  if (texts.length !== 1 && texts.length !== rows.length) {
    return `${texts.length === 1 ? 'There is' : 'There are'} ${counted(texts.length, 'template')} for ${counted(rows.length, 'row')}. Give one template for all, or one for each row.`;
  }
  return null;
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
