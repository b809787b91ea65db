import { excerpt, type Issue } from '../issue.ts';
import type { Unusable } from './display-value.ts';

/** A cell that the row needs shows a formula error, or its formula is still loading. */
export function cellIssue(column: string, displayValue: string, why: Unusable): Issue {
  if (why === 'loading') {
    return {
      code: 'cell_loading',
      column,
      message: `The cell in the column "${excerpt(column)}" is still loading. Wait until it shows its value, then render the row again.`,
    };
  }
  return {
    code: 'cell_error',
    column,
    message: `The cell in the column "${excerpt(column)}" shows ${displayValue.trim()}. Fix its formula, or type the value.`,
  };
}
