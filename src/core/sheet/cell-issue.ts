import { excerpt, type Issue } from '../issue.ts';
import type { Unusable } from './display-value.ts';
import { DRAFT_MARK } from './draft-mark.ts';

/** A cell that the row needs shows a formula error, is still loading, shows no text, or holds an unread draft. */
export function cellIssue(column: string, displayValue: string, why: Unusable): Issue {
  if (why === 'loading') {
    return {
      code: 'cell_loading',
      column,
      message: `The cell in the column "${excerpt(column)}" is still loading. Wait until it shows its value, then render the row again.`,
    };
  }
  if (why === 'no-text') {
    return {
      code: 'cell_without_text',
      column,
      message: `The cell in the column "${excerpt(column)}" holds a formula or a picture and shows no text, so HeyGen would get nothing of it. Write the picture's https:// address there as a text, or clear the cell.`,
    };
  }
  if (why === 'draft') {
    return {
      code: 'draft_unread',
      column,
      message: `The column "${excerpt(column)}" holds a draft that nobody has marked as read. Read it in the sidebar's Script tab under “Translations”, then press “Mark as read”. Or delete “${DRAFT_MARK}” from the cell.`,
    };
  }
  return {
    code: 'cell_error',
    column,
    message: `The cell in the column "${excerpt(column)}" shows ${displayValue.trim()}. Fix its formula, or type the value.`,
  };
}
