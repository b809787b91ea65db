import { numberOf, textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { Plain } from '../service.ts';
import { parseA1, rectOf } from './a1.ts';
import { type CallContext, type CallResult, type Calls, flagOf, optionalNumberOf } from './call.ts';
import { COST } from './cost.ts';
import type { Rect } from './rect.ts';
import { sheetInfo } from './sheet-info.ts';
import { type Selection, sheetNamed, sheetOf } from './workbook.ts';

/** Calls about the spreadsheet as a whole and about the selection. */
export const bookCalls: Calls = {
  getActiveSpreadsheet: ({ book }) => {
    const { id, name, locale, timeZone } = book;
    return answer({ id, name, locale, timeZone });
  },
  getSheets: ({ session }) => answer(session.buffer.view().sheets.map(sheetInfo)),
  getSheetByName: ({ session }, [name]) => {
    const sheet = sheetNamed(session.buffer.view(), textOf(name));
    return answer(sheet === undefined ? null : sheetInfo(sheet));
  },
  getSheetById: ({ session }, [gid]) => {
    const sheet = session.buffer.view().sheets.find((one) => one.gid === numberOf(gid));
    return answer(sheet === undefined ? null : sheetInfo(sheet));
  },
  getSheetState: ({ session }, [gid]) => {
    const view = session.buffer.view();
    const sheet = sheetOf(view, numberOf(gid));
    return answer({ ...sheetInfo(sheet), hidden: sheet.hidden, index: view.sheets.indexOf(sheet) + 1 });
  },
  /** A1 notation with an open end or a sheet's name: only the server knows sizes and names. */
  resolveRange: (context, [gid, notation]) =>
    answer(resolved(context, optionalNumberOf(gid), textOf(notation))),
  getActiveSheet: ({ book }, [interactive]) => {
    // A trigger has no active sheet. The platform gives it the first one.
    const gid = flagOf(interactive) ? book.activeGid : (book.sheets[0]?.gid ?? 0);
    return answer(sheetInfo(sheetOf(book, gid)));
  },
  getActiveRanges: (context, [interactive, gid]) => {
    const selection = flagOf(interactive) ? selectionOn(context, optionalNumberOf(gid)) : null;
    return answer(selection && { gid: selection.gid, rects: selection.rects.map((rect) => ({ ...rect })) });
  },
  getFilter: ({ session }, [gid]) => {
    const sheet = sheetOf(session.buffer.view(), numberOf(gid));
    return answer(sheet.filter && { gid: sheet.gid, ...sheet.filter.rect });
  },
  getProtections: ({ book }, [gid, whole]) => {
    const kind = flagOf(whole);
    const mine = book.protections.filter(
      (one) => (one.rect === null) === kind && (gid === null || one.gid === gid),
    );
    return answer(mine.map(({ rect, ...rest }) => ({ ...rest, rect: rect && { ...rect } })));
  },
};

function answer(value: Plain): CallResult {
  return { value, cost: COST.metadata };
}

function resolved({ book, session }: CallContext, gid: number | null, notation: string): Plain {
  const range = parseA1(notation);
  const view = session.buffer.view();
  const named = range.sheet === null ? null : sheetNamed(view, range.sheet);
  if (named === undefined) throw refused('rangeNotFound', notation);
  const sheet = named ?? sheetOf(view, gid ?? book.activeGid);
  const rect = rectOf(range, sheet.maxRows, sheet.maxColumns);
  if (rect.rows < 1 || rect.columns < 1) {
    throw refused('outsideSheet');
  }
  return { sheet: sheetInfo(sheet), rect: { ...rect } };
}

/** The selection clipped to the grid; null when nothing is selected there. */
function selectionOn({ book }: CallContext, gid: number | null): Selection | null {
  const selection = book.selection;
  if (selection === null || (gid !== null && selection.gid !== gid)) return null;
  const sheet = book.sheets.find((one) => one.gid === selection.gid);
  if (sheet === undefined) return null;
  const rects = selection.rects.flatMap((rect): readonly Rect[] => {
    const rows = Math.min(rect.rows, sheet.maxRows - rect.row + 1);
    const columns = Math.min(rect.columns, sheet.maxColumns - rect.column + 1);
    return rows < 1 || columns < 1 ? [] : [{ ...rect, rows, columns }];
  });
  return rects.length === 0 ? null : { gid: selection.gid, rects };
}
