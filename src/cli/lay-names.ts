import { NAMES_SHEET } from '../core/sheet/corrections.ts';
import type { SpreadsheetUser } from '../emulator/spreadsheet/spreadsheet-user.ts';
import type { Grid } from './grid.ts';
import { TAB } from './saved-run.ts';

/**
 * Puts the names of `--names` into their sheet, as a user imports them. Without the option, what an earlier run had put
 * there is taken away.
 */
export function layNames(person: SpreadsheetUser, names: Grid | null): void {
  const kept = keptNames(person);
  if (sameNames(kept, names)) return;
  if (kept === null) person.addSheet(NAMES_SHEET);
  person.load(NAMES_SHEET, names ?? []);
  // A new sheet comes to the front.
  person.activate(TAB);
}

/** What the names sheet holds; null when there is none. */
export function keptNames(person: SpreadsheetUser): Grid | null {
  return person.sheets().some(({ name }) => name === NAMES_SHEET) ? person.displayValues(NAMES_SHEET) : null;
}

/** Whether they hold the same cells. An empty sheet is as good as none. */
export function sameNames(kept: Grid | null, names: Grid | null): boolean {
  return cellsOf(kept) === cellsOf(names);
}

function cellsOf(grid: Grid | null): string {
  const rows = (grid ?? []).map((row) => {
    const cells = [...row];
    while (cells.at(-1) === '') cells.pop();
    return cells;
  });
  while (rows.at(-1)?.length === 0) rows.pop();
  return JSON.stringify(rows);
}
