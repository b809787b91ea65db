import type { MenuEntry } from '../../emulator/services/ui-service.ts';

/** `dir/outreach.csv` is shown as a sheet `outreach`. */
export function sheetName(title: string): string {
  return title.replace(/\.csv$/i, '').slice(0, 100) || 'Sheet1';
}

/** The menu's function that opens the sidebar, if there is one. */
export function sidebarOpener(entries: readonly MenuEntry[]): string | null {
  for (const entry of entries) {
    if (entry.kind === 'item' && /sidebar/i.test(entry.functionName)) return entry.functionName;
    if (entry.kind === 'submenu') return sidebarOpener(entry.entries);
  }
  return null;
}
