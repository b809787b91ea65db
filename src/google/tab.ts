import type { Settings } from '../app/ports/ports.ts';
import type { Area, CellContent, Held, Tab } from '../app/ports/tab.ts';
import { headerKey } from '../core/columns/columns.ts';
import { failure, type Result, success } from '../core/result.ts';
import { textCell } from '../core/sheet/cell-text.ts';
import { pictureFormula } from '../core/sheet/picture-formula.ts';
import type { PendingWrites } from './pending-writes.ts';
import { thrownWords } from './thrown-words.ts';
import { addWordColours } from './word-colours.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type CellValue = string | number | boolean | Date;

/** The platform says row by row which are hidden. After this many rows the time for all can be estimated. */
const SAMPLE = 50;

/** A tab over Google's Sheet. One call reads or writes any number of rows. */
export function createTab(sheet: Sheet, pending: PendingWrites, settings: Settings): Tab {
  const id = sheet.getSheetId();
  // Whatever is done with the sheet may be a reading, or may look something up on the way.
  const seen = (): Sheet => {
    pending.read();
    return sheet;
  };
  let rows = 1;
  let columns = 1;
  const rangeOf = (area: Area) => seen().getRange(area.row, area.column, area.rows, area.columns);
  return {
    id,
    name: sheet.getName(),
    settings: () => settings.ofSheet(id),
    corrections: () => settings.corrections(),
    isThere: () => SpreadsheetApp.getActiveSpreadsheet().getSheetById(id) !== null,

    readDisplayed() {
      const values = seen().getDataRange().getDisplayValues();
      rows = values.length;
      columns = values[0]?.length ?? 1;
      return values;
    },

    size() {
      const used = seen().getDataRange();
      rows = used.getNumRows();
      columns = used.getNumColumns();
      return { rows, columns };
    },

    readPart: (area) => rangeOf(area).getDisplayValues(),

    readBack: () => seen().getRange(1, 1, rows, columns).getDisplayValues(),

    headerNotes: () => seen().getRange(1, 1, 1, columns).getNotes()[0] ?? [],

    readNotes: () => seen().getRange(1, 1, rows, columns).getNotes(),

    holdsFormulas: (column) =>
      rows > 1 &&
      seen()
        .getRange(2, column, rows - 1, 1)
        .getFormulas()
        .some(([formula]) => formula !== ''),

    readFormulas: (area) => rangeOf(area).getFormulas(),

    rowsHolding(column) {
      if (rows < 2) return new Set();
      const range = seen().getRange(2, column, rows - 1, 1);
      const formulas = range.getFormulas();
      // A picture in a cell is an object here. A formula that shows a picture may have no value.
      const holding = range.getValues().flatMap(([value], at) => {
        const isEmpty = value === '' && formulas[at]?.[0] === '';
        return isEmpty ? [] : [at + 2];
      });
      return new Set(holding);
    },

    readHeld(area) {
      const values = rangeOf(area).getValues();
      const formulas = rangeOf(area).getFormulas();
      return values.map((line, row) =>
        line.map((value: CellValue, column): Held => {
          const formula = formulas[row]?.[column] ?? '';
          return { kind: 'held', content: formula === '' ? value : { formula } };
        }),
      );
    },

    write(areas) {
      return refusable(sheet, pending, () => {
        for (const { area, cells } of areas) {
          rangeOf(area).setValues(cells.map((line) => line.map(cellValue)));
        }
      });
    },

    writeNotes(column, notes) {
      if (notes.length === 0) return success(null);
      const numbers = notes.map(({ row }) => row);
      const first = Math.min(...numbers);
      const count = Math.max(...numbers) - first + 1;
      return refusable(sheet, pending, () => {
        const range = seen().getRange(first, column, count, 1);
        const lines = count === notes.length ? notes.map(() => ['']) : range.getNotes();
        for (const { row, note } of notes) lines[row - first] = [note];
        range.setNotes(lines);
      });
    },

    appendHeaders(headers) {
      // Nothing may go with it: made a second time, it would add them twice.
      pending.flush();
      return refusable(sheet, pending, () => {
        const last = seen().getLastColumn();
        const missing = last + headers.length - seen().getMaxColumns();
        if (missing > 0) seen().insertColumnsAfter(seen().getMaxColumns(), missing);
        // In a cell that is formatted as plain text the apostrophe before a text becomes a part of it.
        seen()
          .getRange(1, last + 1, seen().getMaxRows(), headers.length)
          .setNumberFormat('General');
        const range = seen().getRange(1, last + 1, 1, headers.length);
        range.setValues([headers.map(({ name }) => textCell(name))]);
        range.setNotes([headers.map(({ note }) => note)]);
        pending.settle();
        // Names that do not read as they were written would be missed, and added again, at every click.
        const [shown = []] = range.getDisplayValues();
        const other = headers.find(({ name }, at) => headerKey(shown[at] ?? '') !== headerKey(name));
        if (other === undefined) return;
        range.clear();
        throw new Error(`The name "${other.name}" of a new column reads otherwise in row 1.`);
      });
    },

    colourWords(column, colours) {
      pending.flush();
      try {
        const isNew = addWordColours(seen(), column, colours);
        pending.settle();
        return success(isNew);
      } catch (error) {
        return failure(thrownWords(error));
      }
    },

    hiddenAmong(wanted, budgetMs) {
      const hidden = new Set<number>();
      const until = Date.now() + budgetMs;
      // A typed table has a filter of its own, which the sheet does not tell about: rows are asked about all the same.
      const checks = [
        (row: number) => seen().isRowHiddenByUser(row),
        (row: number) => seen().isRowHiddenByFilter(row),
      ];
      const started = Date.now();
      for (const [pass, isHidden] of checks.entries()) {
        for (const [at, row] of wanted.entries()) {
          if (pass === 0 && at === SAMPLE) {
            const expected = ((Date.now() - started) / SAMPLE) * wanted.length * checks.length;
            if (expected > budgetMs) return null;
          }
          if (Date.now() > until) return null;
          if (isHidden(row)) hidden.add(row);
        }
      }
      return hidden;
    },
  };
}

/** A text gets an apostrophe in front. Otherwise Sheets might read it as a formula, a number or a date. */
function cellValue(cell: CellContent): CellValue {
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text);
    case 'number':
      return cell.value;
    case 'picture':
      return pictureFormula(cell.address);
    case 'blank':
      return '';
    case 'held':
      return heldValue(cell.content);
  }
}

function heldValue(content: unknown): CellValue {
  if (typeof content === 'string') return content === '' ? '' : `'${content}`;
  if (typeof content === 'object' && content !== null && 'formula' in content) return String(content.formula);
  return content as CellValue;
}

/**
 * Protected ranges, validation rules and typed columns throw, some at the write and some only at its flush. So each
 * write is flushed where it is made. A use case expects a refusal, so it is a failure and no exception. The flush also
 * carries what was written into the ledger before.
 */
function refusable(sheet: Sheet, pending: PendingWrites, write: () => void): Result<null> {
  const ofLedger = pending.underWay();
  try {
    write();
    pending.settle();
    return success(null);
  } catch (error) {
    // A refusal of the ledger must not be taken for one of this sheet.
    if (pending.alone(ofLedger)) return refusable(sheet, pending, write);
    return failure(
      `Reelmerge could not write into the sheet “${sheet.getName()}”: ${thrownWords(error)} Allow changes to the output columns, then choose “Check for finished videos”.`,
    );
  }
}
