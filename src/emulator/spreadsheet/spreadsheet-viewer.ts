import type { CellValue } from './cell.ts';
import { cellAt, type SheetData } from './sheet-data.ts';
import type { SpreadsheetService } from './spreadsheet-service.ts';
import { sheetNamed } from './workbook.ts';

/** One cell as the user sees it. A date is a serial number in `value` and readable in `display`. */
export interface SeenCell {
  readonly value: CellValue;
  readonly display: string;
  readonly formula: string;
  readonly note: string;
}

/** One tab. */
export interface SeenSheet {
  readonly gid: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly active: boolean;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A formula and where it stands. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** What a person sees in the browser: the stored spreadsheet, without writes that are still buffered. */
export class SpreadsheetViewer {
  protected readonly service: SpreadsheetService;

  constructor(service: SpreadsheetService) {
    this.service = service;
  }

  sheets(): readonly SeenSheet[] {
    const { book, calculation } = this.service;
    return book.sheets.map((sheet) => ({
      gid: sheet.gid,
      name: sheet.name,
      hidden: sheet.hidden,
      active: sheet.gid === book.activeGid,
      maxRows: sheet.maxRows,
      maxColumns: sheet.maxColumns,
      lastRow: calculation.lastRow(sheet),
      lastColumn: calculation.lastColumn(sheet),
    }));
  }

  /** The display values of the data range; no rows when the sheet is empty. */
  displayValues(sheet: string): string[][] {
    const data = this.sheet(sheet);
    const { calculation } = this.service;
    const columns = calculation.lastColumn(data);
    return Array.from({ length: calculation.lastRow(data) }, (_, row) =>
      Array.from({ length: columns }, (__, column) => calculation.display(data, row + 1, column + 1)),
    );
  }

  /** Whether the sheet holds a formula. Without one, a row shows the same as long as its cells are the same. */
  hasFormulas(sheet: string): boolean {
    return this.sheet(sheet).rows.some((row) => row?.formulas === true);
  }

  /** The display values of one row, up to the last cell that is stored. */
  displayRow(sheet: string, row: number): string[] {
    const data = this.sheet(sheet);
    const { calculation } = this.service;
    const { length } = data.rows[row - 1]?.cells ?? [];
    return Array.from({ length }, (_, at) => calculation.display(data, row, at + 1));
  }

  cell(sheet: string, row: number, column: number): SeenCell {
    const data = this.sheet(sheet);
    const { calculation } = this.service;
    const cell = cellAt(data, row, column);
    return {
      value: calculation.shown(data, row, column).value,
      display: calculation.display(data, row, column),
      formula: cell.formula,
      note: cell.note,
    };
  }

  /** What hides a row from everybody; null when nothing does. */
  rowHiddenBy(sheet: string, row: number): 'user' | 'filter' | null {
    const data = this.sheet(sheet);
    if (data.rows[row - 1]?.hidden) return 'user';
    return this.service.calculation.hiddenByFilter(data, row) ? 'filter' : null;
  }

  /** Whether the filter view that is open hides a row, from this user only. */
  rowHiddenByView(sheet: string, row: number): boolean {
    const data = this.sheet(sheet);
    const view = this.service.book.filterViews.get(data.gid);
    return view !== undefined && this.service.calculation.hiddenBy(view, data, row);
  }

  /** Every cell of every sheet that holds a formula. */
  formulaCells(): readonly FormulaCell[] {
    const found: FormulaCell[] = [];
    for (const sheet of this.service.book.sheets) {
      for (const [index, row] of sheet.rows.entries()) {
        for (const [at, cell] of row?.formulas ? row.cells.entries() : []) {
          if (cell !== undefined && cell.formula !== '') {
            found.push({ sheet: sheet.name, row: index + 1, column: at + 1, formula: cell.formula });
          }
        }
      }
    }
    return found;
  }

  protected sheet(name: string): SheetData {
    const sheet = sheetNamed(this.service.book, name);
    if (sheet === undefined) throw new Error(`There is no sheet named "${name}"`);
    return sheet;
  }
}
