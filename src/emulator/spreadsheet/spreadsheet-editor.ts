import { parseA1, rectOf } from './a1.ts';
import { refuseOutside } from './checks.ts';
import { EditHistory } from './edit-history.ts';
import { momentOf, type Restored } from './edit-step.ts';
import { blockAround, type CellText, filledCells, HandEdit, pastedCells } from './hand-edit.ts';
import type { RowMoves } from './row-moves.ts';
import { cellAt, changeCells, type SheetData } from './sheet-data.ts';
import type { SpreadsheetService } from './spreadsheet-service.ts';
import { SpreadsheetViewer } from './spreadsheet-viewer.ts';
import type { Workbook } from './workbook.ts';
import { cellWithInput } from './write.ts';

/**
 * What a person writes into cells. Only these acts fire `onEdit`, one act once. Moving, sorting and copying
 * rows do not: whether they fire it on the platform depends on how the person does it.
 */
export class SpreadsheetEditor extends SpreadsheetViewer {
  readonly #onEdit: (edit: HandEdit) => void;
  /** Good for one workbook: a restored one knows of no acts. */
  #history: { readonly book: Workbook; readonly acts: EditHistory } | null = null;

  /** `onEdit` hears of each edit when it is durable. */
  constructor(service: SpreadsheetService, onEdit: (edit: HandEdit) => void = () => undefined) {
    super(service);
    this.#onEdit = onEdit;
  }

  /** Types a text into a cell. It becomes a number, a date or a formula where Sheets makes one of it. */
  type(sheet: string, row: number, column: number, text: string): void {
    this.enter(sheet, [{ row, column, text }]);
  }

  /** Fills several cells in one act. Each text is read as if typed. */
  enter(sheet: string, cells: readonly CellText[]): void {
    this.#edit(sheet, cells, 'typed');
  }

  /** Types another name into row 1 of a column. */
  renameHeader(sheet: string, column: number, name: string): void {
    this.type(sheet, 1, column, name);
  }

  /** Pastes text without formatting. Tabs and line ends part the cells; each is read as if typed. */
  pasteText(sheet: string, row: number, column: number, text: string): void {
    this.#edit(sheet, pastedCells(row, column, text), 'pasted');
  }

  /** Pastes cells, each read as if typed. The grid grows where it must. */
  paste(sheet: string, cells: readonly CellText[]): void {
    this.#edit(sheet, cells, 'pasted', true);
  }

  /** Empties a range given in A1 notation, as the Delete key does. Notes and formats stay. */
  clear(sheet: string, range: string): void {
    const { maxRows, maxColumns } = this.sheet(sheet);
    this.#edit(sheet, filledCells(rectOf(parseA1(range), maxRows, maxColumns), ''), 'typed');
  }

  /** Takes back this person's last act, as Ctrl+Z does. Without one, nothing happens. What scripts wrote stays. */
  undo(): void {
    this.#restored(this.#acts().undo(this.service.book));
  }

  /** Does again what was undone last, as Ctrl+Y does. */
  redo(): void {
    this.#restored(this.#acts().redo(this.service.book));
  }

  /** One act on a sheet, which can be undone. */
  protected change(sheet: string, change: (data: SheetData, book: Workbook) => void): void {
    this.changeAndMove(sheet, (data, book) => {
      change(data, book);
      return null;
    });
  }

  /** One act that moves rows of the sheet, and returns how. */
  protected changeAndMove(sheet: string, change: (data: SheetData, book: Workbook) => RowMoves): void {
    this.#act(this.sheet(sheet), false, change);
    this.service.changed();
  }

  #act(data: SheetData, edit: boolean, act: (data: SheetData, book: Workbook) => RowMoves): void {
    const { book } = this.service;
    const before = momentOf(book);
    this.#acts().made(book, before, data.gid, act(data, book), edit);
  }

  #acts(): EditHistory {
    const { book } = this.service;
    if (this.#history?.book !== book) this.#history = { book, acts: new EditHistory() };
    return this.#history.acts;
  }

  #restored(restored: Restored | null): void {
    if (restored === null) return;
    this.service.changed();
    const { sheet, edited } = restored;
    const { book } = this.service;
    if (edited !== null) this.#onEdit(new HandEdit({ book, sheet, rect: edited, value: '', oldValue: '' }));
  }

  #edit(sheet: string, cells: readonly CellText[], how: 'typed' | 'pasted', grows = false): void {
    const data = this.sheet(sheet);
    const { book, typing } = this.service;
    if (cells.length === 0) return;
    const rect = blockAround(cells);
    if (!grows) refuseOutside(data, rect);
    // The platform tells values of one typed cell only; a paste has none, even into one cell.
    const told = cells.length === 1 && how === 'typed';
    const stored = () => (told ? cellAt(data, rect.row, rect.column).value : '');
    const oldValue = stored();
    this.#act(data, true, () => {
      data.maxRows = Math.max(data.maxRows, rect.row + rect.rows - 1);
      data.maxColumns = Math.max(data.maxColumns, rect.column + rect.columns - 1);
      for (const { row, column, text } of cells) {
        changeCells(data, row, column, 1, (cell) => cellWithInput(cell, text, typing));
      }
      return null;
    });
    this.service.changed();
    this.#onEdit(new HandEdit({ book, sheet: data, rect, value: stored(), oldValue }));
  }
}
