import { existsSync } from 'node:fs';
import { numberOf, recordOf } from '../emulator/plain.ts';
import { changedSheet } from './changed-rows.ts';
import type { Grid } from './grid.ts';
import { keptNames, sameNames } from './lay-names.ts';
import { readSavedRun, TAB, userOf } from './saved-run.ts';
import { rowsWithVideos } from './selected-rows.ts';
import type { SheetPart } from './sheet-parts.ts';

/** A sheet on which nothing is left to do. */
export interface KeptSheet {
  readonly sheet: Grid;
  /** Emulated time at which it was last saved. */
  readonly now: number;
}

/** The sheet as an earlier run has left it, if all of its rows are Done. Null when there may be something to do. */
export function keptSheet({ order, input }: SheetPart, againOrder: string | null): KeptSheet | null {
  // Rows of `--again` may show their old video while the new one is under way.
  if (againOrder !== null || !existsSync(order.state)) return null;
  const saved = readSavedRun(order.state);
  if (!saved.ok || saved.value === null) return null;
  const isSimulated = saved.value.heygen === 'simulator';
  if (isSimulated !== (order.heygen.kind === 'simulator')) return null;
  const person = userOf(saved.value);
  if (!sameNames(keptNames(person), input.names)) return null;
  const sheet = person.displayValues(TAB);
  const { done } = rowsWithVideos(sheet, input.rows);
  if (done.length < input.rows.length || changedSheet(input.csv.rows, sheet, order.ignore) !== null)
    return null;
  return { sheet, now: numberOf(recordOf(saved.value.emulator).now) };
}
