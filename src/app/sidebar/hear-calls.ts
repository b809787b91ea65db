import { failure, mapped } from '../../core/result.ts';
import { hearRow } from '../hear/hear-row.ts';
import { hearWords } from '../hear/hear-words.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { SidebarServer } from './calls.ts';
import { sheetView } from './sheet-view.ts';

/** The calls that have words spoken without a video. */
export function createHearCalls(platform: Platform): Pick<SidebarServer, 'sidebarHear' | 'sidebarHearName'> {
  return {
    sidebarHear(row, print, again = 'no') {
      const tab = platform.spreadsheet.activeTab();
      if (tab === null) return failure(OPEN_YOUR_SHEET);
      return mapped(hearRow(platform, tab, row, print, again), (heard) => ({
        heard,
        sheet: sheetView(platform),
      }));
    },

    sidebarHearName: (words, voice, again = 'no') => hearWords(platform, words, voice, again),
  };
}
