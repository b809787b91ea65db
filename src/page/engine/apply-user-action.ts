import { columnLetters } from '../../emulator/spreadsheet/a1.ts';
import type { CellText } from '../../emulator/spreadsheet/hand-edit.ts';
import type { SpreadsheetUser } from '../../emulator/spreadsheet/spreadsheet-user.ts';
import { pastedCells } from '../clipboard.ts';
import { filledCells } from '../filled-cells.ts';
import type { BookView, RectView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';

/** Actions on the spreadsheet. The others are about the add-on and its world. */
export type SheetAction = Exclude<
  UserAction,
  {
    kind: 'menu' | 'close-sidebar' | 'speed' | 'run-trigger' | 'google-days' | 'language' | 'kill' | 'filter';
  }
>;

/** Acts that put other rows at the places of the selected ones. */
export const MOVES_ROWS: readonly UserAction['kind'][] = [
  'insert-rows',
  'delete-rows',
  'duplicate-row',
  'sort',
];

/** Does one thing to the spreadsheet, as a person would. Throws what the platform refuses. `shown`: what they see. */
export function applyToSheet(user: SpreadsheetUser, act: SheetAction, shown: BookView): void {
  switch (act.kind) {
    case 'clear':
      user.enter(act.sheet, emptied(shown, act.sheet, act.blocks));
      return;
    case 'paste':
      paste(user, act, shown);
      return;
    case 'undo':
      user.undo();
      return;
    case 'redo':
      user.redo();
      return;
    case 'type':
      user.enter(act.sheet, act.cells);
      return;
    case 'select':
      if (act.ranges.length === 0) user.clearSelection();
      else user.select(act.sheet, act.ranges);
      return;
    case 'sort':
      user.sortRows(act.sheet, act.column, act.ascending);
      return;
    case 'clear-filter':
      user.clearFilter(act.sheet);
      return;
    case 'hide-rows':
      user.hideRows(act.sheet, act.first, act.count);
      return;
    case 'show-rows':
      user.showRows(act.sheet, act.first, act.count);
      return;
    case 'insert-rows':
      user.insertRows(act.sheet, act.before, act.count);
      return;
    case 'delete-rows':
      user.deleteRows(act.sheet, act.first, act.count);
      return;
    case 'duplicate-row':
      user.duplicateRow(act.sheet, act.row);
      return;
    case 'add-sheet':
      user.addSheet(act.name);
      return;
    case 'rename-sheet':
      user.renameSheet(act.sheet, act.name);
      return;
    case 'duplicate-sheet':
      user.activate(user.duplicateSheet(act.sheet));
      return;
    case 'delete-sheet':
      user.deleteSheet(act.sheet);
      return;
    case 'activate-sheet':
      user.activate(act.sheet);
      return;
  }
}

/** A block that was cut goes away where it was, in the same act if that is on the same sheet. */
function paste(
  user: SpreadsheetUser,
  { sheet, into, text, moved }: Extract<UserAction, { kind: 'paste' }>,
  shown: BookView,
): void {
  const gone = moved === null ? [] : emptied(shown, moved.sheet, [moved.block]);
  const cells = pastedCells(text, into);
  if (moved === null || moved.sheet === sheet) {
    user.paste(sheet, [...gone, ...cells]);
    return;
  }
  user.enter(moved.sheet, gone);
  user.paste(sheet, cells);
}

function emptied(shown: BookView, name: string, blocks: readonly RectView[]): CellText[] {
  const sheet = shown.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet “${name}” any more.`);
  return filledCells(sheet, blocks).map((place) => ({ ...place, text: '' }));
}

/** Filters the whole sheet by the values of one column. */
export function filterSheet(user: SpreadsheetUser, act: Extract<UserAction, { kind: 'filter' }>): void {
  const seen = user.sheets().find(({ name }) => name === act.sheet);
  const [rows, columns] = [seen?.lastRow ?? 1, seen?.lastColumn ?? 1];
  user.setFilter(
    act.sheet,
    `A1:${columnLetters(Math.max(columns, act.column))}${Math.max(rows, 2)}`,
    act.column,
    act.hidden,
  );
}
