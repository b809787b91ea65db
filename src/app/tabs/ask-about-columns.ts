import { excerpt } from '../../core/issue.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import { type AskedColumn, withUse } from '../../core/sheet/asked-columns.ts';
import { columnLetters } from '../../core/sheet/header-row.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { openQuestions } from './open-questions.ts';
import { tableOf } from './tab-table.ts';

const NOT_ANSWERED = 'Nothing was changed and nothing was sent. Reelmerge asks again next time.';

/**
 * Asks in dialogs what is still open about the columns of a sheet, and keeps the answers with it. Succeeds with false
 * when nothing was open. No lock may be held.
 */
export function askAboutColumns({ dialogs, settings }: Platform, tab: Tab): Result<boolean> {
  const open = openQuestions(tableOf(tab));
  if (open === null) return success(false);
  let answered: SheetSettings = tab.settings();
  for (const column of open.asked) {
    const answer = dialogs.choose(column.question, consequences(column));
    if (answer === null) return failure(NOT_ANSWERED);
    answered = withUse(answered, column.name, answer ? 'use' : 'ignore');
  }
  if (open.others !== null) {
    const { headers, sentence } = open.others;
    const answer = dialogs.choose('Other names for Reelmerge’s columns?', `${sentence}\n\n${OTHERWISE}`);
    if (answer === null) return failure(NOT_ANSWERED);
    if (answer) answered = { ...answered, columnHeaders: { ...answered.columnHeaders, ...headers } };
  }
  settings.setForSheet(tab.id, answered);
  return success(true);
}

const OTHERWISE =
  'Yes: Reelmerge uses these names in this sheet. No: rename your columns, and nothing is rendered before that.';

function consequences({ header, index, example }: AskedColumn): string {
  return [
    `Column ${columnLetters(index)} has a name that Reelmerge knows. Its first value is “${excerpt(example)}”.`,
    `Yes: each value steers the video of its row.\nNo: the column is yours alone. You can still merge it: <<${header}>>.`,
  ].join('\n\n');
}
