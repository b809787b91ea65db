import { listOf, numberOf, recordOf, textOf } from '../plain.ts';
import { areaOf } from '../spreadsheet/call.ts';
import type { Rect } from '../spreadsheet/rect.ts';
import { createEnumeration, nameOfValue } from './enumeration.ts';
import { wrongArguments } from './range-arguments.ts';
import { createProtection } from './sheet-extras.ts';
import type { SheetsLine } from './sheets-line.ts';

/** `SpreadsheetApp.ProtectionType`. */
export const PROTECTION_TYPES = createEnumeration('ProtectionType', ['RANGE', 'SHEET']);

/** The members of a Sheet that protect it and read its protections. */
export function protectionMembers(
  line: SheetsLine,
  gid: number,
  rangeAt: (rect: Rect) => object,
  whole: () => Rect,
): { protect: () => object; getProtections: (type: unknown) => object[] } {
  return {
    protect: () => createProtection(line, numberOf(line.call('protect', gid, null)), rangeAt(whole())),
    getProtections: (type: unknown) => {
      const name = nameOfValue(PROTECTION_TYPES, type);
      if (name === null) throw wrongArguments('Sheet.getProtections', [type]);
      const found = listOf(line.call('getProtections', gid, name === 'SHEET'));
      return found.map((one) => {
        const { id, rect, description, editable, warningOnly } = recordOf(one);
        const range = rect === null ? whole() : areaOf({ ...recordOf(rect), gid });
        return createProtection(line, numberOf(id), rangeAt(range), {
          description: textOf(description),
          editable: editable === true,
          warningOnly: warningOnly === true,
        });
      });
    },
  };
}
