import {
  foreignColumns,
  hasLinkedRows,
  type OtherNames,
  otherNames,
} from '../../core/jobs/foreign-columns.ts';
import { leavingOut } from '../../core/jobs/left-out.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { AskedColumn } from '../../core/sheet/asked-columns.ts';
import type { Table } from '../../core/sheet/table.ts';
import type { Tab } from '../ports/tab.ts';
import { tableOf } from './tab-table.ts';

/** What the user must settle about the columns of a sheet before anything of it is paid for. */
export interface OpenQuestions {
  readonly asked: readonly AskedColumn[];
  /** Other names for our columns; null where none are needed. */
  readonly others: OtherNames | null;
}

/** Null when nothing is open. */
export function openQuestions(table: Table): OpenQuestions | null {
  if (table.issues.length > 0) return null;
  const others = otherNames(table);
  return table.asked.length === 0 && others === null ? null : { asked: table.asked, others };
}

/** Why nothing of this sheet can be sent yet; '' when something can. */
export function columnObstacle(table: Table): string {
  const [fault] = [...table.issues, ...foreignColumns(table)];
  if (fault !== undefined) return fault.message;
  const questions = table.asked.map(({ question }) => question);
  const rule = leavingOut(table);
  return questions.length === 0
    ? rule.ok
      ? ''
      : rule.failure
    : `Nothing is rendered before you have said what is meant: ${questions.join(' ')} Reelmerge asks when you choose “Render selected rows…”, and in the sidebar.`;
}

/** Whether rows that are linked to their videos would no longer be, because our columns get other headers. */
export function losesVideos(tab: Tab, set: SheetSettings): boolean {
  const isChanged = JSON.stringify(set.columnHeaders) !== JSON.stringify(tab.settings().columnHeaders);
  return isChanged && hasLinkedRows(tableOf(tab));
}
