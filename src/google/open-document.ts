/**
 * The spreadsheet of this execution, asked for once: even that is a round trip. Null where there is none: it is
 * not settled on paper whether the clock trigger of a published add-on has its document.
 */
export class OpenDocument {
  private known: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;

  file(): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
    this.known ??= SpreadsheetApp.getActiveSpreadsheet();
    return this.known;
  }
}
