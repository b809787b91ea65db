import { excerpt } from '../../core/issue.ts';
import type { Table } from '../../core/sheet/table.ts';
import { openQuestions } from '../tabs/open-questions.ts';
import type { ColumnQuestions } from './run-view.ts';

/** What is open about the columns of a sheet, as the page asks it. Null when nothing is. */
export function columnQuestions(table: Table): ColumnQuestions | null {
  const open = openQuestions(table);
  if (open === null) return null;
  const asked = open.asked.map((column) => ({ ...column, example: excerpt(column.example) }));
  return { asked, others: open.others };
}
