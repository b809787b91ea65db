import { failure, type Result, success } from '../../core/result.ts';
import { listNames } from '../check/list-names.ts';
import { listTexts } from '../check/list-texts.ts';
import { readAll } from '../check/read-all.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import type { SidebarServer } from './calls.ts';
import { checkView } from './check-view.ts';

type ReadingCalls = 'sidebarTexts' | 'sidebarListTexts' | 'sidebarNames' | 'sidebarCheck';

/** The calls that look at what the selected rows will say, and pay for nothing. */
export function readingCalls(platform: Platform): Pick<SidebarServer, ReadingCalls> {
  const onTab = <Value>(read: (tab: Tab) => Result<Value>): Result<Value> => {
    const tab = platform.spreadsheet.activeTab();
    return tab === null ? failure(OPEN_YOUR_SHEET) : read(tab);
  };
  return {
    sidebarTexts: (again = false) => onTab((tab) => readAll(platform, tab, again ? 'again' : 'selected')),
    sidebarListTexts: () => onTab((tab) => listTexts(platform, tab)),
    sidebarNames: () => onTab((tab) => listNames(platform, tab)),
    sidebarCheck: (again = false, all = false) => success(checkView(platform, again, all)),
  };
}
