import type { LedgerSheet } from '../app/ports/ports.ts';
import { LEDGER_COLUMNS, REQUEST_COLUMN } from '../core/jobs/ledger-line.ts';
import { textCell } from '../core/sheet/cell-text.ts';
import { changeLedger, HEAD_AT, REQUEST_AT, WIDTH, widenLedger } from './ledger-layout.ts';
import { LEDGER_NAME } from './ledger-refusal.ts';
import type { HeldLock } from './lock.ts';
import type { OpenDocument } from './open-document.ts';
import type { PendingWrites } from './pending-writes.ts';

/** Document property with the sheet id of the ledger, by which it is found when somebody has renamed it. */
const SHEET_ID = 'LEDGER_SHEET';

/** The name of a ledger that is still being made: an execution may be killed between any two calls. */
const UNFINISHED_NAME = 'Reelmerge jobs (being made)';

/** The hidden sheet with the ledger; null when there is none and none is to be made. */
export function findLedger(
  document: OpenDocument,
  create: boolean,
  pending: PendingWrites,
  lock: HeldLock,
): LedgerSheet | null {
  const spreadsheet = document.file();
  if (spreadsheet === null) return null;
  const sheet = document.sheetNamed(LEDGER_NAME) ?? renamedLedger(spreadsheet);
  if (sheet !== null) return ledgerOn(sheet, spreadsheet.getId(), pending, lock);
  return create ? ledgerOn(makeSheet(spreadsheet), spreadsheet.getId(), pending, lock) : null;
}

/**
 * Google brings a new sheet to the front, so the user's own is put back there, with its selection. The new sheet gets
 * its name last, so that a sheet of that name is always whole. What a killed execution left unfinished is finished
 * here.
 */
function makeSheet(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): GoogleAppsScript.Spreadsheet.Sheet {
  const front = spreadsheet.getActiveSheet();
  const selected = front.getActiveRangeList();
  const sheet =
    spreadsheet.getSheetByName(UNFINISHED_NAME) ??
    spreadsheet.insertSheet(UNFINISHED_NAME, spreadsheet.getSheets().length);
  const lacking = HEAD_AT - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  sheet
    .getRange(1, 1, 1, HEAD_AT)
    .setValues([
      [
        ...LEDGER_COLUMNS,
        REQUEST_COLUMN,
        headText({ mark: 2, end: 1, file: spreadsheet.getId(), inherited: 0 }),
      ],
    ]);
  sheet
    .getRange(1, 1)
    .setNote(
      'Written by Reelmerge before any money is spent: every video that was ever asked for. Leave it as it is.',
    );
  sheet
    .getRange(1, HEAD_AT)
    .setNote('The line at which unfinished jobs begin, the last line, and whose ledger this is.');
  sheet.setFrozenRows(1);
  spreadsheet.setActiveSheet(front, true);
  selected?.activate();
  sheet.hideSheet();
  SpreadsheetApp.flush();
  sheet.setName(LEDGER_NAME);
  PropertiesService.getDocumentProperties()?.setProperty(SHEET_ID, String(sheet.getSheetId()));
  return sheet;
}

/** A ledger that was renamed gets its name back: a new one beside it would know nothing of what was paid. */
function renamedLedger(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): GoogleAppsScript.Spreadsheet.Sheet | null {
  const id = PropertiesService.getDocumentProperties()?.getProperty(SHEET_ID) ?? null;
  const sheet = id === null ? null : spreadsheet.getSheetById(Number(id));
  // Undo takes back what was written into the sheet, and not the property.
  if (sheet === null || sheet.getName() === UNFINISHED_NAME) return null;
  return sheet.setName(LEDGER_NAME);
}

/** What the head cell holds. */
interface Head {
  /** Where the open part begins. */
  readonly mark: number;
  /** A line behind which nothing stands. */
  readonly end: number;
  /** Id of the spreadsheet that the ledger belongs to. */
  readonly file: string;
  /** The last line that came along when the spreadsheet was copied; 0 when it is no copy. */
  readonly inherited: number;
}

