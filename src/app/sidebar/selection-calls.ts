import type { RowStatus } from '../../core/jobs/status.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { shownRowsOf, tableOf } from '../tabs/tab-table.ts';
import type { SidebarServer } from './calls.ts';
import { runsView } from './runs-view.ts';
import { sheetView } from './sheet-view.ts';
import type { SheetView } from './shown-sheet.ts';

type SelectionCalls = 'sidebarRuns' | 'sidebarSelectFailed' | 'sidebarSelectChanged' | 'sidebarSelectRows';

/** The calls that show what was rendered on the active sheet, and select rows of it for the user. */
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

    sidebarSelectFailed: () => selectAll('Failed', 'No row of this sheet has failed.'),

    sidebarSelectChanged: () =>
      selectAll('Changed', 'No row of this sheet has changed since its video was made.'),

    sidebarSelectRows(rows) {
      const tab = platform.spreadsheet.activeTab();
      if (tab !== null) platform.spreadsheet.selectRows(tab.id, rows === 'all' ? filledRowsOf(tab) : rows);
      return success(sheetView(platform));
    },
  };
}

function filledRowsOf(tab: Tab): readonly number[] {
  return tableOf(tab)
    .rows.filter(({ blank }) => !blank)
    .map(({ number }) => number);
}
