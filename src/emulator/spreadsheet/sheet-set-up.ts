import { parseA1, rectOf } from './a1.ts';
import type { Rect } from './rect.ts';
import { changeCells, type SheetData } from './sheet-data.ts';
import { SpreadsheetEditor } from './spreadsheet-editor.ts';
import type { ColumnType, Table } from './table.ts';

/** How a person sets up a sheet: filters, tables, protections, rules. None of it changes a value. */
export class SheetSetUp extends SpreadsheetEditor {
  /** Puts a filter on the range, whose first row is the header. It hides rows that show one of `hiddenValues`. */
  setFilter(sheet: string, range: string, column: number, hiddenValues: readonly string[]): void {
    this.change(sheet, (data) => {
      data.filter = {
        rect: this.rect(data, range),
        hidden: new Map(data.filter?.hidden).set(column, new Set(hiddenValues)),
      };
    });
  }

  clearFilter(sheet: string): void {
    this.change(sheet, (data) => {
      data.filter = null;
    });
  }

  /** Looks at the sheet through a filter view: rows that show one of `hiddenValues` are hidden from this user only. */
  openFilterView(sheet: string, range: string, column: number, hiddenValues: readonly string[]): void {
    this.change(sheet, (data, book) => {
      const hidden = new Map([[column, new Set(hiddenValues)]]);
      book.filterViews.set(data.gid, { rect: this.rect(data, range), hidden });
    });
  }

  closeFilterView(sheet: string): void {
    this.change(sheet, (data, book) => book.filterViews.delete(data.gid));
  }

  /** Makes the range a table, whose first row is the header. Columns without a type take everything. */
  makeTable(sheet: string, range: string, types: Readonly<Record<number, ColumnType>> = {}): void {
    this.change(sheet, (data) => {
      const typed = Object.entries(types).map(([column, type]) => [Number(column), type] as const);
      const table: Table = { rect: this.rect(data, range), types: new Map(typed), hidden: new Map() };
      data.tables = [...data.tables, table];
    });
  }

  /** Filters the sheet's tables that have the column, with the table's own filter. */
  filterTable(sheet: string, column: number, hiddenValues: readonly string[]): void {
    this.change(sheet, (data) => {
      data.tables = data.tables.map((table) => {
        const { column: first, columns } = table.rect;
        if (column < first || column >= first + columns) return table;
        return { ...table, hidden: new Map(table.hidden).set(column, new Set(hiddenValues)) };
      });
    });
  }

  /** Adds a rule of conditional formatting: cells of the range that show this text get this background. */
  colourCells(sheet: string, range: string, text: string, background: string): void {
    this.change(sheet, (data) => {
      const rects = [this.rect(data, range)];
      const rule = { rects, criteria: 'TEXT_EQUAL_TO', values: [text], background, color: '' };
      data.formatRules = [...data.formatRules, rule];
    });
  }

  /** Removes every rule of conditional formatting. */
  clearColours(sheet: string): void {
    this.change(sheet, (data) => {
      data.formatRules = [];
    });
  }

  /** Protects a range, or with null the whole sheet, against scripts of this user. */
  protect(sheet: string, range: string | null): void {
    this.change(sheet, (data, book) => {
      const rect = range === null ? null : this.rect(data, range);
      const id = book.nextId;
      book.nextId += 1;
      const protection = { id, gid: data.gid, rect, description: '', editable: false, warningOnly: false };
      book.protections.push(protection);
    });
  }

  /** Removes every protection of the sheet. */
  unprotect(sheet: string): void {
    this.change(sheet, (data, book) => {
      book.protections = book.protections.filter((one) => one.gid !== data.gid);
    });
  }

  /** Gives a range a number format, as the menu does; `@` is plain text, '' automatic. Values stay as they are. */
  format(sheet: string, range: string, format: string): void {
    this.change(sheet, (data) => {
      const { row, column, rows, columns } = this.rect(data, range);
      for (let line = row; line < row + rows; line += 1) {
        changeCells(data, line, column, columns, (cell) => ({ ...cell, format }));
      }
    });
  }

  /** Gives the whole sheet, down to its last cell, a number format. */
  formatAll(sheet: string, format: string): void {
    const { maxRows } = this.sheet(sheet);
    this.format(sheet, `1:${maxRows}`, format);
  }

  /** Lets a range take only the given words; null removes the rule. */
  validate(sheet: string, range: string, allowed: readonly string[] | null): void {
    this.change(sheet, (data) => {
      const { row, column, rows, columns } = this.rect(data, range);
      for (let line = row; line < row + rows; line += 1) {
        changeCells(data, line, column, columns, (cell) => ({ ...cell, allowed }));
      }
    });
  }

  protected rect(data: SheetData, range: string): Rect {
    const rect = rectOf(parseA1(range), data.maxRows, data.maxColumns);
    const rows = Math.min(rect.rows, data.maxRows - rect.row + 1);
    const columns = Math.min(rect.columns, data.maxColumns - rect.column + 1);
    return { ...rect, rows, columns };
  }
}
