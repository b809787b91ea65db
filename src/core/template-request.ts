import { cellIssue } from './cell-issue.ts';
import { headerKey, INPUT_COLUMNS } from './columns.ts';
import { isBlank, unusable } from './display-value.ts';
import { outputField, repeatedField } from './field-issue.ts';
import { excerpt } from './issue.ts';
import type { TemplateVariable } from './known.ts';
import { type Merged, mergeTemplate } from './merge-template.ts';
import type { Wanted } from './speaker.ts';
import { cellOf, type Row, type Table } from './table.ts';
import { parseTemplate } from './template.ts';
import { variableBody } from './template-variable.ts';
import type { TemplateRequest } from './video-request.ts';

/** The body for a template of HeyGen's, and the cells that its words were made of. */
export interface FilledTemplate {
  readonly request: TemplateRequest;
  readonly person: readonly string[];
}

/** Fills the variables of a template from the columns of their names; null when that cannot be done, which was told. */
export function templateRequest(wanted: Wanted, table: Table, row: Row): FilledTemplate | null {
  const { fields, known, findings } = wanted;
  const { template_id } = fields;
  if (template_id === undefined) return null;
  const variables = known.templates.get(template_id);
  const unreachable = known.unreachable.get(template_id);
  if (unreachable !== undefined) {
    findings.issue(
      'template_unreachable',
      'template_id',
      `The template ${excerpt(template_id)} could not be looked up just now, and its variables have to be known. ${unreachable} Then render this row again.`,
    );
    return null;
  }
  if (variables === undefined) {
    findings.issue(
      'template_unknown',
      'template_id',
      `The template ${excerpt(template_id)} is not among those of your HeyGen account that can be filled. Pick it in the sidebar, or copy its id from HeyGen.`,
    );
    return null;
  }
  const filled: [string, object][] = [];
  const person: string[] = [];
  for (const variable of variables) {
    const value = textFor(variable, wanted, table, row);
    if (value === null) continue;
    person.push(...value.used);
    const body = variableBody(variable, value.text, wanted.findings);
    if (body !== null) filled.push([variable.name, body]);
  }
  const { title, caption, test_mode, template } = fields;
  return {
    request: {
      variables: Object.fromEntries(filled),
      ...template,
      ...(title === undefined ? {} : { title }),
      ...(caption === undefined ? {} : { caption: caption !== 'off' }),
      ...(test_mode === true ? { test: true } : {}),
    },
    person: [...new Set(person)],
  };
}

/** The text for a variable; null when its template's own value stays, or an issue says why there is none. */
function textFor(
  variable: TemplateVariable,
  { fields, findings }: Wanted,
  table: Table,
  row: Row,
): Pick<Merged, 'text' | 'used'> | null {
  const { name, type } = variable;
  const shown = excerpt(name);
  const found = table.fieldOf(name);
  if (found.kind === 'output') findings.add([outputField(name, 'template_id')]);
  if (found.kind === 'repeated') findings.add([repeatedField(name, 'template_id', found.indexes)]);
  if (found.kind === 'unknown' && type === 'text') {
    findings.issue(
      'variable_missing',
      'template_id',
      `The template's variable "${shown}" fits no column. Add a column named "${shown}".`,
    );
  }
  if (found.kind !== 'column') return null;
  const cell = cellOf(row, found.index);
  const header = table.headers[found.index] ?? name;
  if (isBlank(cell)) {
    // What the template shows or who speaks in it can stay as it is; a placeholder must not be spoken.
    if (type !== 'text') return null;
    findings.issue(
      'variable_empty',
      header,
      `The cell "${excerpt(header)}" is empty, and the template needs it. Fill the cell.`,
    );
    return null;
  }
  const why = unusable(cell);
  if (why !== null) {
    // A column that Reelmerge reads by itself has told it already.
    if (!INPUT_COLUMNS.some((column) => headerKey(column.name) === headerKey(name))) {
      findings.add([cellIssue(header, cell, why)]);
    }
    return null;
  }
  const column = INPUT_COLUMNS.find((known) => headerKey(known.name) === headerKey(name));
  if (column?.merged !== true) return { text: cell, used: [cell] };
  const merged = mergeTemplate(parseTemplate(cell), row, table, column.name, fields.locale);
  findings.add(merged.issues);
  return merged.issues.length > 0 ? null : { text: merged.text, used: [...merged.used, cell] };
}
