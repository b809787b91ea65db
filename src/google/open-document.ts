import type { PendingWrites } from './pending-writes.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The spreadsheet of this execution, asked for once, because even that takes a round trip. Null where there is none, or
 * where Google does not give it: nothing says whether the clock trigger of a published add-on has its document.
 */
export class OpenDocument {
  private known: GoogleAppsScript.Spreadsheet.Spreadsheet | null | undefined;
  private sheets: readonly Sheet[] | null = null;
  private readonly pending: PendingWrites;
  private readonly isPass: boolean;

  /** `isPass`: a pass of the trigger, which needs two sheets and ends within seconds. One call then brings all of them. */
  constructor(pending: PendingWrites, isPass = false) {
    this.pending = pending;
    this.isPass = isPass;
  }

  file(): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
    if (this.known === undefined) this.known = openFile();
    return this.known;
  }

  sheetNamed(name: string): Sheet | null {
    this.pending.read();
    const file = this.file();
    if (!this.isPass) return file?.getSheetByName(name) ?? null;
    this.sheets = file?.getSheets() ?? [];
    return this.sheets.find((sheet) => sheet.getName() === name) ?? null;
  }

  sheetWithId(id: number): Sheet | null {
    this.pending.read();
    const known = this.sheets?.find((sheet) => sheet.getSheetId() === id);
    return known ?? this.file()?.getSheetById(id) ?? null;
  }
}

function openFile(): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
  try {
    return SpreadsheetApp.getActiveSpreadsheet();
  } catch {
    // With a document it does not throw; without one both ways of saying so have been seen.
    return null;
  }
}
