import { mapped, success } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import { addColumns, listOptionalColumns } from '../set-up/add-columns.ts';
import { setUpExamples } from '../set-up/set-up-sheet.ts';
import type { SidebarServer } from './calls.ts';
import { sheetView } from './sheet-view.ts';

/** The calls that get a sheet ready for its first rows. */
export function setUpCalls(
  platform: Platform,
): Pick<SidebarServer, 'sidebarExamples' | 'sidebarAddColumns' | 'sidebarOptionalColumns'> {
  return {
    sidebarExamples: () => mapped(setUpExamples(platform), () => sheetView(platform)),
    sidebarAddColumns: (names) => mapped(addColumns(platform, names), () => sheetView(platform)),
    sidebarOptionalColumns: () => success(listOptionalColumns(platform)),
  };
}
