import type { Issue } from '../issue.ts';
import { mergeScriptTemplate } from '../merge/merge-script-template.ts';
import { parseScriptTemplate } from '../merge/script-template.ts';
import type { TemplateVariable } from '../row/account-facts.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';

/** What a row puts into a variable of its template. */
export interface VariableText {
  /** '' when the cell is blank, or its merge fields come to nothing. */
  readonly text: string;
  /** The cells that it was made of. */
  readonly used: readonly string[];
  /** While there are any, the text is not what was meant. */
  readonly issues: readonly Issue[];
}

const NOTHING: VariableText = { text: '', used: [], issues: [] };

/** Words and addresses are merged; an id takes no merge fields anywhere. */
const MERGED: readonly string[] = ['text', 'image', 'video', 'audio'];

/**
 * The text for a variable out of the column of its name; nothing where that column is missing or its formula
 * failed. Values are put in as they are written, because a template may show them.
 */
export function variableText(
  { name, type }: TemplateVariable,
  row: Row,
  table: Table,
  locale: string | undefined,
): VariableText {
  const found = table.fieldOf(name);
  const cell = found.kind === 'column' ? cellOf(row, found.index) : '';
  if (found.kind !== 'column' || isBlank(cell) || unusable(cell) !== null) return NOTHING;
  if (!MERGED.includes(type)) return { text: cell, used: [cell], issues: [] };
  // It names the cell in sentences and keeps it out of itself: any header does.
  const into = table.headers[found.index] ?? name;
  const { text, used, issues } = mergeScriptTemplate(parseScriptTemplate(cell), {
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
  };
}
