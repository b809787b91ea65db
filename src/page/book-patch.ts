import type { BookPatch, BookView, CellView, RowView } from './page-state.ts';

/** With fewer changed rows than this, nobody looks for those that have only moved. */
const MANY = 200;

/** The patch that leads from one view of the book to the next. */
export function bookPatch(before: BookView, after: BookView): BookPatch {
  const sheets = after.sheets.map((sheet) => {
    const old = before.sheets.find(({ gid }) => gid === sheet.gid)?.rows ?? [];
    const changed = sheet.rows.filter((row, at) => !sameRow(row, old[at]));
    return { ...sheet, ...movedRows(old, changed), rowCount: sheet.rows.length };
  });
  return { ...after, sheets };
}

/** Applies a patch. */
export function patchedBook(before: BookView, patch: BookPatch): BookView {
  const sheets = patch.sheets.map(({ rowCount, moved, ...sheet }) => {
    const old = before.sheets.find(({ gid }) => gid === sheet.gid)?.rows ?? [];
    const unchanged = sheet.rows.length + moved.length === 0 && old.length === rowCount;
    if (unchanged) return { ...sheet, rows: old };
    const rows = old.slice(0, rowCount);
    for (const [number, from] of moved) {
      const row = old[from - 1];
      if (row !== undefined) rows[number - 1] = { ...row, number };
    }
    for (const row of sheet.rows) rows[row.number - 1] = row;
    return { ...sheet, rows };
  });
  return { active: patch.active, selection: patch.selection, sheets };
}

/** A sort changes every row and yet moves them only, which takes far fewer words. */
function movedRows(
  old: readonly RowView[],
  changed: readonly RowView[],
): Pick<BookPatch['sheets'][number], 'rows' | 'moved'> {
  if (changed.length < MANY) return { rows: changed, moved: [] };
  const places = new Map(old.map((row) => [row.cells, row]));
  const rows: RowView[] = [];
  const moved: [number, number][] = [];
  for (const row of changed) {
    const from = places.get(row.cells);
    if (from !== undefined && from.hidden === row.hidden) moved.push([row.number, from.number]);
    else rows.push(row);
  }
  return { rows, moved };
}

function sameRow(one: RowView, other: RowView | undefined): boolean {
  if (one === other) return true;
  if (other === undefined || one.number !== other.number || one.hidden !== other.hidden) return false;
  return one.cells === other.cells || sameCells(one.cells, other.cells);
}

function sameCells(one: readonly CellView[], other: readonly CellView[]): boolean {
  return one.length === other.length && one.every((cell, at) => sameCell(cell, other[at]));
}

function sameCell(one: CellView, other: CellView | undefined): boolean {
  if (typeof one === 'string' || typeof other === 'string' || other === undefined) return one === other;
  return one.text === other.text && one.entry === other.entry && one.note === other.note;
}
