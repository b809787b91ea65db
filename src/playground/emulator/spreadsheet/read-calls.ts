import { numberOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { areaOf, type Call, type CallContext, type Calls } from './call.ts';
import type { Cell } from './cell.ts';
import { refuseOutside } from './checks.ts';
import { COST, cellsCost } from './cost.ts';
import { isDateFormat } from './number-format.ts';
import { instantOfSerial } from './serial.ts';
import { cellAt, lastColumn, lastRow, type SheetData } from './sheet-data.ts';
import { type Book, displayText, hiddenByFilter, shownValue } from './shown.ts';
import { sheetOf } from './workbook.ts';

type CellReader = (book: Book, sheet: SheetData, cell: Cell, timeZone: string) => Plain;

/** Calls that read the grid; an execution sees its own writes in them. */
export const readCalls: Calls = {
  getValues: reading((book, sheet, cell, timeZone) => {
    const { value, format } = shownValue(book, sheet, cell);
    const isDate = typeof value === 'number' && isDateFormat(format);
    return isDate ? { $date: instantOfSerial(value, timeZone) } : value;
  }),
  getDisplayValues: reading(displayText),
  getFormulas: reading((_book, _sheet, cell) => cell.formula),
  getNotes: reading((_book, _sheet, cell) => cell.note),
  getNumberFormats: reading((_book, _sheet, cell) => cell.format || 'General'),
  getLastRow: extent(lastRow),
  getLastColumn: extent(lastColumn),
  getMaxRows: extent((sheet) => sheet.maxRows),
  getMaxColumns: extent((sheet) => sheet.maxColumns),
  getFrozenRows: extent((sheet) => sheet.frozenRows),
  getDataRange: ({ session }, [gid]) => {
    const sheet = sheetOf(session.buffer.view(), numberOf(gid));
    const rows = Math.max(1, lastRow(sheet));
    const columns = Math.max(1, lastColumn(sheet));
    return { value: { gid: sheet.gid, row: 1, column: 1, rows, columns }, cost: COST.metadata };
  },
  isRowHiddenByUser: hiddenRow((_book, sheet, row) => sheet.rows[row - 1]?.hidden ?? false),
  isRowHiddenByFilter: hiddenRow(hiddenByFilter),
};

function reading(read: CellReader): Call {
  return ({ book, session }, [area]) => {
    const rect = areaOf(area);
    const view = session.buffer.view();
    const sheet = sheetOf(view, rect.gid);
    refuseOutside(sheet, rect);
    const rows: Plain[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      const line: Plain[] = [];
      for (let offset = 0; offset < rect.columns; offset += 1) {
        line.push(read(view, sheet, cellAt(sheet, row, rect.column + offset), book.timeZone));
      }
      rows.push(line);
    }
    return { value: rows, cost: cellsCost(rect.rows * rect.columns) };
  };
}

function extent(measure: (sheet: SheetData) => number): Call {
  return ({ session }, [gid]) => ({
    value: measure(sheetOf(session.buffer.view(), numberOf(gid))),
    cost: COST.metadata,
  });
}

function hiddenRow(hidden: (book: Book, sheet: SheetData, row: number) => boolean): Call {
  return (context: CallContext, [gid, row]) => {
    const { session } = context;
    const view = session.buffer.view();
    const sheet = sheetOf(view, numberOf(gid));
    const line = numberOf(row);
    refuseOutside(sheet, { row: line, column: 1, rows: 1, columns: 1 });
    const last = session.hiddenRow;
    const ahead = last !== null && last.gid === sheet.gid && Math.abs(last.row - line) <= 1;
    session.hiddenRow = { gid: sheet.gid, row: line };
    return { value: hidden(view, sheet, line), cost: ahead ? COST.hiddenRowAhead : COST.hiddenRow };
  };
}
