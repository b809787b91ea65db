import { excerpt } from '../../core/issue.ts';
import type { RowStatus } from '../../core/jobs/status.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { forgetRun } from '../ledger/forget-finished.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { shownRowsOf, tableOf } from '../tabs/tab-table.ts';
import type { SidebarServer } from './calls.ts';
import type { ChoosingTab } from './contract.ts';
import { runsView } from './runs-view.ts';
import { sheetView } from './sheet-view.ts';
import type { SheetView } from './shown-sheet.ts';

type SelectionCalls =
  | 'sidebarRuns'
  | 'sidebarForgetRun'
  | 'sidebarSelectFailed'
  | 'sidebarSelectChanged'
  | 'sidebarSelectRows'
  | 'sidebarGoTo';

/** The columns that a sheet need not have. */
const CHOSEN_IN: Readonly<Partial<Record<string, ChoosingTab>>> = {
  script: 'script',
  avatar_id: 'avatar',
  voice_id: 'voice',
};

/** The calls about what was rendered on the active sheet, and those that select rows of it for the user. */
export function selectionCalls(platform: Platform): Pick<SidebarServer, SelectionCalls> {
  const selectAll = (wanted: RowStatus, none: string): Result<SheetView> => {
    const tab = platform.spreadsheet.activeTab();
    const rows = tab === null ? [] : shownRowsOf(tab).filter(({ status }) => status === wanted);
    if (tab === null || rows.length === 0) return failure(none);
    platform.spreadsheet.selectRows(
      tab.id,
      rows.map(({ number }) => number),
    );
    return success(sheetView(platform));
  };

  return {
    sidebarRuns: () => success(runsView(platform)),

    sidebarForgetRun: (run) => forgetRun(platform, run),

    sidebarSelectFailed: () => selectAll('Failed', 'No row of this sheet has failed.'),

    sidebarSelectChanged: () =>
      selectAll('Changed', 'No row of this sheet has changed since its video was made.'),

    sidebarSelectRows(rows) {
      const tab = platform.spreadsheet.activeTab();
      if (tab === null) return success(sheetView(platform));
      if (rows === 'sent') return selectSent(platform, tab);
      platform.spreadsheet.selectRows(tab.id, rows === 'all' ? filledRowsOf(tab) : rows);
      return success(sheetView(platform));
    },

    sidebarGoTo(row, column) {
      const tab = platform.spreadsheet.activeTab();
      if (tab === null) return success(null);
      const table = tableOf(tab);
      const own = table.ownIndex(column);
      const field = table.fieldOf(column);
      const named = field.kind === 'column' ? field.index : table.headers.indexOf(column);
      const known = own >= 0 ? own : named;
      if (known >= 0 || column === '') {
        platform.spreadsheet.goTo(tab.id, row, Math.max(0, known) + 1);
        return success(null);
      }
      const place = CHOSEN_IN[column];
      if (place !== undefined) return success(place);
      const last = table.headers.reduce((end, header, index) => (header === '' ? end : index), 0);
      platform.spreadsheet.goTo(tab.id, 1, last + 1);
      return failure(
        `This sheet has no column “${excerpt(column)}”. Write that name into row 1, behind your last column.`,
      );
    },
  };
}

/** The rows of the newest run, where they show what becomes of them. */
function selectSent(platform: Platform, tab: Tab): Result<SheetView> {
  const rows = runsView(platform).runs[0]?.rows ?? [];
  if (rows.length === 0) return failure('No row of this sheet shows a video of the last run.');
  platform.spreadsheet.selectRows(tab.id, rows, tableOf(tab).columnOf('status'));
  return success(sheetView(platform));
}

function filledRowsOf(tab: Tab): readonly number[] {
  return tableOf(tab)
    .rows.filter(({ blank }) => !blank)
    .map(({ number }) => number);
}
