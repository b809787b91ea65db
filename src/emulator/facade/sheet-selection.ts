import { listOf, recordOf } from '../plain.ts';
import { areaOf } from '../spreadsheet/call.ts';
import type { SheetRect } from '../spreadsheet/rect.ts';
import type { SheetsLine } from './sheets-line.ts';

/** What the user has selected on the given sheet, or (null) on the active one; null for nothing. */
export function selectedAreas(line: SheetsLine, gid: number | null): readonly SheetRect[] | null {
  const answer = line.call('getActiveRanges', line.interactive, gid);
  if (answer === null) return null;
  const { gid: sheet, rects } = recordOf(answer);
  return listOf(rects).map((rect) => areaOf({ ...recordOf(rect), gid: sheet }));
}

/** The members about the selection that Spreadsheet, Sheet, Selection and SpreadsheetApp share. */
export function selectionMembers(
  line: SheetsLine,
  gid: number | null,
  rangeAt: (area: SheetRect) => object,
  listOfRanges: (areas: readonly SheetRect[]) => object,
): {
  getActiveRange: () => object | null;
  getActiveRangeList: () => object | null;
  getCurrentCell: () => object | null;
} {
  return {
    getActiveRange: () => {
      const area = selectedAreas(line, gid)?.at(-1);
      return area === undefined ? null : rangeAt(area);
    },
    getActiveRangeList: () => {
      const areas = selectedAreas(line, gid);
      return areas === null ? null : listOfRanges(areas);
    },
    getCurrentCell: () => {
      const area = selectedAreas(line, gid)?.at(-1);
      return area === undefined ? null : rangeAt({ ...area, rows: 1, columns: 1 });
    },
  };
}
