import { PlatformError } from '../service.ts';
import type { HandEdit } from '../spreadsheet/hand-edit.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';
import { createRange } from './range.ts';
import { createSheet } from './sheet.ts';
import type { SheetsLine } from './sheets-line.ts';
import { createSpreadsheet } from './spreadsheet-app-spreadsheet.ts';

/**
 * The event object of `onEdit`, without its `authMode`. Its range and its spreadsheet come with it, so they cost
 * no call. `value` and `oldValue` are missing, not blank, where there is nothing to tell.
 */
export function createEditEvent(context: FacadeContext, line: SheetsLine, edit: HandEdit): object {
  const source = createSpreadsheet(line, edit.book);
  const sheet = createSheet(line, edit.sheet, () => source);
  const range = createRange(line, { ...edit.sheet, facade: () => sheet }, edit.rect);
  const email = emailFor(context);
  return {
    source,
    range,
    user: guarded('User', { getEmail: () => email, toString: () => email }),
    ...(edit.value === '' ? {} : { value: edit.value }),
    ...(edit.oldValue === '' ? {} : { oldValue: edit.oldValue }),
  };
}

/** Blank, not refused, where the script may not know who the user is. */
function emailFor({ permit, execution }: FacadeContext): string {
  try {
    permit('session', 'getActiveUser');
    return execution.user;
  } catch (error) {
    if (error instanceof PlatformError) return '';
    throw error;
  }
}
