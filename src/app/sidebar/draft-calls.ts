import { failure, type Result, success } from '../../core/result.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { settledTable } from '../show/settled-table.ts';
import { draftRows } from '../translate/draft-rows.ts';
import { markRead } from '../translate/mark-read.ts';
import { readBack } from '../translate/read-back.ts';
import type { SidebarServer } from './calls.ts';
import type { DraftsView } from './contract.ts';
import { sheetView } from './sheet-view.ts';

type DraftCalls = 'sidebarDraft' | 'sidebarDrafts' | 'sidebarMarkRead';

/** The calls about translations that are drafted, read and marked as read. */
export function draftCalls(platform: Platform): Pick<SidebarServer, DraftCalls> {
  const view = (message: string, before = ''): Result<DraftsView> => {
    const tab = platform.spreadsheet.activeTab();
    if (tab === null) return failure(OPEN_YOUR_SHEET);
    // Finished rows may say something else now than their videos.
    const { trouble, ...unread } = readBack(platform, tab, settledTable(platform, tab));
    return success({
      unread: { ...unread, tab: tab.name },
      message,
      trouble: before || trouble,
      sheet: sheetView(platform),
    });
  };

  return {
    sidebarDraft(language, print) {
      const drafted = draftRows(platform, String(language), String(print));
      if (!drafted.ok) return drafted;
      const { value } = drafted;
      return 'message' in value ? view(value.message, value.trouble) : success(value);
    },

    sidebarDrafts: () => view(''),

    sidebarMarkRead(print) {
      const marked = markRead(platform, String(print));
      return marked.ok ? view(marked.value) : marked;
    },
  };
}
