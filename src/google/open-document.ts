/**
 * The spreadsheet of this execution, asked for once, because even that takes a round trip. Null where there is none, or
 * where Google does not give it: nothing says whether the clock trigger of a published add-on has its document.
 */
export class OpenDocument {
  private known: GoogleAppsScript.Spreadsheet.Spreadsheet | null | undefined;

  file(): GoogleAppsScript.Spreadsheet.Spreadsheet | null {
    if (this.known === undefined) this.known = openFile();
    return this.known;
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
