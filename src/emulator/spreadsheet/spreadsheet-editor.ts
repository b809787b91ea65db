import { parseA1, rectOf } from './a1.ts';
import { refuseOutside } from './checks.ts';
import { blockAround, type CellText, filledCells, HandEdit, pastedCells } from './hand-edit.ts';
import { cellAt, changeCells } from './sheet-data.ts';
import type { SpreadsheetService } from './spreadsheet-service.ts';
import { SpreadsheetViewer } from './spreadsheet-viewer.ts';
import { cellWithInput } from './write.ts';

/**
 * What a person writes into cells. Only these acts fire `onEdit`, one act once. Moving, sorting and copying
 * rows do not: whether they fire it on the platform depends on how the person does it.
 */
export class SpreadsheetEditor extends SpreadsheetViewer {
  readonly #onEdit: (edit: HandEdit) => void;

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

  /** Empties a range given in A1 notation, as the Delete key does. Notes and formats stay. */
  clear(sheet: string, range: string): void {
    const { maxRows, maxColumns } = this.sheet(sheet);
    this.#edit(sheet, filledCells(rectOf(parseA1(range), maxRows, maxColumns), ''), 'typed');
  }

  #edit(sheet: string, cells: readonly CellText[], how: 'typed' | 'pasted'): void {
    const data = this.sheet(sheet);
    const { book, typing } = this.service;
    if (cells.length === 0) return;
    const rect = blockAround(cells);
    refuseOutside(data, rect);
    // The platform tells values of one typed cell only; a paste has none, even into one cell.
    const told = cells.length === 1 && how === 'typed';
    const stored = () => (told ? cellAt(data, rect.row, rect.column).value : '');
    const oldValue = stored();
    for (const { row, column, text } of cells) {
      changeCells(data, row, column, 1, (cell) => cellWithInput(cell, text, typing));
    }
    this.service.changed();
    this.#onEdit(new HandEdit({ book, sheet: data, rect, value: stored(), oldValue }));
  }
}
