import { columnLetters } from '../../emulator/spreadsheet/a1.ts';
import type { SpreadsheetUser } from '../../emulator/spreadsheet/spreadsheet-user.ts';
import type { UserAction } from '../user-actions.ts';

/** Acts upon the spreadsheet; the others are upon the add-on and its world. */
export type SheetAction = Exclude<
  UserAction,
  { kind: 'menu' | 'close-sidebar' | 'speed' | 'run-trigger' | 'kill' | 'filter' }
>;

/** Does one thing to the spreadsheet as a person would. Throws the platform's refusal. */
export function applyToSheet(hands: SpreadsheetUser, act: SheetAction): void {
  switch (act.kind) {
    case 'type':
      hands.enter(act.sheet, act.cells);
      return;
    case 'select':
      if (act.ranges.length === 0) hands.clearSelection();
      else hands.select(act.sheet, act.ranges);
      return;
    case 'sort':
      hands.sortRows(act.sheet, act.column, act.ascending);
      return;
    case 'clear-filter':
      hands.clearFilter(act.sheet);
      return;
    case 'hide-rows':
      hands.hideRows(act.sheet, act.first, act.count);
      return;
    case 'show-rows':
      hands.showRows(act.sheet, act.first, act.count);
      return;
    case 'insert-rows':
      hands.insertRows(act.sheet, act.before, act.count);
      return;
    case 'delete-rows':
      hands.deleteRows(act.sheet, act.first, act.count);
      return;
    case 'duplicate-row':
      hands.duplicateRow(act.sheet, act.row);
      return;
    case 'add-sheet':
      hands.addSheet(act.name);
      return;
    case 'rename-sheet':
      hands.renameSheet(act.sheet, act.name);
      return;
    case 'duplicate-sheet':
      hands.activate(hands.duplicateSheet(act.sheet));
      return;
    case 'delete-sheet':
      hands.deleteSheet(act.sheet);
      return;
    case 'activate-sheet':
      hands.activate(act.sheet);
      return;
  }
}

/** Filters the whole sheet by the values of one column. */
export function filterSheet(hands: SpreadsheetUser, act: Extract<UserAction, { kind: 'filter' }>): void {
  const seen = hands.sheets().find(({ name }) => name === act.sheet);
  const [rows, columns] = [seen?.lastRow ?? 1, seen?.lastColumn ?? 1];
  hands.setFilter(
    act.sheet,
    `A1:${columnLetters(Math.max(columns, act.column))}${Math.max(rows, 2)}`,
    act.column,
    act.hidden,
  );
}
