import { headerKey, INPUT_COLUMNS } from '../../core/columns/columns.ts';
import { OUTPUT_COLUMNS } from '../../core/output-columns.ts';
import { USUAL_SETTINGS } from '../../core/settings/sheet-settings.ts';
import { rowsOfSelection, rowsPrint } from '../../core/sheet/selection.ts';
import type { Row } from '../../core/sheet/table.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { tableOf } from '../tabs/tab-table.ts';
import type { SheetView } from './contract.ts';
import { restingAfterTrouble } from './resting.ts';
import { rowPreview } from './row-preview.ts';

const OWN_KEYS = new Set([...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => headerKey(name)));

const NO_SHEET: SheetView = {
  tab: '',
  fields: [],
  defaults: {},
  settings: USUAL_SETTINGS,
  sheetIssues: [OPEN_YOUR_SHEET],
  selectedRows: 0,
  rowsPrint: '',
  row: null,
};

/** The active sheet as the sidebar shows it. `move` first goes to the previous (-1) or next (1) filled row. */
export function sheetView(platform: Platform, move: -1 | 0 | 1 = 0): SheetView {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return NO_SHEET;
  const table = tableOf(tab);
  const defaults = platform.settings.defaults(tab.id);
  const filled = table.rows.filter((row) => !row.blank);
  let active = platform.spreadsheet.activeRow();
  if (move !== 0) {
    const there = neighbour(filled, active ?? 1, move);
    if (there !== null) {
      platform.spreadsheet.goTo(tab.id, there.number, Math.max(1, table.columnOf('script') + 1));
      active = there.number;
    }
  }
  const selected = rowsOfSelection(platform.spreadsheet.selectedRows(), table);
  const row = filled.find(({ number }) => number === active) ?? null;
  return {
    tab: tab.name,
    fields: table.headers.filter(
      (header, index) =>
        header !== '' &&
        !OWN_KEYS.has(headerKey(header)) &&
        !table.extras.some((extra) => extra.index === index),
    ),
    defaults,
    settings: table.settings,
    sheetIssues: [...table.issues, ...table.notices].map(({ message }) => message),
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
  };
}

function neighbour(filled: readonly Row[], from: number, move: -1 | 1): Row | null {
  if (move === 1) return filled.find(({ number }) => number > from) ?? null;
  return [...filled].reverse().find(({ number }) => number < from) ?? null;
}
