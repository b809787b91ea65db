import { numberOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import type { Calculation } from './calculation.ts';
import { areaOf, type Call, type CallContext, type Calls } from './call.ts';
import { refuseOutside } from './checks.ts';
import { COST, cellsCost } from './cost.ts';
import { isDateFormat } from './number-format.ts';
import { instantOfSerial } from './serial.ts';
import { cellAt, type SheetData } from './sheet-data.ts';
import { sheetOf } from './workbook.ts';

type CellReader = (calculation: Calculation, sheet: SheetData, row: number, column: number) => Plain;

/** Calls that read the grid. An execution sees its own writes. */
export const readCalls: Calls = {
  getValues: reading((calculation, sheet, row, column) => {
    const shown = calculation.shown(sheet, row, column);
    const { value, format, image, error } = shown;
    if (image !== undefined) return { $image: image };
    if (error) return calculation.text(shown);
    const isDate = typeof value === 'number' && isDateFormat(format);
    return isDate ? { $date: instantOfSerial(value, calculation.timeZone) } : value;
  }),
  getDisplayValues: reading((calculation, sheet, row, column) => calculation.display(sheet, row, column)),
  getFormulas: reading((_, sheet, row, column) => cellAt(sheet, row, column).formula),
  getNotes: reading((_, sheet, row, column) => cellAt(sheet, row, column).note),
  getNumberFormats: reading((_, sheet, row, column) => cellAt(sheet, row, column).format || 'General'),
  getLastRow: extent((sheet, calculation) => calculation.lastRow(sheet)),
  getLastColumn: extent((sheet, calculation) => calculation.lastColumn(sheet)),
  getMaxRows: extent((sheet) => sheet.maxRows),
  getMaxColumns: extent((sheet) => sheet.maxColumns),
  getFrozenRows: extent((sheet) => sheet.frozenRows),
  getDataRange: ({ session, calculate }, [gid]) => {
    const view = session.buffer.view();
    const sheet = sheetOf(view, numberOf(gid));
    const rows = Math.max(1, calculate(view).lastRow(sheet));
    const columns = Math.max(1, calculate(view).lastColumn(sheet));
    return { value: { gid: sheet.gid, row: 1, column: 1, rows, columns }, cost: COST.metadata };
  },
  isRowHiddenByUser: hiddenRow((_, sheet, row) => sheet.rows[row - 1]?.hidden ?? false),
  isRowHiddenByFilter: hiddenRow((calculation, sheet, row) => calculation.hiddenByFilter(sheet, row)),
};

function reading(read: CellReader): Call {
  return ({ session, calculate }, [area]) => {
    const rect = areaOf(area);
    const view = session.buffer.view();
    const sheet = sheetOf(view, rect.gid);
    refuseOutside(sheet, rect);
    const calculation = calculate(view);
    const rows: Plain[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      const line: Plain[] = [];
      for (let offset = 0; offset < rect.columns; offset += 1) {
        line.push(read(calculation, sheet, row, rect.column + offset));
      }
      rows.push(line);
    }
    return { value: rows, cost: cellsCost(rect.rows * rect.columns) };
  };
}

function extent(measure: (sheet: SheetData, calculation: Calculation) => number): Call {
  return ({ session, calculate }, [gid]) => {
    const view = session.buffer.view();
    return { value: measure(sheetOf(view, numberOf(gid)), calculate(view)), cost: COST.metadata };
  };
}

function hiddenRow(hidden: (calculation: Calculation, sheet: SheetData, row: number) => boolean): Call {
  return (context: CallContext, [gid, row]) => {
    const { session, calculate } = context;
    const view = session.buffer.view();
    const sheet = sheetOf(view, numberOf(gid));
    const line = numberOf(row);
    refuseOutside(sheet, { row: line, column: 1, rows: 1, columns: 1 });
    const last = session.hiddenRow;
    const ahead = last !== null && last.gid === sheet.gid && Math.abs(last.row - line) <= 1;
    session.hiddenRow = { gid: sheet.gid, row: line };
    return {
      value: hidden(calculate(view), sheet, line),
      cost: ahead ? COST.hiddenRowAhead : COST.hiddenRow,
    };
  };
}
