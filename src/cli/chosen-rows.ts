import { rowsToReplace } from './again.ts';
import type { Grid } from './grid.ts';
import { doneAlready, underWayElsewhere } from './remarks.ts';
import { rowsWithVideos } from './selected-rows.ts';

/** How the selected rows are rendered. */
export interface ChosenRows {
  /** Once more, although they have a video. */
  readonly again: readonly number[];
  readonly usual: readonly number[];
  /** What the user must know about the rows that are left out. */
  readonly remarks: readonly string[];
}

/** With a state, Render itself knows what is paid for. `runs` are those whose results are replaced. */
export function chooseWithState(
  sheet: Grid,
  rows: readonly number[],
  named: readonly number[],
  runs: readonly string[],
): ChosenRows {
  const again = new Set(rowsToReplace(sheet, named, runs));
  return { again: [...again], usual: rows.filter((row) => !again.has(row)), remarks: [] };
}

/** Without a state, only the sheet tells what is paid for. */
export function chooseWithoutState(
  sheet: Grid,
  rows: readonly number[],
  named: readonly number[],
): ChosenRows {
  const { done, underWay } = rowsWithVideos(sheet, rows);
  const [paid, isNamed] = [new Set([...done, ...underWay]), new Set(named)];
  const leftOut = (of: readonly number[]): number => of.filter((row) => !isNamed.has(row)).length;
  return {
    again: named.filter((row) => paid.has(row)),
    usual: rows.filter((row) => !paid.has(row)),
    remarks: [
      ...(leftOut(done) > 0 ? [doneAlready(leftOut(done))] : []),
      ...(leftOut(underWay) > 0 ? [underWayElsewhere(leftOut(underWay))] : []),
    ],
  };
}
