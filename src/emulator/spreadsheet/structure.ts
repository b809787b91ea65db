import type { Axis } from '../refusals/refusal-facts.ts';
import { refused } from '../refusals/refused.ts';
import { type Cell, setUpLike } from './cell.ts';
import { movedRules } from './format-rule.ts';
import type { LineMap } from './rect.ts';
import { movedRect } from './rect.ts';
import { mapReferences } from './references.ts';
import { EMPTY_ROW, type SheetData, type SheetRow, setRow } from './sheet-data.ts';
import { movedColumns, movedTables } from './table.ts';
import { sheetNamed, type Workbook } from './workbook.ts';

const MAX_CELLS = 10_000_000;

/** New rows or columns. */
export interface NewLines {
  /** They come before the line of this number, which may be one past the last. */
  readonly before: number;
  readonly count: number;
  /** The line whose number formats and validation rules they take over; null for none. */
  readonly like: number | null;
}

/** Inserts rows without content. */
export function insertRows(book: Workbook, sheet: SheetData, { before, count, like }: NewLines): void {
  refuseLines('row', before, count, sheet.maxRows + 1, false);
  refuseGrowth(book, count * sheet.maxColumns);
  const cells = like === null ? [] : (sheet.rows[like - 1]?.cells.map(setUpLike) ?? []);
  const row = cells.some((cell) => cell !== undefined) ? { ...EMPTY_ROW, cells } : undefined;
  if (before <= sheet.rows.length) {
    sheet.rows = [
      ...sheet.rows.slice(0, before - 1),
      ...new Array<undefined>(count),
      ...sheet.rows.slice(before - 1),
    ];
  }
  if (row !== undefined) {
    for (let line = before; line < before + count; line += 1) setRow(sheet, line, row);
  }
  sheet.maxRows += count;
  if (before <= sheet.frozenRows) sheet.frozenRows += count;
  follow(book, sheet, 'row', (line) => (line < before ? line : line + count));
}

/** Deletes rows; a sheet keeps at least one, and one that is not frozen. */
export function deleteRows(book: Workbook, sheet: SheetData, first: number, count: number): void {
  refuseLines('row', first, count, sheet.maxRows, true);
  if (count >= sheet.maxRows) {
    throw refused('allLinesDeleted', 'row');
  }
  sheet.rows.splice(first - 1, count);
  sheet.maxRows -= count;
  sheet.frozenRows -= Math.max(0, Math.min(count, sheet.frozenRows - first + 1));
  follow(book, sheet, 'row', (line) => survivor(line, first, count));
}

/** Inserts columns without content. */
export function insertColumns(book: Workbook, sheet: SheetData, { before, count, like }: NewLines): void {
  refuseLines('column', before, count, sheet.maxColumns + 1, false);
  refuseGrowth(book, count * sheet.maxRows);
  sheet.maxColumns += count;
  eachRow(sheet, (cells) => {
    const model = like === null ? undefined : setUpLike(cells[like - 1]);
    if (cells.length < before && model === undefined) return cells;
    const left = cells.slice(0, before - 1);
    while (left.length < before - 1) left.push(undefined);
    return [...left, ...new Array<Cell | undefined>(count).fill(model), ...cells.slice(before - 1)];
  });
  follow(book, sheet, 'column', (line) => (line < before ? line : line + count));
}

export function deleteColumns(book: Workbook, sheet: SheetData, first: number, count: number): void {
  refuseLines('column', first, count, sheet.maxColumns, true);
  if (count >= sheet.maxColumns) {
    throw refused('allLinesDeleted', 'column');
  }
  sheet.maxColumns -= count;
  eachRow(sheet, (cells) => [...cells.slice(0, first - 1), ...cells.slice(first - 1 + count)]);
  follow(book, sheet, 'column', (line) => survivor(line, first, count));
}

