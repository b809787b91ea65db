import type { Settings, Spreadsheet } from '../app/ports/ports.ts';
import type { Tab } from '../app/ports/tab.ts';
import { NAMES_SHEET } from '../core/sheet/corrections.ts';
import { columnLetters } from '../core/sheet/header-row.ts';
import { cursorIn } from './cursor.ts';
import { LEDGER_NAME } from './ledger-refusal.ts';
import { isListSheet } from './list-sheet.ts';
import type { OpenDocument } from './open-document.ts';
import type { PendingWrites } from './pending-writes.ts';
import { createTab } from './tab.ts';

/** The spreadsheet that the script is bound to, or that the add-on is open in. */
export function createSpreadsheet(
  document: OpenDocument,
  pending: PendingWrites,
  settings: Settings,
): Spreadsheet {
  const tabs = new Map<number, Tab>();
  let front: Tab | null | undefined;
  const tabOf = (sheet: GoogleAppsScript.Spreadsheet.Sheet): Tab => {
    const tab = tabs.get(sheet.getSheetId()) ?? createTab(sheet, pending, settings);
    tabs.set(tab.id, tab);
    return tab;
  };
  return {
    id: () => document.file()?.getId() ?? '',

    about: () => ({ file: document.file()?.getName() ?? '', address: document.file()?.getUrl() ?? '' }),

    // What was in front when the user clicked stays the tab that is meant.
    activeTab() {
      if (front === undefined) {
        const sheet = document.file()?.getActiveSheet() ?? null;
        front = sheet === null || isOwnSheet(sheet) ? null : tabOf(sheet);
      }
      return front;
    },

    tabById(id) {
      const known = tabs.get(id);
      if (known !== undefined) return known;
      const sheet = document.sheetWithId(id);
      return sheet === null ? null : tabOf(sheet);
    },

    cursor: () => cursorIn(document.file()),

    goTo(tab, row, column) {
      const sheet = document.file()?.getSheetById(tab);
      sheet?.getRange(row, column).activate();
    },

    selectRows(tab, rows, column = 0) {
      const runs = runsOf(rows);
      if (runs.length === 0) return;
      // Very many ranges are slow to draw, and one range over all of them would select other rows too.
      const letters = columnLetters(Math.max(0, column));
      const names = runs.slice(0, MOST_RANGES).map(([from, to]) => `${letters}${from}:${letters}${to}`);
      document.file()?.getSheetById(tab)?.getRangeList(names).activate();
    },

    localTime(moment) {
      const zone = document.file()?.getSpreadsheetTimeZone() ?? 'Etc/UTC';
      return Utilities.formatDate(new Date(moment), zone, 'yyyy-MM-dd HH:mm');
    },

    flush: () => pending.flush(),
    refresh: () => pending.refresh(),
  };
}

/** Whether the sheet is Reelmerge's and holds no rows of the user's. */
export function isOwnSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  const name = sheet.getName();
  return name === LEDGER_NAME || name === NAMES_SHEET || isListSheet(sheet, name);
}

const MOST_RANGES = 200;

/** Runs of neighbouring numbers, as their first and last ones. */
function runsOf(numbers: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
