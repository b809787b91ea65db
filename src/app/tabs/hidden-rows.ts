import { failure, type Result, success } from '../../core/result.ts';
import type { Tab } from '../ports/tab.ts';

/** Which of these rows the user cannot see. Google answers row by row, so it may take too long. */
export function hiddenRows(tab: Tab, rows: readonly number[], budgetMs: number): Result<ReadonlySet<number>> {
  const hidden = tab.hiddenAmong(rows, budgetMs);
  return hidden === null ? failure(TOO_SLOW) : success(hidden);
}

const TOO_SLOW =
  'Google took too long to say which of these rows are hidden. Select fewer rows, then try again.';
