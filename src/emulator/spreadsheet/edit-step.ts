import type { Cell } from './cell.ts';
import { blockAround } from './hand-edit.ts';
import type { CellPlace, Rect } from './rect.ts';
import { movedRows, numberBefore, type RowMoves, reversed } from './row-moves.ts';
import { EMPTY_ROW, type SheetData, type SheetRow } from './sheet-data.ts';
import { activateTab } from './tabs.ts';
import type { Selection, Workbook } from './workbook.ts';
import { forgetWritten } from './write.ts';

/** All of a sheet that a person can undo, but its rows. Sheets themselves and their names stay. */
type Shape = Pick<
  SheetData,
  'maxRows' | 'maxColumns' | 'frozenRows' | 'filter' | 'tables' | 'merges' | 'formatRules'
>;

/** One row that an act has changed, apart from its move. */
interface RowChange {
  /** Its number before the act. Null: it has come. */
  readonly before: number | null;
  /** Its number after it. Null: it is gone. */
  readonly after: number | null;
  readonly old: SheetRow | undefined;
  readonly fresh: SheetRow | undefined;
}

interface SheetStep {
  readonly gid: number;
  readonly moves: RowMoves;
  readonly changes: readonly RowChange[];
  readonly before: Shape;
  readonly after: Shape;
}

/** One act of a person, with all that it takes to undo and to repeat it. */
export interface Step {
  readonly sheets: readonly SheetStep[];
  readonly selection: Selection | null;
  readonly protections: { readonly before: Workbook['protections']; readonly after: Workbook['protections'] };
  /** Whether cells were edited, of which `onEdit` hears. */
  readonly edit: boolean;
}

/** What an undone or repeated act has changed. */
export interface Restored {
  readonly sheet: SheetData;
  /** Null unless cells were edited. */
  readonly edited: Rect | null;
}

/** The spreadsheet at one moment. Rows never change in place, so it costs little. */
export interface Moment {
  readonly sheets: ReadonlyMap<number, { readonly shape: Shape; readonly rows: SheetData['rows'] }>;
  readonly selection: Selection | null;
  readonly protections: Workbook['protections'];
}

export function momentOf({ sheets, selection, protections }: Workbook): Moment {
  const entries = sheets.map(
    (sheet) => [sheet.gid, { shape: shapeOf(sheet), rows: sheet.rows.slice() }] as const,
  );
  return { sheets: new Map(entries), selection, protections };
}

/** What has changed since the moment. Null: nothing. `moves`: those of the rows of the sheet `gid`. */
export function stepOf(
  book: Workbook,
  moment: Moment,
  gid: number,
  moves: RowMoves,
  edit: boolean,
): Step | null {
  const sheets = book.sheets.flatMap((sheet) => {
    const old = moment.sheets.get(sheet.gid);
    return old === undefined ? [] : (sheetStep(sheet, old, sheet.gid === gid ? moves : null) ?? []);
  });
  if (sheets.length === 0) return null;
  const protections = { before: moment.protections, after: book.protections };
  return { sheets, selection: moment.selection, protections, edit };
}

function sheetStep(
  sheet: SheetData,
  old: { readonly shape: Shape; readonly rows: SheetData['rows'] },
  moves: RowMoves,
): SheetStep | null {
  const changes: RowChange[] = [];
  const moved = movedRows(old.rows, moves);
  for (let at = 0; at < Math.max(moved.length, sheet.rows.length); at += 1) {
    const [was, is] = [moved[at], sheet.rows[at]];
    if (was !== is) changes.push({ before: numberBefore(at + 1, moves), after: at + 1, old: was, fresh: is });
  }
  if (moves?.kind === 'splice') {
    for (let number = moves.first; number < moves.first + moves.removed; number += 1) {
      changes.push({ before: number, after: null, old: old.rows[number - 1], fresh: undefined });
    }
  }
  const shape = shapeOf(sheet);
  const same = moves === null && changes.length === 0 && sameShape(old.shape, shape);
  return same ? null : { gid: sheet.gid, moves, changes, before: old.shape, after: shape };
}

/**
 * Undoes or repeats a step. A cell that a script has written since stays as the script left it, wherever its row went.
 * Throws a sentence when the sheet is gone, or has other rows or columns by now.
 */
