import { headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import { excerpt } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import type { TemplateVariable, TemplateVariables } from '../row/account-facts.ts';
import type { HeaderCell } from '../sheet/sheet-setup.ts';
import type { Table } from '../sheet/table.ts';

/** What to write into a variable's column, by HeyGen's word for its type. */
const WHAT_TO_WRITE: ReadonlyMap<string, string> = new Map([
  ['text', 'the words'],
  ['image', 'the https:// address of a picture, or asset:<id> of an upload'],
  ['video', 'the https:// address of a video, or asset:<id> of an upload'],
  ['audio', 'the https:// address of a recording, or asset:<id> of an upload'],
  ['character', 'the id of an avatar'],
  ['voice', 'the id of a voice'],
]);

/**
 * The columns that a HeyGen template needs and the table lacks, in the order to add them: `template_id`, then one for
 * each variable. A variable named like an input column uses that column. Fails with a sentence when a variable cannot
 * have a column.
 */
export function templateHeaders(
  table: Table,
  template: { readonly name: string; readonly variables: TemplateVariables },
): Result<readonly HeaderCell[], string> {
  const headers = new Map<string, HeaderCell>();
  const lacking = (name: string): boolean => table.fieldOf(name).kind === 'unknown';
  const own = INPUT_COLUMNS.find(({ name }) => name === 'template_id');
  if (own !== undefined && lacking(own.name)) headers.set(headerKey(own.name), own);
  for (const variable of template.variables) {
    const { name } = variable;
    const key = headerKey(name);
    if (key === '') return failure(unnameable(name));
    if (table.fieldOf(name).kind === 'output') return failure(isOutput(name));
    if (!lacking(name) || headers.has(key)) continue;
    const input = INPUT_COLUMNS.find((column) => headerKey(column.name) === key);
    headers.set(key, input ?? { name: name.trim(), note: noteOn(variable, template.name) });
  }
  if (headers.size > MOST_COLUMNS) return failure(tooMany(template.name, headers.size));
  return success([...headers.values()].map(({ name, note }) => ({ name, note })));
}

/** Nobody fills more columns, and they would make a sheet unusable. */
const MOST_COLUMNS = 200;

function tooMany(template: string, columns: number): string {
  return `The template "${excerpt(template)}" needs ${columns} more columns, but Reelmerge adds at most ${MOST_COLUMNS} at once. Add the ones that you want by hand, each with the name of its variable.`;
}

function noteOn({ type }: TemplateVariable, template: string): string {
  const what = WHAT_TO_WRITE.get(type) ?? `a value of the type ${excerpt(type)}`;
  const blank = type === 'text' ? '' : " Blank: the template's own.";
  return `Fills a variable of the template "${excerpt(template)}". Write ${what}.${blank}`;
}

function isOutput(name: string): string {
  return `The template's variable "${excerpt(name)}" has the name of a column that Reelmerge writes, so no row can fill it. Rename the variable in HeyGen, then try again.`;
}

function unnameable(name: string): string {
  return `The template's variable "${excerpt(name)}" has no letters in its name, so no column can be named after it. Rename the variable in HeyGen, then try again.`;
}
