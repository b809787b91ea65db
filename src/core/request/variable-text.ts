import type { Issue } from '../issue.ts';
import { type MergedField, mergeScriptTemplate } from '../merge/merge-script-template.ts';
import { parseScriptTemplate } from '../merge/script-template.ts';
import type { TemplateVariable } from '../row/account-facts.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { countsAsEmpty } from '../sheet/empty-words.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';

/** What a row puts into a variable of its HeyGen template. */
export interface VariableText {
  /** '' when the cell is blank or empty after merging. */
  readonly text: string;
  /** The cells that it was made from. */
  readonly used: readonly string[];
  /** With any of them the text is not what the user meant. */
  readonly issues: readonly Issue[];
  /** The cells that were merged into the cell of the variable. */
  readonly fields: readonly MergedField[];
}

const NOTHING: VariableText = { text: '', used: [], issues: [], fields: [] };

/** Types whose cells are merged. Ids take no merge fields. */
const MERGED: readonly string[] = ['text', 'image', 'video', 'audio'];

/**
 * The text for a variable, from the column of its name. Empty when that column is missing or its formula failed. Values
 * are in their written form, because a template may show them.
 */
export function variableText(
  { name, type }: TemplateVariable,
  row: Row,
  table: Table,
  locale: string | undefined,
): VariableText {
  const found = table.fieldOf(name);
  const cell = found.kind === 'column' ? cellOf(row, found.index) : '';
  if (found.kind !== 'column' || unusable(cell) !== null) return NOTHING;
  if (countsAsEmpty(cell, table.settings.emptyWords)) return NOTHING;
  if (!MERGED.includes(type)) return { ...NOTHING, text: cell, used: [cell] };
  // Any header works here: it names the cell in messages and stops the cell from merging itself.
  const into = table.headers[found.index] ?? name;
  const { text, used, issues, fields } = mergeScriptTemplate(parseScriptTemplate(cell), {
    row,
    table,
    into,
    locale,
    written: true,
  });
  return {
    text: isBlank(text) ? '' : text,
    used: [...used, cell],
    issues,
    fields,
  };
}
