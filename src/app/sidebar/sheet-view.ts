import { USUAL_SETTINGS } from '../../core/settings/sheet-settings.ts';
import { rowsOfSelection, rowsPrint } from '../../core/sheet/selection.ts';
import type { Row } from '../../core/sheet/table.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { tableFrom } from '../tabs/tab-table.ts';
import { columnQuestions } from './column-questions.ts';
import type { SheetView } from './contract.ts';
import { glance } from './glance.ts';
import { restingAfterTrouble } from './resting.ts';
import { rowPreview } from './row-preview.ts';
import { outlineOf } from './sheet-outline.ts';

const NO_SHEET: SheetView = {
  tab: '',
  fields: [],
  defaults: {},
  settings: USUAL_SETTINGS,
  hasLanguages: false,
  hasRecordings: false,
  hasCorrections: false,
  sheetIssues: [OPEN_YOUR_SHEET],
  open: null,
  selectedRows: 0,
  rowsPrint: '',
  row: null,
  outline: null,
};

/**
 * The active sheet as the sidebar shows it. `move` first goes to the previous (-1) or next (1) filled row. `seen`: what
 * the page has, which spares reading what has not changed.
 */
export function sheetView(
  platform: Platform,
  move: -1 | 0 | 1 = 0,
  seen: SheetView | null = null,
): SheetView {
  const glanced = seen === null ? 'whole' : glance(platform, move, seen);
  return typeof glanced === 'string' ? wholeView(platform, move, seen, glanced === 'narrow') : glanced;
}

function wholeView(
  platform: Platform,
  move: -1 | 0 | 1,
  seen: SheetView | null,
  isNarrow: boolean,
): SheetView {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return NO_SHEET;
  const displayed = tab.readDisplayed();
  const table = tableFrom(tab, displayed);
  const defaults = platform.settings.defaults(tab.id);
  const filled = table.rows.filter((row) => !row.blank);
  let cursor = platform.spreadsheet.cursor();
  const there = move === 0 ? null : neighbour(filled, cursor?.row() ?? 1, move);
  if (there !== null) {
    platform.spreadsheet.goTo(tab.id, there.number, Math.max(1, table.columnOf('script') + 1));
    cursor = platform.spreadsheet.cursor();
  }
  const selected = rowsOfSelection(cursor?.selected ?? [], table);
  const active = cursor?.row() ?? null;
  const known = seen?.outline?.tab === tab.id ? seen.outline.columns : null;
  // Once a look beyond the last column has failed, it is not tried again at this width.
  const mayGrow = !isNarrow && known !== (displayed[0]?.length ?? 0);
  const row = filled.find(({ number }) => number === active) ?? null;
  return {
    tab: tab.name,
    fields: table.headers.filter(
      (header, index) =>
        header !== '' &&
        table.own.nameOf(header) === null &&
        !table.extras.some((extra) => extra.index === index),
    ),
    defaults,
    settings: table.settings,
    hasLanguages: table.columnOf('language') >= 0,
    hasRecordings: platform.settings.recordings().length > 0,
    hasCorrections: table.corrections.list.length > 0,
    sheetIssues: [...table.issues, ...table.notices].map(({ message }) => message),
    open: columnQuestions(table),
    selectedRows: selected.length,
    rowsPrint: rowsPrint(tab.id, selected),
    row:
      row === null
        ? null
        : {
            ...rowPreview(restingAfterTrouble(platform), table, row, defaults),
            hasPrevious: neighbour(filled, row.number, -1) !== null,
            hasNext: neighbour(filled, row.number, 1) !== null,
          },
    outline: outlineOf(tab.id, displayed, table, cursor, mayGrow),
  };
}

function neighbour(filled: readonly Row[], from: number, move: -1 | 1): Row | null {
  if (move === 1) return filled.find(({ number }) => number > from) ?? null;
  return [...filled].reverse().find(({ number }) => number < from) ?? null;
}
