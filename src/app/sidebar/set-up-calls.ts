import { mapped } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import { addFieldColumns, setUpExamples } from '../set-up/set-up-sheet.ts';
import type { SidebarServer } from './calls.ts';
import { sheetView } from './sheet-view.ts';

/** The calls that get a sheet ready for its first rows. */
export function setUpCalls(platform: Platform): Pick<SidebarServer, 'sidebarExamples' | 'sidebarAddColumns'> {
  return {
    sidebarExamples: () => mapped(setUpExamples(platform), () => sheetView(platform)),
    sidebarAddColumns: (names) => mapped(addFieldColumns(platform, names), () => sheetView(platform)),
  };
}
