import { headerKey, INPUT_COLUMNS, OUTPUT_COLUMNS } from '../../core/columns.ts';
import { isBlank } from '../../core/display-value.ts';
import { requestOf } from '../../core/request.ts';
import type { Defaults } from '../../core/row-cells.ts';
import { scriptPreview } from '../../core/row-script.ts';
import { speechSeconds } from '../../core/script.ts';
import { rowsOfSelection } from '../../core/selection.ts';
import { estimatedSeconds } from '../../core/spoken-texts.ts';
import { isRowStatus } from '../../core/status.ts';
import { cellOf, type Row, readTable, type Table } from '../../core/table.ts';
import type { RowView, SheetView } from '../contract.ts';
import type { Platform } from '../ports.ts';

const OWN_KEYS = new Set([...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => headerKey(name)));

const NO_SHEET: SheetView = {
  tab: '',
  fields: [],
  defaults: {},
  sheetIssues: ['Open the sheet with your rows.'],
  selectedRows: 0,
  row: null,
};

/** The active sheet as the sidebar shows it. `move`: the previous or next filled row becomes the active one. */
export function sheetView(platform: Platform, move: -1 | 0 | 1 = 0): SheetView {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return NO_SHEET;
  const table = readTable(tab.readDisplayed());
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
  const row = filled.find(({ number }) => number === active) ?? null;
  return {
    tab: tab.name,
    fields: table.headers.filter((header) => header !== '' && !OWN_KEYS.has(headerKey(header))),
    defaults,
    sheetIssues: [...table.issues, ...table.notices].map(({ message }) => message),
    selectedRows: rowsOfSelection(platform.spreadsheet.selectedRows(), table).length,
    row: row === null ? null : rowView(table, row, filled, defaults),
  };
}

function neighbour(filled: readonly Row[], from: number, move: -1 | 1): Row | null {
  if (move === 1) return filled.find(({ number }) => number > from) ?? null;
  return [...filled].reverse().find(({ number }) => number < from) ?? null;
}

function rowView(table: Table, row: Row, filled: readonly Row[], defaults: Defaults): RowView {
  const cell = (name: 'avatar_id' | 'voice_id'): string => {
    const own = cellOf(row, table.columnOf(name));
    return isBlank(own) ? (defaults[name] ?? '') : own;
  };
  const asked = requestOf(table, row, defaults);
  const { text: script, marks } = scriptPreview(table, row, defaults);
  return {
    number: row.number,
    hasPrevious: neighbour(filled, row.number, -1) !== null,
    hasNext: neighbour(filled, row.number, 1) !== null,
    script,
    marks,
    characters: script.length,
    seconds: (asked.ok ? estimatedSeconds(asked.value.request) : null) ?? speechSeconds(script),
    issues: asked.ok
      ? []
      : asked.failure.map(({ column, message }) => ({ row: row.number, column, message })),
    avatarId: cell('avatar_id').trim(),
    voiceId: cell('voice_id').trim(),
    status: statusOf(cellOf(row, table.columnOf('status'))),
    videoUrl: cellOf(row, table.columnOf('video_url')),
  };
}

/** What a person typed over a status is no status. */
function statusOf(cell: string): RowView['status'] {
  const word = cell.trim();
  return isRowStatus(word) ? word : '';
}
