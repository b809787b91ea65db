import { listOf, numberOf, recordOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { areasOf, type Call, type CallContext, type Calls } from './call.ts';
import { refuseInputs, refuseOtherSize, refuseOutside } from './checks.ts';
import { COST, cellsCost } from './cost.ts';
import { sheetOf } from './workbook.ts';
import { type CellWrite, type Input, isBlock, type WriteKind } from './write.ts';
import { refuseWrite } from './write-refusals.ts';

/**
 * Calls that write cells. What the platform refuses about the call itself throws at once. The rest stays in the
 * execution's buffer, and some of it may be refused at the flush.
 */
export const writeCalls: Calls = {
  setValues: writing('values'),
  setValue: writing('values'),
  setFormulas: writing('formulas'),
  setFormula: writing('formulas'),
  setNotes: writing('notes'),
  setNote: writing('notes'),
  setNumberFormats: writing('formats'),
  setNumberFormat: writing('formats'),
  clearContent: writing('contents'),
  clear: writing('everything'),
  appendRow: (context, [gid, contents]) => {
    const view = context.session.buffer.view();
    const sheet = sheetOf(view, numberOf(gid));
    const line = listOf(contents).map(inputOf);
    if (line.length > sheet.maxColumns) {
      throw new Error(
        `appendRow of ${line.length} cells to a sheet of ${sheet.maxColumns} columns is not emulated`,
      );
    }
    const last = context.calculate(view).lastRow(sheet);
    // The platform promises an atomic append. Here it is a write at fixed coordinates, like any other.
    const area = { gid: sheet.gid, row: last + 1, column: 1, rows: 1, columns: line.length };
    return written(context, [{ kind: 'values', area, inputs: [line], grows: true }]);
  },
  /** Fonts, colours, wrapping: they cost a call and can be refused, but change nothing here. */
  setStyle: (context, [areas]) => {
    const writes = areasOf(areas).map((area): CellWrite => ({ kind: 'looks', area, inputs: null }));
    written(context, writes);
    return { value: null, cost: COST.cells };
  },
  /** Column widths. */
  setSheetStyle: (context, [gid, column]) => {
    const sheet = sheetOf(context.session.buffer.view(), numberOf(gid));
    refuseOutside(sheet, { row: 1, column: numberOf(column), rows: 1, columns: 1 });
    return { value: null, cost: COST.metadata };
  },
};

function writing(kind: WriteKind): Call {
  return (context, [areas, inputs]) => {
    const data = inputsOf(inputs);
    return written(
      context,
      areasOf(areas).map((area) => ({ kind, area, inputs: data })),
    );
  };
}

function written(context: CallContext, writes: readonly CellWrite[]): { value: Plain; cost: number } {
  const { book, session, typing, calculate } = context;
  const { refusesAt } = context.habits;
  const view = session.buffer.view();
  let cells = 0;
  for (const write of writes) {
    const { area } = write;
    const sheet = sheetOf(view, area.gid);
    if (!write.grows) refuseOutside(sheet, area);
    if (isBlock(write.inputs)) refuseOtherSize(area, write.inputs);
    refuseInputs(write);
    if (refusesAt === 'write') refuseWrite(book, sheet, write, () => calculate(view), typing);
    cells += area.rows * area.columns;
  }
  // Looks change nothing here: they are kept only where a flush may yet refuse them.
  const kept = writes.filter(({ kind }) => kind !== 'looks' || refusesAt === 'flush');
  if (kept.length > 0) session.buffer.add(kept);
  session.hiddenRow = null;
  return { value: null, cost: cellsCost(cells) };
}

function inputsOf(value: Plain | undefined): CellWrite['inputs'] {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object' && !('$date' in value)) {
    return listOf(value).map((row) => listOf(row).map(inputOf));
  }
  return inputOf(value);
}

function inputOf(value: Plain): Input {
  if (value === null) return '';
  return typeof value === 'object' ? { $date: numberOf(recordOf(value).$date) } : value;
}
