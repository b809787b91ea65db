import type { LedgerSheet } from '../app/ports.ts';
import { textCell } from '../core/cell-text.ts';
import { LEDGER_COLUMNS, REQUEST_COLUMN } from '../core/ledger-line.ts';
import type { PendingWrites } from './pending-writes.ts';

export const LEDGER_NAME = 'Reelmerge jobs';

const WIDTH = LEDGER_COLUMNS.length;
const REQUEST_AT = WIDTH + 1;
/** The cell of line 1 that tells where the open part begins. */
const MARK_AT = WIDTH + 2;

/** Blank lines kept behind the last one, so that the open part can be read without asking where it ends. */
const SPARE_LINES = 50;

/** The hidden sheet with the ledger; null when there is none and none is to be made. */
export function findLedger(create: boolean, pending: PendingWrites): LedgerSheet | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(LEDGER_NAME);
  if (sheet !== null) return ledgerOn(sheet, pending);
  return create ? ledgerOn(makeSheet(spreadsheet), pending) : null;
}

/** A new sheet comes to the front when it is made: the user's own goes back there. */
function makeSheet(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): GoogleAppsScript.Spreadsheet.Sheet {
  const front = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(LEDGER_NAME, spreadsheet.getSheets().length);
  const lacking = MARK_AT - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  sheet.getRange(1, 1, 1, MARK_AT).setValues([[...LEDGER_COLUMNS, REQUEST_COLUMN, "'2"]]);
  sheet
    .getRange(1, 1)
    .setNote(
      'Written by Reelmerge before any money is spent: every video that was ever asked for. Leave it as it is.',
    );
  sheet.getRange(1, MARK_AT).setNote('The line at which unfinished jobs begin.');
  sheet.setFrozenRows(1);
  spreadsheet.setActiveSheet(front);
  sheet.hideSheet();
  return sheet;
}

function ledgerOn(sheet: GoogleAppsScript.Spreadsheet.Sheet, pending: PendingWrites): LedgerSheet {
  const written = (change: () => void): void => {
    change();
    pending.add();
  };
  return {
    readMark() {
      const mark = Number(sheet.getRange(1, MARK_AT).getDisplayValue());
      return Number.isInteger(mark) && mark >= 2 ? mark : 2;
    },

    writeMark(line) {
      written(() => sheet.getRange(1, MARK_AT).setValue(textCell(String(line))));
    },

    readLines: (from) => sheet.getRange(`A${from}:${columnName(WIDTH)}`).getDisplayValues(),

    readRequests: (from, count) =>
      sheet
        .getRange(from, REQUEST_AT, count, 1)
        .getDisplayValues()
        .map(([request]) => request ?? ''),

    writeLines(from, lines) {
      written(() => {
        sheet.getRange(from, 1, lines.length, WIDTH).setValues(lines.map((line) => padded(line, WIDTH)));
      });
    },

    append(lines) {
      const last = sheet.getLastRow();
      const max = sheet.getMaxRows();
      const lacking = last + lines.length + SPARE_LINES - max;
      if (lacking > 0) sheet.insertRowsAfter(max, lacking);
      written(() => {
        sheet.getRange(last + 1, 1, lines.length, REQUEST_AT).setValues(lines.map(wholeLine));
      });
    },

    rewrite(from, lines) {
      written(() => sheet.getRange(from, 1, lines.length, REQUEST_AT).setValues(lines.map(wholeLine)));
    },
  };
}

function wholeLine(line: { readonly cells: readonly string[]; readonly request: string }): string[] {
  return [...padded(line.cells, WIDTH), textCell(line.request)];
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => textCell(cells[at] ?? ''));
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + last : last;
}
