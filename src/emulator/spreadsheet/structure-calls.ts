import { listOf, numberOf, recordOf, textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { Plain } from '../service.ts';
import { areaOf, type CallContext, type Calls, flagOf, optionalNumberOf, optionalTextOf } from './call.ts';
import { refuseOutside } from './checks.ts';
import { COST } from './cost.ts';
import { formatRuleOf, plainRule } from './format-rule.ts';
import type { Rect } from './rect.ts';
import { EMPTY_ROW, type SheetData, setRow } from './sheet-data.ts';
import { sheetInfo } from './sheet-info.ts';
import { type SortKey, sortBlock } from './sort.ts';
import { deleteColumns, deleteRows, insertColumns, insertRows } from './structure.ts';
import { activateTab, addSheet, hideTab, moveTab, removeSheet } from './tabs.ts';
import { refuseTakenName, sheetOf, type Workbook } from './workbook.ts';
import { refuseProtected } from './write-refusals.ts';

type Change = (book: Workbook, args: readonly Plain[], context: CallContext) => Plain;
type LinesChange = (book: Workbook, sheet: SheetData, first: number, count: number) => void;

/** Calls that change more than cells. They flush the execution's own writes first, then happen at once. */
export const structureCalls: Calls = eachStructural({
  insertRows: inserted(insertRows),
  deleteRows: lines(deleteRows, (sheet, row, rows) => ({ ...wholeSheet(sheet), row, rows })),
  insertColumns: inserted(insertColumns),
  deleteColumns: lines(deleteColumns, (sheet, column, columns) => ({
    ...wholeSheet(sheet),
    column,
    columns,
  })),
  hideRows: lines(hideRows(true), null),
  showRows: lines(hideRows(false), null),
  sort: (book, [area, keys], { calculate }) => {
    const rect = areaOf(area);
    const sheet = sheetOf(book, rect.gid);
    refuseOutside(sheet, rect);
    refuseProtected(book, sheet.gid, rect);
    sortBlock(calculate(book), sheet, rect, listOf(keys).map(sortKeyOf));
    return null;
  },
  insertSheet: (book, [name, index, interactive]) => {
    const sheet = addSheet(book, optionalTextOf(name), optionalNumberOf(index));
    if (flagOf(interactive)) activateTab(book, sheet);
    return sheetInfo(sheet);
  },
  deleteSheet: onSheet(removeSheet),
  setName: (book, [gid, name]) => {
    const sheet = sheetOf(book, numberOf(gid));
    refuseTakenName(book, textOf(name), sheet);
    sheet.name = textOf(name);
    return null;
  },
  moveSheet: (book, [gid, position]) => {
    moveTab(book, sheetOf(book, numberOf(gid)), numberOf(position));
    return null;
  },
  hideSheet: onSheet(hideTab),
  showSheet: onSheet((_book, sheet) => {
    sheet.hidden = false;
  }),
  setFrozenRows: (book, [gid, rows]) => {
    const sheet = sheetOf(book, numberOf(gid));
    if (numberOf(rows) < 0 || numberOf(rows) >= sheet.maxRows) {
      throw refused('everythingFrozen');
    }
    sheet.frozenRows = numberOf(rows);
    return null;
  },
  setActiveSheet: (book, [interactive, gid, restore]) => {
    if (flagOf(interactive)) activateTab(book, sheetOf(book, numberOf(gid)), restore === true);
    return null;
  },
  setActiveRanges: (book, [interactive, areas]) => {
    const rects = listOf(areas).map(areaOf);
    const gid = rects[0]?.gid;
    if (gid === undefined) throw refused('emptyRangeList');
    for (const rect of rects) refuseOutside(sheetOf(book, gid), rect);
    if (!flagOf(interactive)) return null;
    activateTab(book, sheetOf(book, gid));
    book.selection = { gid, rects: rects.map(({ gid: _gid, ...rect }) => rect) };
    return null;
  },
  createFilter: (book, [area]) => {
    const { gid, ...rect } = areaOf(area);
    const sheet = sheetOf(book, gid);
    refuseOutside(sheet, rect);
    if (sheet.filter !== null) {
      throw refused('filterExists');
    }
    sheet.filter = { rect, hidden: new Map() };
    return null;
  },
  removeFilter: onSheet((_book, sheet) => {
    sheet.filter = null;
  }),
  getFormatRules: (book, [gid]) => sheetOf(book, numberOf(gid)).formatRules.map(plainRule),
  /** Replaces all rules. Where a protection keeps the script out, only rules that were there already may cover cells. */
  setFormatRules: (book, [gid, rules]) => {
    const sheet = sheetOf(book, numberOf(gid));
    const known = new Set(sheet.formatRules.map((rule) => JSON.stringify(rule)));
    const wanted = listOf(rules).map(formatRuleOf);
    for (const rule of wanted) {
      for (const rect of rule.rects) {
        refuseOutside(sheet, rect);
        if (!known.has(JSON.stringify(rule))) refuseProtected(book, sheet.gid, rect);
      }
    }
    sheet.formatRules = wanted;
    return null;
  },
  protect: (book, [gid, area]) => {
    const sheet = sheetOf(book, numberOf(gid));
    const id = book.nextId;
    book.nextId += 1;
    const rect = area === null ? null : areaWithoutSheet(area);
    if (rect !== null) refuseOutside(sheet, rect);
    // Whoever protects may go on editing: a script's own protection never keeps it out.
    book.protections.push({ id, gid: sheet.gid, rect, description: '', editable: true, warningOnly: false });
    return id;
  },
  updateProtection: (book, [id, changes]) => {
    const { description, warningOnly } = recordOf(changes);
    book.protections = book.protections.map((one) =>
      one.id !== id
        ? one
        : {
            ...one,
            description: description === undefined ? one.description : textOf(description),
            warningOnly: warningOnly === undefined ? one.warningOnly : flagOf(warningOnly),
          },
    );
    return null;
  },
  removeProtection: (book, [id]) => {
    const protection = book.protections.find((one) => one.id === id);
    if (protection !== undefined && !protection.editable) {
      throw refused('protectionStays');
    }
    book.protections = book.protections.filter((one) => one.id !== id);
    return null;
  },
});

function eachStructural(changes: Readonly<Record<string, Change>>): Calls {
  const calls: Record<
    string,
    (context: CallContext, args: readonly Plain[]) => { value: Plain; cost: number }
  > = {};
  for (const [name, change] of Object.entries(changes)) {
    calls[name] = (context, args) => {
      const { book } = context;
      context.flush();
      const value = change(book, args, context);
      book.version += 1;
      return { value, cost: COST.structure };
    };
  }
  return calls;
}

/** New rows or columns. `like` is the line next to which the script puts them. */
function inserted(insert: typeof insertRows): Change {
  return (book, [gid, before, count, like], { habits }) => {
    const sheet = sheetOf(book, numberOf(gid));
    if (book.protections.some((one) => one.gid === sheet.gid && one.rect === null)) {
      refuseProtected(book, sheet.gid, wholeSheet(sheet));
    }
    insert(book, sheet, {
      before: numberOf(before),
      count: numberOf(count),
      like: habits.newLinesInherit ? numberOf(like) : null,
    });
    return null;
  };
}

/** A change of rows or columns. A protection of the block `guarded` refuses it. */
function lines(
  change: LinesChange,
  guarded: ((sheet: SheetData, first: number, count: number) => Rect) | null,
): Change {
  return (book, [gid, first, count]) => {
    const sheet = sheetOf(book, numberOf(gid));
    const rect = guarded?.(sheet, numberOf(first), numberOf(count));
    if (rect !== undefined) refuseProtected(book, sheet.gid, rect);
    change(book, sheet, numberOf(first), numberOf(count));
    return null;
  };
}

function onSheet(change: (book: Workbook, sheet: SheetData) => void): Change {
  return (book, [gid]) => {
    change(book, sheetOf(book, numberOf(gid)));
    return null;
  };
}

function hideRows(hidden: boolean): LinesChange {
  return (_book, sheet, first, count) => {
    refuseOutside(sheet, { row: first, column: 1, rows: count, columns: 1 });
    for (let row = first; row < first + count; row += 1) {
      setRow(sheet, row, { ...(sheet.rows[row - 1] ?? EMPTY_ROW), hidden });
    }
  };
}

function wholeSheet(sheet: SheetData): Rect {
  return { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
}

function sortKeyOf(value: Plain): SortKey {
  const { column, ascending } = recordOf(value);
  return { column: numberOf(column), ascending: flagOf(ascending) };
}

function areaWithoutSheet(value: Plain | undefined): Rect {
  const { gid: _gid, ...rect } = areaOf(value);
  return rect;
}
