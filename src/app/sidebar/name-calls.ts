import { success } from '../../core/result.ts';
import { correctName } from '../names/correct-name.ts';
import type { Platform } from '../ports/ports.ts';
import { settledTable } from '../show/settled-table.ts';
import type { SidebarServer } from './calls.ts';
import { sheetView } from './sheet-view.ts';

/** The calls about how names are said. */
export function createNameCalls(platform: Platform): Pick<SidebarServer, 'sidebarCorrectName'> {
  return {
    sidebarCorrectName({ value, say, language = '', voice = '' }) {
      const given = {
        value: String(value),
        say: String(say),
        language: String(language),
        voice: String(voice),
      };
      const corrected = correctName(platform, given);
      if (!corrected.ok) return corrected;
      // Its finished rows that speak the value now say something else than their videos.
      const tab = platform.spreadsheet.activeTab();
      if (tab !== null) settledTable(platform, tab);
      return success(sheetView(platform));
    },
  };
}
