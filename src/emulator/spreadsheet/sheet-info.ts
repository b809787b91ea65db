import type { Plain } from '../service.ts';
import type { SheetData } from './sheet-data.ts';

/** What the platform delivers with a Sheet object: its name then is answered without another call. */
export function sheetInfo(sheet: SheetData): { readonly [name: string]: Plain } {
  return { gid: sheet.gid, name: sheet.name };
}
