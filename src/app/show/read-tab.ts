import { CurrentRequests } from '../../core/jobs/current-request.ts';
import type { ReadTab } from '../../core/jobs/write-back.ts';
import type { Table } from '../../core/sheet/table.ts';
import { keptTemplates } from '../account/look-up-account.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';

/**
 * Reads what the rows of a tab would ask for now, from its table as it stands at each moment. Nothing is asked of
 * HeyGen, since this happens under the lock: of a HeyGen template counts what was learned some minutes ago.
 */
export function createTabReader(platform: Platform, tab: Tab): (table: Table) => ReadTab {
  const now = platform.clock.now();
  const defaults = platform.settings.defaults(tab.id);
  return (table) => {
    const facts = keptTemplates(platform, table, defaults);
    return { table, requests: new CurrentRequests(table, defaults, facts), tab: tab.id, now };
  };
}

/** A tab that was just read, with what its rows would ask for now. */
export function readTab(platform: Platform, tab: Tab, table: Table): ReadTab {
  return createTabReader(platform, tab)(table);
}
