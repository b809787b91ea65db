import { changedSheet } from './changed-rows.ts';
import { chooseRows, runsOn } from './chosen-rows.ts';
import { withoutResults } from './done-rows.ts';
import { keptNames, layNames, sameNames } from './lay-names.ts';
import type { EngineOrder } from './messages.ts';
import { changedSince, NAMES_CHANGED } from './remarks.ts';
import { TAB } from './saved-run.ts';
import type { Workbench } from './workbench.ts';

/** Puts the CSV and the names on their sheets, or what has changed in them since. Returns what to tell the user. */
export function layOut(
  bench: Workbench,
  order: EngineOrder,
  hasState: boolean,
  rows: readonly number[],
): string[] {
  const { person } = bench.emulator;
  if (!hasState) {
    bench.atOnce(() => {
      begin(bench, order, rows);
      layNames(person, order.names);
    });
    return [];
  }
  const change = changedSheet(order.csv, person.displayValues(TAB), order.ignore);
  const namesStay = sameNames(keptNames(person), order.names);
  if (change === null && namesStay) return [];
  bench.atOnce(() => {
    if (change !== null) person.load(TAB, change.grid);
    layNames(person, order.names);
  });
  return [...(change === null ? [] : [changedSince(change)]), ...(namesStay ? [] : [NAMES_CHANGED])];
}

/** Begins the state. What an earlier run wrote beside rows without a video belongs to a ledger that is gone. */
function begin(bench: Workbench, { firstSheet, again }: EngineOrder, rows: readonly number[]): void {
  const runs = runsOn(firstSheet);
  const { usual } = chooseRows(firstSheet, rows, again, { replaced: runs, elsewhere: runs });
  bench.setElsewhere(runs);
  bench.emulator.person.load(TAB, withoutResults(firstSheet, usual));
}
