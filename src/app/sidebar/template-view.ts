import { headerKey, INPUT_COLUMNS } from '../../core/columns.ts';
import { isBlank, unusable } from '../../core/display-value.ts';
import type { TemplateVariable } from '../../core/known.ts';
import { mergeTemplate } from '../../core/merge-template.ts';
import type { RowReading } from '../../core/row-reading.ts';
import { cellOf, type Row, type Table } from '../../core/table.ts';
import { parseTemplate } from '../../core/template.ts';
import type { TemplateView } from '../contract.ts';
import { knownTemplate } from '../known-account.ts';
import type { Platform } from '../ports.ts';

/** The template of a row with what the row's columns put into its variables. */
export function templateView(
  platform: Platform,
  table: Table,
  row: Row,
  { cells, fields }: RowReading,
): TemplateView {
  const id = cells.get('template_id')?.text.trim() ?? '';
  const template = knownTemplate(platform, id);
  return {
    id,
    name: template?.name ?? '',
    variables: (template?.variables ?? []).map((variable) => ({
      name: variable.name,
      type: variable.type,
      value: valueFor(variable, table, row, fields.locale),
    })),
  };
}

/** '' when the template's own value stays, and when there is none, which is an issue of the row. */
function valueFor({ name }: TemplateVariable, table: Table, row: Row, locale: string | undefined): string {
  const found = table.fieldOf(name);
  if (found.kind !== 'column') return '';
  const cell = cellOf(row, found.index);
  if (isBlank(cell) || unusable(cell) !== null) return '';
  const column = INPUT_COLUMNS.find((known) => headerKey(known.name) === headerKey(name));
  if (column?.merged !== true) return cell;
  const merged = mergeTemplate(parseTemplate(cell), row, table, column.name, locale);
  return merged.issues.length > 0 ? '' : merged.text;
}