export function appliedStep(book: Workbook, step: Step, direction: 'undo' | 'redo'): Restored {
  const undo = direction === 'undo';
  const found = step.sheets.map((part) => {
    const sheet = book.sheets.find(({ gid }) => gid === part.gid);
    const shape = undo ? part.after : part.before;
    if (sheet === undefined)
      throw new Error(`The sheet is gone, so this cannot be ${undo ? 'undone' : 'repeated'}.`);
    if (sheet.maxRows !== shape.maxRows || sheet.maxColumns !== shape.maxColumns) {
      const sentence = `Rows or columns of “${sheet.name}” have come or gone since`;
      throw new Error(`${sentence}, so this cannot be ${undo ? 'undone' : 'repeated'}.`);
    }
    return { sheet, part };
  });
  for (const { sheet, part } of found) {
    putRows(sheet, part, undo);
    putShape(sheet, ...(undo ? ([part.after, part.before] as const) : ([part.before, part.after] as const)));
  }
  const [from, to] = undo ? (['after', 'before'] as const) : (['before', 'after'] as const);
  if (book.protections === step.protections[from]) book.protections = step.protections[to];
  const [first] = found;
  if (first === undefined) throw new Error('A step without a sheet is no step.');
  const shown = book.sheets.find(({ gid }) => gid === step.selection?.gid);
  if (shown !== undefined) {
    activateTab(book, shown);
    book.selection = step.selection;
  }
  return { sheet: first.sheet, edited: step.edit ? editedBlock(first.part.changes) : null };
}

function putRows(sheet: SheetData, { moves, changes }: SheetStep, undo: boolean): void {
  const rows = movedRows(sheet.rows, undo ? reversed(moves) : moves);
  for (const { before, after, old, fresh } of changes) {
    const number = undo ? before : after;
    if (number === null) continue;
    const [from, to] = undo ? [fresh, old] : [old, fresh];
    while (rows.length < number) rows.push(undefined);
    const row = mergedRow(rows[number - 1], from, to);
    forgetWritten(row);
    rows[number - 1] = row;
  }
  sheet.rows = rows;
}

/** The row `to`, with what differs from the row `from` by now. */
function mergedRow(
  now: SheetRow | undefined,
  from: SheetRow | undefined,
  to: SheetRow | undefined,
): SheetRow | undefined {
  if (now === from || now === undefined) return to;
  const [then, next] = [from ?? EMPTY_ROW, to ?? EMPTY_ROW];
  const width = Math.max(now.cells.length, next.cells.length);
  const cells = Array.from({ length: width }, (_, at): Cell | undefined =>
    now.cells[at] === then.cells[at] ? next.cells[at] : now.cells[at],
  );
  return {
    cells,
    hidden: now.hidden === then.hidden ? next.hidden : now.hidden,
    formulas: cells.some((cell) => cell !== undefined && cell.formula !== ''),
  };
}

function shapeOf(sheet: SheetData): Shape {
  const { maxRows, maxColumns, frozenRows, filter, tables, merges, formatRules } = sheet;
  return { maxRows, maxColumns, frozenRows, filter, tables, merges, formatRules };
}

function sameShape(one: Shape, other: Shape): boolean {
  const sizes = one.maxRows === other.maxRows && one.maxColumns === other.maxColumns;
  const parts = one.filter === other.filter && one.tables === other.tables && one.merges === other.merges;
  if (one.formatRules !== other.formatRules) return false;
  return sizes && parts && one.frozenRows === other.frozenRows;
}

function putShape(sheet: SheetData, from: Shape, to: Shape): void {
  sheet.maxRows = to.maxRows;
  sheet.maxColumns = to.maxColumns;
  if (sheet.frozenRows === from.frozenRows) sheet.frozenRows = to.frozenRows;
  if (sheet.filter === from.filter) sheet.filter = to.filter;
  if (sheet.tables === from.tables) sheet.tables = to.tables;
  if (sheet.merges === from.merges) sheet.merges = to.merges;
  if (sheet.formatRules === from.formatRules) sheet.formatRules = to.formatRules;
}

/** The block of all cells that differ. */
function editedBlock(changes: readonly RowChange[]): Rect | null {
  const places = changes.flatMap(({ after, old, fresh }): CellPlace[] => {
    const [was, is] = [old?.cells ?? [], fresh?.cells ?? []];
    const columns = Array.from({ length: Math.max(was.length, is.length) }, (_, at) => at);
    return columns.filter((at) => was[at] !== is[at]).map((at) => ({ row: after ?? 1, column: at + 1 }));
  });
  return places.length === 0 ? null : blockAround(places);
}
