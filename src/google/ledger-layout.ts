import { anotherRun } from '../app/obstacles.ts';
import { LEDGER_COLUMNS, REQUEST_COLUMN } from '../core/jobs/ledger-line.ts';
import { LEDGER_NAME, LedgerRefusal, ledgerRefused } from './ledger-refusal.ts';
import type { HeldLock } from './lock.ts';

/** How many columns a line has before its request. */
export const WIDTH = LEDGER_COLUMNS.length;
/** The column of the requests, counted from 1 as the sheet does. */
export const REQUEST_AT = WIDTH + 1;
/** The cell of line 1 that says where the open part begins and where the ledger ends. */
export const HEAD_AT = WIDTH + 2;

/**
 * Gives a ledger of an earlier version the columns that it lacks. Called only when the head cell cannot be read,
 * because looking at the headers costs a call. Under the lock: otherwise two executions could both add the columns.
 */
export function widenLedger(sheet: GoogleAppsScript.Spreadsheet.Sheet, lock: HeldLock): void {
  const widen = (): void => {
    const from = widthOf(sheet);
    if (from === WIDTH) return;
    changeLedger(() => {
      sheet.insertColumnsBefore(from + 1, WIDTH - from);
      sheet.getRange(1, 1, 1, WIDTH).setValues([[...LEDGER_COLUMNS]]);
      SpreadsheetApp.flush();
    });
  };
  if (lock.isHeld()) widen();
  else if (!lock.hold(widen).ok) throw new LedgerRefusal(anotherRun('Nothing was sent.'));
}

/**
 * How many columns the ledger has before its requests. Somebody may have changed its columns. Then it is not read at
 * all, because a job taken for another could be paid for twice.
 */
function widthOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): number {
  const [headers = []] = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getDisplayValues();
  const at = headers.indexOf(REQUEST_COLUMN);
  // A kill may have lost the names of columns that were added.
  const isBeginning = headers
    .slice(0, at)
    .every((header, place) => header === LEDGER_COLUMNS[place] || header === '');
  if (at < 1 || at > WIDTH || headers[0] === '' || !isBeginning) {
    throw new LedgerRefusal(
      `The columns of the hidden sheet “${LEDGER_NAME}” were changed, and it says what was paid for already. Nothing was sent. Bring it back with File ▸ Version history, then try again.`,
    );
  }
  return at;
}

/** Makes a change to the ledger. When the sheet is protected, the user reads which one and what to do. */
export function changeLedger(change: () => void): void {
  try {
    change();
  } catch (error) {
    throw ledgerRefused(error);
  }
}
