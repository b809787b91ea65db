import { counted } from '../count-words.ts';
import type { Issue } from '../issue.ts';
import { mergeScriptTemplate } from '../merge/merge-script-template.ts';
import { escapeMergeFields, parseScriptTemplate } from '../merge/script-template.ts';
import { EXTRA_OUTPUT_COLUMNS } from '../output-columns.ts';
import { failure, type Result, success } from '../result.ts';
import { cellIssue } from '../sheet/cell-issue.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { type Row, readTable, type Table } from '../sheet/table.ts';
import { readLocale } from '../speech/locale.ts';
import { checkScript } from '../speech/script.ts';
import { speakableText } from '../speech/speakable-text.ts';
import { rawText } from './raw-value.ts';
import { cellsOf } from './row-cells.ts';
import { sceneInjection } from './scene-injection.ts';

/** The arguments of the formula: a value for one cell, an array of rows for a range. */
export interface ScriptArguments {
  readonly template: unknown;
  readonly headers: unknown;
  readonly row: unknown;
}

/** A range does not show whose these columns are. All of them count as the user's own and can be merged. */
const USERS_OWN: ReadonlySet<string> = new Set(EXTRA_OUTPUT_COLUMNS.map(({ name }) => name));

const EXAMPLE = 'such as =REELMERGE_SCRIPT(D2, $A$1:$C$1, A2:C2)';

/**
 * Merges a script template with one row, or with each of several rows, and gives the text as it would be spoken. Blank
 * rows and blank templates give a blank text. The result may become a script cell, which is merged again. So a `<<` in
 * it is written as `\<<`, and a value that would be read as scene options is a failure. A failure is a sentence for the
 * user. For `timeZone`, and for how values become text, see raw-value.ts.
 */
export function scriptFunction(
  { template, headers, row }: ScriptArguments,
  timeZone: string,
): Result<string | string[][], string> {
  if (template === undefined || headers === undefined || row === undefined) {
    return failure(
      `An argument is missing. Give the script template, the cells with the column names, and the cells of the row, ${EXAMPLE}.`,
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
  if (why === 'draft') return failure(cellIssue('script', template, why).message);
  if (why !== null) {
    return failure(
      why === 'loading'
        ? 'The script template is still loading. Wait until its cell shows the text.'
        : `The script template shows ${template.trim()}. Fix the formula in its cell, or type the text.`,
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
  const fault = empty?.message ?? sceneInjection(heard);
  return fault === null ? success(escapeMergeFields(heard.text)) : failure(fault);
}

/** The sentence of an issue. Column letters are left out: here they would count from the range, not from the sheet. */
function sentenceOf(issue: Issue): string {
  if (issue.code === 'value_unreadable') {
    return `${issue.message} A formula gets the raw value, not what the cell shows. To merge what the cells show, write ARRAYFORMULA(TO_TEXT(A2:C2)) for the row.`;
  }
  if (issue.code !== 'field_repeated') return issue.message;
  const [field] = /^<<.*?>>/u.exec(issue.message) ?? ['A merge field'];
  return `${field} matches several of the column names. Rename all but one of them.`;
}

/** The texts of a row's cells that hold numbers. */
function rawNumbersOf(row: unknown, at: number): ReadonlySet<string> {
  const line: unknown = Array.isArray(row) ? row[at] : row;
  const values: readonly unknown[] = Array.isArray(line) ? line : [line];
  return new Set(values.filter((value) => typeof value === 'number').map(String));
}

/** Any argument as rows of texts. A single cell comes as a bare value. */
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
    return `The column names must be one row of cells, but this range has ${names.length} rows. Give only the header row, ${EXAMPLE}.`;
  }
  const cells = rows[0]?.length ?? 0;
  if (cells !== headers.length) {
    return `${headers.length === 1 ? 'There is' : 'There are'} ${counted(headers.length, 'column name')} for ${counted(cells, 'cell')} of a row. Give the same columns for both, ${EXAMPLE}.`;
  }
  const width = texts[0]?.length ?? 0;
  if (width !== 1) {
    return `The script template must be one cell, or one column with a text for each row, but this range has ${counted(width, 'column')}. Give one column.`;
  }
  if (texts.length !== 1 && texts.length !== rows.length) {
    return `${texts.length === 1 ? 'There is' : 'There are'} ${counted(texts.length, 'script template')} for ${counted(rows.length, 'row')}. Give one for all rows, or one for each row.`;
  }
  return null;
}
