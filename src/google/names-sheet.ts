import type { NamesSheet } from '../app/ports/ports.ts';
import { failure, success } from '../core/result.ts';
import { textCell } from '../core/sheet/cell-text.ts';
import { NAMES_SHEET } from '../core/sheet/corrections.ts';
import type { OpenDocument } from './open-document.ts';
import type { PendingWrites } from './pending-writes.ts';
import { thrownWords } from './thrown-words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type File = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The sheet in which the user writes how names are said. */
export function createNamesSheet(document: OpenDocument, pending: PendingWrites): NamesSheet {
  return {
    read: () => document.sheetNamed(NAMES_SHEET)?.getDataRange().getDisplayValues() ?? null,

    write(areas) {
      const file = document.file();
      if (file === null) return failure('There is no spreadsheet to write the names in.');
      // A refusal of the ledger must not be taken for one of this sheet.
      pending.flush();
      try {
        const sheet = document.sheetNamed(NAMES_SHEET) ?? made(file);
        for (const { row, column, texts } of areas) {
          const width = Math.max(...texts.map((line) => line.length));
          makeRoom(sheet, row + texts.length - 1, column + width - 1);
          sheet.getRange(row, column, texts.length, width).setValues(texts.map((line) => line.map(textCell)));
        }
        pending.settle();
      } catch (error) {
        return failure(
          `Reelmerge could not write into the sheet “${NAMES_SHEET}”: ${thrownWords(error)} Allow changes to that sheet, then try again.`,
        );
      }
      return success(null);
    },
  };
}

/** A new sheet comes to the front by itself. The user stays where they are. */
function made(file: File): Sheet {
  const front = file.getActiveSheet();
  const sheet = file.insertSheet(NAMES_SHEET, file.getSheets().length);
  sheet.setFrozenRows(1);
  file.setActiveSheet(front, true);
  return sheet;
}

function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > haveRows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (columns > haveColumns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}
