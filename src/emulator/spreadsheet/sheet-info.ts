import type { Plain } from '../service.ts';
import type { SheetData } from './sheet-data.ts';

/** What comes with a Sheet object. That is why asking for its name needs no further call. */
export function sheetInfo(sheet: SheetData): { readonly [name: string]: Plain } {
  return { gid: sheet.gid, name: sheet.name };
}
