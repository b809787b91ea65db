/** The spreadsheet of this execution, asked for once: even that is a round trip. */
export class OpenDocument {
  private known: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;

  file(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    this.known ??= SpreadsheetApp.getActiveSpreadsheet();
    return this.known;
  }
}
