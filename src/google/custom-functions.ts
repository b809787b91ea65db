import { isDate } from '../core/row/raw-value.ts';
import { scriptFunction } from '../core/row/script-function.ts';

/*
 * Functions for the cells of the sheet. The build puts each one's comment and the names of its parameters into
 * the bundle: Google reads them for the help that appears while a formula is typed.
 */

/**
 * The text of a template as Reelmerge would have it spoken, merged with the values of a row.
 * Numbers and dates come in their plain form (1250.5, 2026-01-31). To merge what the cells show, write
 * ARRAYFORMULA(TO_TEXT(A2:C2)) for the row. A text that cannot be merged gives an error that says what to change.
 *
 * @param {"Hello <<first_name>>!"} template The text with merge fields, or a column with a text for each row.
 * @param {A1:C1} headers The cells with the column names.
 * @param {A2:C2} row The cells of the row under these names, or of several rows.
 * @return The merged text, or a column of texts when there are several rows.
 * @customfunction
 */
export function REELMERGE_SCRIPT(template: unknown, headers: unknown, row: unknown): string | string[][] {
  const dated = [template, headers, row].some(holdsDate);
  const merged = scriptFunction({ template, headers, row }, dated ? spreadsheetTimeZone() : 'Etc/UTC');
  // A thrown error is what Sheets shows as #ERROR!: a text would be spoken by a row that is built on it.
  if (!merged.ok) throw new Error(merged.failure);
  return merged.value;
}

function holdsDate(given: unknown): boolean {
  return Array.isArray(given) ? given.some(holdsDate) : isDate(given);
}

/** Without a spreadsheet there are no cells and no dates. */
function spreadsheetTimeZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}
