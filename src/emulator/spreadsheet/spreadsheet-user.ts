import { type Cell, EMPTY_CELL, setUpLike } from './cell.ts';
import { overlaps } from './rect.ts';
import { orderAfterMove } from './row-moves.ts';
import {
  changeCells,
  EMPTY_ROW,
  isCovered,
  isEmptyRow,
  lastRow,
  type SheetRow,
  setRow,
} from './sheet-data.ts';
import { SheetSetUp } from './sheet-set-up.ts';
import { carriedRow, sortBlock, sortWholeRows } from './sort.ts';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveLine,
  type NewLines,
} from './structure.ts';
import { activateTab, addSheet, copySheet, hideTab, removeSheet } from './tabs.ts';
import { refuseTakenName } from './workbook.ts';

/**
 * What a person does to the spreadsheet in the browser. Every act is durable at once. Protections and
 * validation do not stop it: they are here to stop scripts. The buffered writes of executions stay at their
 * coordinates, whatever moves below them. Rows and columns are 1-based; sheets go by name.
 */
export class SpreadsheetUser extends SheetSetUp {
  /** Puts a note on a cell. */
  setNote(sheet: string, row: number, column: number, note: string): void {
    this.change(sheet, (data) => changeCells(data, row, column, 1, (cell) => ({ ...cell, note })));
  }

  /** Replaces the sheet's cells by literal texts, as an import does. Formats stay; the grid grows where it must. */
  load(sheet: string, rows: readonly (readonly string[])[]): void {
    this.change(sheet, (data) => {
      data.maxRows = Math.max(data.maxRows, rows.length);
      for (const row of rows) data.maxColumns = Math.max(data.maxColumns, row.length);
      const below = data.rows.slice(rows.length).map((row) => loadedRow([], row));
      data.rows = rows.map((row, at) => loadedRow(row, data.rows[at]));
      for (const [at, row] of below.entries()) {
        if (!isEmptyRow(row)) setRow(data, rows.length + at + 1, row);
      }
    });
  }

  /** Puts a picture into a cell: it shows no text then. */
  putPicture(sheet: string, row: number, column: number): void {
    const picture = 'https://lh3.googleusercontent.com/emulated-picture';
    this.change(sheet, (data) =>
      changeCells(data, row, column, 1, (cell) => ({ ...cell, value: '', formula: '', picture })),
    );
  }

  /** Puts a chip of a person, a file or a place into a cell: scripts see its label as a text. */
  putChip(sheet: string, row: number, column: number, label: string): void {
    this.change(sheet, (data) =>
      changeCells(data, row, column, 1, (cell) => ({ ...cell, value: label, formula: '', picture: '' })),
    );
  }

  /** Makes check boxes of a range; those without a value are not ticked. */
  insertCheckboxes(sheet: string, range: string): void {
    this.change(sheet, (data) => {
      const { row, column, rows, columns } = this.rect(data, range);
      for (let line = row; line < row + rows; line += 1) {
        changeCells(data, line, column, columns, (cell) => {
          const value = typeof cell.value === 'boolean' ? cell.value : false;
          return { ...cell, value, formula: '', picture: '', allowed: 'checkbox' };
        });
      }
    });
  }

