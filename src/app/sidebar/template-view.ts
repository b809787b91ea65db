import { variableText } from '../../core/request/variable-text.ts';
import type { TemplateVariable } from '../../core/row/account-facts.ts';
import type { RowReading } from '../../core/row/row-reading.ts';
import type { Row, Table } from '../../core/sheet/table.ts';
import { lookUpTemplate } from '../account/look-up-account.ts';
import type { Platform } from '../ports/ports.ts';
import type { TemplateView } from './contract.ts';

/** The template of a row, with the values that the row's columns give its variables. */
export function templateView(
  platform: Platform,
  table: Table,
  row: Row,
  { cells, fields }: RowReading,
): TemplateView {
  const id = cells.get('template_id')?.text.trim() ?? '';
  const template = lookUpTemplate(platform, id);
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

/** '' when the template's own value stays. '' also when there is no value, which is an issue of the row. */
function valueFor(variable: TemplateVariable, table: Table, row: Row, locale: string | undefined): string {
  const { text, issues } = variableText(variable, row, table, locale);
  return issues.length > 0 ? '' : text;
}
