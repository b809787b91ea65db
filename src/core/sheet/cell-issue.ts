import { excerpt, type Issue } from '../issue.ts';
import type { Unusable } from './display-value.ts';

/** A cell that the row needs shows that its formula failed or has not finished. */
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
    message: `The cell in the column "${excerpt(column)}" shows ${displayValue.trim()}. Mend its formula, or write the value itself.`,
  };
}
