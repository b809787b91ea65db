import { type EarlierRuns, rowsToReplace, runsOn } from './chosen-rows.ts';
import type { Grid } from './grid.ts';
import type { EngineOrder } from './messages.ts';
import { TAB } from './saved-run.ts';
import type { Workbench } from './workbench.ts';

/*
 * `--again` renders rows, and pays for them, once more. A run that was cut short is started again with the same words,
 * and must not make a third video of the same row. So the state remembers which runs had results on the sheet when
 * `--again` began. Only their results are replaced, until the order has ended.
 */

/** Remembers what the order replaces, unless an earlier run of it has begun with this sheet. */
export function beginAgain(bench: Workbench, order: EngineOrder, sheet: Grid): void {
  const { again, againOrder } = order;
  if (again.length === 0 || againOrder === null || replacedRuns(bench, order) !== null) return;
  bench.setReplacement({ order: againOrder, runs: runsOn(sheet) });
}

/** The runs whose results the order under way replaces. Null when it has not begun with this sheet, or none is under way. */
export function replacedRuns(bench: Workbench, { againOrder }: EngineOrder): readonly string[] | null {
  const replacement = bench.replacement();
  return againOrder !== null && replacement?.order === againOrder ? replacement.runs : null;
}

export function earlierRuns(bench: Workbench, order: EngineOrder): EarlierRuns {
  return { replaced: replacedRuns(bench, order) ?? [], elsewhere: bench.elsewhere() };
}

/**
 * The rows to render once more, after Render has looked at all others. Render writes a job's id beside its row first,
 * and then the job. After a kill in between, a row looks as if it were rendered once more, until Render has put its old
 * video back.
 */
export function stillToReplace(bench: Workbench, order: EngineOrder): readonly number[] {
  return rowsToReplace(bench.emulator.person.displayValues(TAB), order.again, earlierRuns(bench, order));
}
