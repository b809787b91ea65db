import { refused } from '../refusals/refused.ts';
import type { SheetData } from './sheet-data.ts';
import { newSheet } from './sheet-data.ts';
import { freshGid, refuseTakenName, type Workbook } from './workbook.ts';

/** Adds an empty sheet; without a name the next free `SheetN`. `index` counts tabs from 0. */
export function addSheet(book: Workbook, name: string | null, index: number | null): SheetData {
  const title = name ?? freeName(book);
  refuseTakenName(book, title);
  const sheet = newSheet(freshGid(book), title);
  book.sheets.splice(index ?? book.sheets.length, 0, sheet);
  return sheet;
}

/** Deletes a sheet with everything that is on it. */
export function removeSheet(book: Workbook, sheet: SheetData): void {
  if (book.sheets.length === 1) {
    throw refused('lastSheetRemoved');
  }
  refuseLastVisible(book, sheet);
  leave(book, sheet);
  book.sheets = book.sheets.filter((one) => one !== sheet);
  book.protections = book.protections.filter((one) => one.gid !== sheet.gid);
}

export function hideTab(book: Workbook, sheet: SheetData): void {
  refuseLastVisible(book, sheet);
  sheet.hidden = true;
  leave(book, sheet);
}

/** Puts a copy beside the original. The copy has its own id. */
export function copySheet(book: Workbook, sheet: SheetData): SheetData {
  let name = `Copy of ${sheet.name}`;
  for (let n = 2; book.sheets.some((one) => one.name === name); n += 1) name = `Copy of ${sheet.name} ${n}`;
  const copy = { ...sheet, gid: freshGid(book), name, rows: sheet.rows.slice() };
  book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, copy);
  return copy;
}

/** Puts the sheet at the 1-based position among the tabs. */
export function moveTab(book: Workbook, sheet: SheetData, position: number): void {
  if (position < 1 || position > book.sheets.length) {
    throw refused('positionOutOfBounds', position);
  }
  book.sheets = book.sheets.filter((one) => one !== sheet);
  book.sheets.splice(position - 1, 0, sheet);
}

/**
 * Shows a sheet to the user with its first cell selected. With `restore`, selects what was selected when the
 * user last left the sheet.
 */
export function activateTab(book: Workbook, sheet: SheetData, restore = false): void {
  if (book.activeGid === sheet.gid) return;
  if (book.selection !== null) book.left.set(book.activeGid, book.selection);
  book.activeGid = sheet.gid;
  const before = restore ? book.left.get(sheet.gid) : undefined;
  book.selection = before ?? { gid: sheet.gid, rects: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
}

function leave(book: Workbook, sheet: SheetData): void {
  const next = book.sheets.find((one) => one !== sheet && !one.hidden);
  if (book.activeGid === sheet.gid && next !== undefined) activateTab(book, next);
}

function refuseLastVisible(book: Workbook, sheet: SheetData): void {
  if (book.sheets.every((one) => one === sheet || one.hidden)) {
    throw refused('lastSheetHidden');
  }
}

function freeName(book: Workbook): string {
  let n = book.sheets.length + 1;
  while (book.sheets.some((one) => one.name.toLowerCase() === `sheet${n}`)) n += 1;
  return `Sheet${n}`;
}