  /** Merges a range into its first cell. What the others held is lost. */
  mergeCells(sheet: string, range: string): void {
    this.change(sheet, (data) => {
      const rect = this.rect(data, range);
      data.merges = [...data.merges.filter((one) => !overlaps(one, rect)), rect];
      for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
        changeCells(data, row, rect.column, rect.columns, (cell, offset) =>
          isCovered(data, row, rect.column + offset)
            ? { ...cell, value: '', formula: '', picture: '' }
            : cell,
        );
      }
    });
  }

  /** Selects ranges given in A1 notation, open ends allowed; they may overlap. */
  select(sheet: string, ranges: readonly string[]): void {
    this.change(sheet, (data, book) => {
      activateTab(book, data);
      const rects = ranges.map((range) => this.rect(data, range));
      book.selection = rects.length === 0 ? null : { gid: data.gid, rects };
    });
  }

  /** Leaves nothing selected, as after a click on a chart. */
  clearSelection(): void {
    this.service.book.selection = null;
    this.service.changed();
  }

  activate(sheet: string): void {
    this.change(sheet, (data, book) => activateTab(book, data));
  }

  /**
   * Sorts whole rows by a column, with notes and hidden flags. Without `rows`, sorts everything below the
   * header (or the frozen rows, if there are more).
   */
  sortRows(sheet: string, column: number, ascending: boolean, rows?: { first: number; last: number }): void {
    const { calculation } = this.service;
    this.changeAndMove(sheet, (data) => {
      const first = rows?.first ?? Math.max(1, data.frozenRows) + 1;
      const last = rows?.last ?? Math.max(lastRow(data), data.rows.length);
      const rect = { row: first, column: 1, rows: last - first + 1, columns: data.maxColumns };
      if (rect.rows <= 0) return null;
      return { kind: 'order', first, order: sortWholeRows(calculation, data, rect, [{ column, ascending }]) };
    });
  }

  /** Sorts the cells of a range by one of its columns, and leaves the rest of its rows where it is. */
  sortRange(sheet: string, range: string, column: number, ascending: boolean): void {
    const { calculation } = this.service;
    this.change(sheet, (data) =>
      sortBlock(calculation, data, this.rect(data, range), [{ column, ascending }]),
    );
  }

  /** Inserts rows above the row of this number. */
  insertRows(sheet: string, before: number, count = 1): void {
    this.changeAndMove(sheet, (data, book) => {
      insertRows(book, data, this.#beside(before, count));
      return { kind: 'splice', first: before, removed: 0, added: count };
    });
  }

  deleteRows(sheet: string, first: number, count = 1): void {
    this.changeAndMove(sheet, (data, book) => {
      deleteRows(book, data, first, count);
      return { kind: 'splice', first, removed: count, added: 0 };
    });
  }

  /** Inserts a copy of the row below it. */
  duplicateRow(sheet: string, row: number): void {
    this.changeAndMove(sheet, (data, book) => {
      insertRows(book, data, { before: row + 1, count: 1, like: null });
      setRow(data, row + 1, carriedRow(data.rows[row - 1], 1));
      return { kind: 'splice', first: row + 1, removed: 0, added: 1 };
    });
  }

  /** Drags a row so that it has the number `to` afterwards. */
  moveRow(sheet: string, from: number, to: number): void {
    this.changeAndMove(sheet, (data, book) => {
      moveLine(book, data, 'row', from, to);
      return orderAfterMove(from, to);
    });
  }

  /** Cuts a row and pastes it over another, which is lost. The old place is blank then. */
  cutPasteRow(sheet: string, from: number, to: number): void {
    this.change(sheet, (data) => {
      if (from === to) return;
      setRow(data, to, data.rows[from - 1] ?? EMPTY_ROW);
      setRow(data, from, undefined);
    });
  }

  hideRows(sheet: string, first: number, count = 1): void {
    this.#hide(sheet, first, count, true);
  }

  showRows(sheet: string, first: number, count = 1): void {
    this.#hide(sheet, first, count, false);
  }

  renameSheet(sheet: string, name: string): void {
    this.change(sheet, (data, book) => {
      refuseTakenName(book, name, data);
      data.name = name;
    });
  }

  /** Drags a column so that it has the number `to` afterwards. */
  moveColumn(sheet: string, from: number, to: number): void {
    this.change(sheet, (data, book) => moveLine(book, data, 'column', from, to));
  }

  /** Inserts a column to the left of the column of this number. */
  insertColumn(sheet: string, before: number): void {
    this.change(sheet, (data, book) => insertColumns(book, data, this.#beside(before, 1)));
  }

  deleteColumn(sheet: string, column: number): void {
    this.change(sheet, (data, book) => deleteColumns(book, data, column, 1));
  }

  addSheet(name: string): void {
    const { book } = this.service;
    activateTab(book, addSheet(book, name, null));
    this.service.changed();
  }

  /** Copies a sheet with all that is on it. Returns the name of the copy, which has its own id. */
  duplicateSheet(sheet: string): string {
    let name = '';
    this.change(sheet, (data, book) => {
      name = copySheet(book, data).name;
    });
    return name;
  }

  deleteSheet(sheet: string): void {
    this.change(sheet, (data, book) => removeSheet(book, data));
  }

  hideSheet(sheet: string): void {
    this.change(sheet, (data, book) => hideTab(book, data));
  }

  #beside(before: number, count: number): NewLines {
    return { before, count, like: this.service.habits.newLinesInherit ? before : null };
  }

  #hide(sheet: string, first: number, count: number, hidden: boolean): void {
    this.change(sheet, (data) => {
      for (let row = first; row < first + count; row += 1) {
        setRow(data, row, { ...(data.rows[row - 1] ?? EMPTY_ROW), hidden });
      }
    });
  }
}

function loadedRow(texts: readonly string[], before: SheetRow | undefined): SheetRow {
  const width = Math.max(texts.length, before?.cells.length ?? 0);
  const cells = Array.from({ length: width }, (_, at): Cell | undefined => {
    const [text = '', model] = [texts[at], setUpLike(before?.cells[at])];
    return text === '' ? model : { ...(model ?? EMPTY_CELL), value: text };
  });
  return { ...EMPTY_ROW, cells };
}