/** Moves one line so that it has the number `to` afterwards; references follow it. */
export function moveLine(book: Workbook, sheet: SheetData, axis: Axis, from: number, to: number): void {
  const lines = axis === 'row' ? sheet.maxRows : sheet.maxColumns;
  refuseLines(axis, from, 1, lines, true);
  refuseLines(axis, to, 1, lines, true);
  if (axis === 'row') {
    while (sheet.rows.length < Math.max(from, to)) sheet.rows.push(undefined);
    sheet.rows = movedItem(sheet.rows, from, to);
  } else {
    eachRow(sheet, (cells) => {
      const padded = cells.slice();
      while (padded.length < Math.max(from, to)) padded.push(undefined);
      return movedItem(padded, from, to);
    });
  }
  follow(book, sheet, axis, (line) => movedLine(line, from, to));
}

/** Where a line is after the line `from` has become number `to`. */
export function movedLine(line: number, from: number, to: number): number {
  if (line === from) return to;
  if (line > from && line <= to) return line - 1;
  if (line < from && line >= to) return line + 1;
  return line;
}

function movedItem<T>(items: readonly (T | undefined)[], from: number, to: number): (T | undefined)[] {
  const result = items.slice();
  const [item] = result.splice(from - 1, 1);
  result.splice(to - 1, 0, item);
  return result;
}

function survivor(line: number, first: number, count: number): number | null {
  if (line < first) return line;
  return line < first + count ? null : line - count;
}

function refuseLines(axis: Axis, first: number, count: number, max: number, whole: boolean): void {
  const last = whole ? first + count - 1 : first;
  if (!(Number.isInteger(first) && Number.isInteger(count)) || first < 1 || count < 1 || last > max) {
    throw refused('linesOutOfBounds', axis);
  }
}

function refuseGrowth(book: Workbook, cells: number): void {
  const present = book.sheets.reduce((sum, one) => sum + one.maxRows * one.maxColumns, 0);
  if (present + cells > MAX_CELLS) {
    throw refused('tooManyCells', MAX_CELLS);
  }
}

function eachRow(
  sheet: SheetData,
  change: (cells: readonly (Cell | undefined)[]) => readonly (Cell | undefined)[],
): void {
  sheet.rows = sheet.rows.map((row) => (row === undefined ? row : { ...row, cells: change(row.cells) }));
}

/** Lets formulas, protections, filters, tables and the selection follow the lines of a sheet. */
function follow(book: Workbook, sheet: SheetData, axis: Axis, map: LineMap): void {
  book.protections = book.protections.flatMap((one) => {
    if (one.gid !== sheet.gid || one.rect === null) return [one];
    const rect = movedRect(one.rect, axis, map);
    return rect === null ? [] : [{ ...one, rect }];
  });
  followFilter(sheet, axis, map);
  sheet.tables = movedTables(sheet.tables, axis, map);
  sheet.merges = sheet.merges.flatMap((merge) => movedRect(merge, axis, map) ?? []);
  sheet.formatRules = movedRules(sheet.formatRules, axis, map);
  if (book.selection?.gid === sheet.gid) {
    const rects = book.selection.rects.flatMap((rect) => movedRect(rect, axis, map) ?? []);
    book.selection = rects.length === 0 ? null : { gid: sheet.gid, rects };
  }
  for (const one of book.sheets) {
    one.rows = one.rows.map((row) => (row?.formulas ? followedRow(book, one, row, sheet, axis, map) : row));
  }
}

function followFilter(sheet: SheetData, axis: Axis, map: LineMap): void {
  if (sheet.filter === null) return;
  const rect = movedRect(sheet.filter.rect, axis, map);
  if (rect === null) {
    sheet.filter = null;
    return;
  }
  const { hidden } = sheet.filter;
  sheet.filter = { rect, hidden: axis === 'column' ? movedColumns(hidden, map) : hidden };
}

function followedRow(
  book: Workbook,
  home: SheetData,
  row: SheetRow,
  changed: SheetData,
  axis: Axis,
  map: LineMap,
): SheetRow {
  const cells = row.cells.map((cell) => {
    if (cell === undefined || cell.formula === '') return cell;
    const formula = mapReferences(cell.formula, (reference) => {
      const target = reference.sheet === null ? home : sheetNamed(book, reference.sheet);
      if (target !== changed) return reference;
      const line = map(reference[axis]);
      return line === null ? null : { ...reference, [axis]: line };
    });
    return formula === cell.formula ? cell : { ...cell, formula };
  });
  return { ...row, cells };
}