function headText({ mark, end, file, inherited }: Head): string {
  return textCell([mark, end, file, inherited].join(':'));
}

function ledgerOn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  file: string,
  pending: PendingWrites,
  lock: HeldLock,
): LedgerSheet {
  let head: Head | null = null;
  const seen = (): GoogleAppsScript.Spreadsheet.Sheet => {
    pending.read();
    return sheet;
  };
  const written = (change: () => void): void => pending.add(() => changeLedger(change));
  const writeHead = (next: Head): void => {
    head = next;
    written(() => seen().getRange(1, HEAD_AT).setValue(headText(next)));
  };
  const readHead = (lookedAtColumns = false): Head => {
    const [mark, end, owner = file, inherited] = headCell(seen()).split(':');
    const read = { mark: Number(mark), end: Number(end), file: owner, inherited: Number(inherited ?? 0) };
    // Somebody edited the head by hand. Then everything counts as open, which only takes longer.
    const isWhole = isLine(read.mark, 2) && isLine(read.end, 1) && isLine(read.inherited, 0);
    if (!isWhole && !lookedAtColumns) {
      widenLedger(seen(), lock);
      return readHead(true);
    }
    const known = isWhole ? read : { mark: 2, end: seen().getLastRow(), file, inherited: 0 };
    // A copied spreadsheet brings its jobs along, but the original goes on with them. Here they are only history.
    head = known.file === file ? known : { mark: known.end + 1, end: known.end, file, inherited: known.end };
    return head;
  };
  return {
    readMark: () => readHead().mark,
    inherited: () => (head ?? readHead()).inherited,
    // Others may have added lines since the head was read.
    writeMark: (line) => writeHead({ ...readHead(), mark: line }),

    countFrom: (from) => Math.max(0, (head ?? readHead()).end - from + 1),

    readLines(from, most = Number.POSITIVE_INFINITY) {
      const count = Math.min(most, (head ?? readHead()).end - from + 1);
      return count > 0 ? seen().getRange(from, 1, count, WIDTH).getDisplayValues() : [];
    },

    readAt(from, count) {
      try {
        return seen().getRange(from, 1, count, WIDTH).getDisplayValues();
      } catch {
        // Somebody has deleted lines.
        return null;
      }
    },

    readAll: () =>
      seen()
        .getRange(2, 1, Math.max(1, seen().getMaxRows() - 1), WIDTH)
        .getDisplayValues(),

    readRequests: (from, count) =>
      seen()
        .getRange(from, REQUEST_AT, count, 1)
        .getDisplayValues()
        .map(([request]) => request ?? ''),

    writeLines(from, lines) {
      written(() => {
        seen()
          .getRange(from, 1, lines.length, WIDTH)
          .setValues(lines.map((line) => padded(line, WIDTH)));
      });
    },

    makeRoom(count) {
      const known = head ?? readHead();
      // The copy may have been made between the new end and its lines. What is added here is never inherited.
      const last = Math.max(seen().getLastRow(), known.inherited);
      const lacking = last + count - seen().getMaxRows();
      if (lacking > 0) seen().insertRowsAfter(seen().getMaxRows(), lacking);
      // The mark still counts lines that the user deleted. What is added must not end up before it.
      const mark = Math.min(known.mark, last + 1);
      // The new end is durable before the lines are. An end too far only reads blank lines; one too near loses jobs.
      writeHead({ ...known, mark, end: last + count });
      return last + 1;
    },

    rewrite(from, lines) {
      written(() => seen().getRange(from, 1, lines.length, REQUEST_AT).setValues(lines.map(wholeLine)));
    },
  };
}

/** '' when there is none: a ledger of an earlier version may be too narrow, and measuring it would cost a call. */
function headCell(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
  try {
    return sheet.getRange(1, HEAD_AT).getDisplayValue();
  } catch {
    return '';
  }
}

function isLine(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function wholeLine(line: { readonly cells: readonly string[]; readonly request: string }): string[] {
  return [...padded(line.cells, WIDTH), textCell(line.request)];
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => textCell(cells[at] ?? ''));
}
