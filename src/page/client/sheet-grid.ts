import { type CellComponent, type ColumnDefinition, TabulatorFull } from 'tabulator-tables';
import { changedLines, gridLines } from '../grid-lines.ts';
import type { RectView, SheetView } from '../page-state.ts';
import { letters } from './a1.ts';
import { cellNode, nameParts, rowNumberNode, unseen } from './cell-nodes.ts';
import { columnCount, usualWidth, visibleNumbers } from './grid-shape.ts';

export interface GridEvents {
  onSelect(rects: readonly RectView[]): void;
  onOpen(row: number, column: number): void;
}

const ROW_HEIGHT = 27;

/**
 * The grid library with our sheet in it. A row's key is its number in the sheet. Hidden rows are left out. The selection
 * is kept in the sheet's own coordinates, and restored when rows come or go.
 */
export class SheetGrid {
  readonly #events: GridEvents;
  readonly #table: TabulatorFull;
  readonly #widths = new Map<string, number>();
  #sheet: SheetView | null = null;
  #numbers: readonly number[] = [];
  #columns = 0;
  /** What the column heads were made from. */
  #heads = '';
  #rects: readonly RectView[] = [];
  #built = false;
  #reading = false;
  #pressed = false;

  constructor(element: HTMLElement, events: GridEvents) {
    this.#events = events;
    this.#table = new TabulatorFull(element, {
      data: [],
      index: 'number',
      height: '100%',
      rowHeight: ROW_HEIGHT,
      columns: [],
      rowHeader: {
        field: 'number',
        title: 'Row',
        titleFormatter: () => unseen('Row'),
        width: 46,
        frozen: true,
        headerSort: false,
        resizable: false,
        cssClass: 'row-number',
        formatter: rowNumberNode,
      },
      columnDefaults: { headerSort: false, resizable: 'header', formatter: cellNode },
      selectableRange: true,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      selectableRangeAutoFocus: false,
      // We handle the clipboard: cells are copied as shown, and pasted as if typed.
      keybindings: { copyToClipboard: false },
    });
    this.#table.on('tableBuilt', () => {
      this.#built = true;
      nameParts(element);
      if (this.#sheet !== null) void this.#rebuild(this.#sheet);
    });
    this.#table.on('rangeChanged', () => {
      if (this.#pressed) this.#selected();
    });
    element.addEventListener('mousedown', () => {
      this.#pressed = true;
      this.#selected();
    });
    document.addEventListener('mouseup', () => {
      if (this.#pressed) this.#selected();
      this.#pressed = false;
    });
    element.addEventListener('keydown', () => this.#selected());
    this.#table.on('columnResized', (column) => {
      this.#widths.set(`${this.#sheet?.gid} ${column.getField()}`, column.getWidth());
    });
    this.#table.on('cellDblClick', (_, cell) => {
      const { number } = cell.getRow().getData();
      // The library focuses the cell right after this, and typed letters would go there.
      setTimeout(() => this.#events.onOpen(number, columnOf(cell)));
    });
  }

  /** Shows the sheet as it is now. Redraws only what has changed. */
  show(sheet: SheetView): void {
    const before = this.#sheet;
    this.#sheet = sheet;
    if (!this.#built) return;
    const [numbers, columns] = [visibleNumbers(sheet), columnCount(sheet)];
    const same = JSON.stringify([sheet.gid, columns, sheet.filter]) === this.#heads;
    const sameLines =
      numbers.length === this.#numbers.length && numbers.every((one, at) => one === this.#numbers[at]);
    if (before === null || !same || !sameLines) {
      void this.#rebuild(sheet);
      return;
    }
    const changed = changedLines(before, sheet, numbers, columns);
    if (changed === 'many') void this.#rebuild(sheet);
    else if (changed.length > 0) void this.#table.updateData(changed);
  }

  /** Selects these blocks. The last one holds the cursor and is scrolled into view. */
  select(rects: readonly RectView[]): void {
    this.#rects = rects;
    if (this.#built && this.#numbers.length > 0) this.#putSelection(true);
  }

  /** The element of a cell that is in view. */
  cellElement(row: number, column: number): HTMLElement | null {
    const found = this.#table.getRow(row);
    const cell = found === false ? false : found.getCell(`c${column}`);
    return cell === false ? null : cell.getElement();
  }

  /** Moves the cursor by so many visible rows and columns. */
  move(rows: number, columns: number): void {
    const { row, column } = this.#rects.at(-1) ?? { row: 1, column: 1 };
    const at = this.#numbers.indexOf(row) + rows;
    const next = this.#numbers[Math.max(0, Math.min(at, this.#numbers.length - 1))] ?? row;
    const beside = Math.max(1, Math.min(column + columns, this.#columns));
    this.select([{ row: next, column: beside, rows: 1, columns: 1 }]);
    this.#events.onSelect(this.#rects);
  }

  /** Reads the selection at once, because somebody who types fast does not wait for the next frame. */
  settle(): void {
    if (!this.#reading) return;
    this.#reading = false;
    const rects = this.#readSelection();
    if (rects.length === 0 || JSON.stringify(rects) === JSON.stringify(this.#rects)) return;
    this.#rects = rects;
    this.#events.onSelect(rects);
  }

  visible(): readonly number[] {
    return this.#numbers;
  }

  async #rebuild(sheet: SheetView): Promise<void> {
    this.#numbers = visibleNumbers(sheet);
    const columns = columnCount(sheet);
    this.#columns = columns;
    const heads = JSON.stringify([sheet.gid, columns, sheet.filter]);
    if (heads !== this.#heads) this.#table.setColumns(this.#definitions(sheet, columns));
    this.#heads = heads;
    await this.#table.replaceData(gridLines(sheet, this.#numbers, columns));
    this.#putSelection(false);
  }

  #definitions(sheet: SheetView, count: number): ColumnDefinition[] {
    return Array.from({ length: count }, (_, at) => {
      const field = `c${at + 1}`;
      const filtered = (sheet.filter?.[String(at + 1)]?.length ?? 0) > 0;
      const width = this.#widths.get(`${sheet.gid} ${field}`) ?? usualWidth(sheet, at);
      const title = letters(at + 1) + (filtered ? ' ▼' : '');
      return { title, field, width };
    });
  }

  /**
   * Reads what the user has selected. The library also selects by itself, whenever rows or columns are replaced. So only
   * what follows a key or the mouse counts.
   */
  #selected(): void {
    if (this.#reading) return;
    this.#reading = true;
    // Many changes come at once while the mouse is drawn over cells.
    requestAnimationFrame(() => this.settle());
  }

  #readSelection(): RectView[] {
    const sheet = this.#sheet;
    const lastRow = this.#numbers.length - 1;
    return this.#table.getRanges().flatMap((range) => {
      const [top, bottom] = [range.getTopEdge(), range.getBottomEdge()];
      const [first, last] = [this.#numbers[top], this.#numbers[bottom]];
      if (sheet === null || first === undefined || last === undefined) return [];
      const whole = top === 0 && bottom === lastRow && lastRow > 0;
      const column = Math.max(1, range.getLeftEdge());
      const columns = Math.max(column, range.getRightEdge()) - column + 1;
      return [{ row: first, column, rows: (whole ? sheet.maxRows : last) - first + 1, columns }];
    });
  }

  #putSelection(scroll: boolean): void {
    const [first, ...more] = this.#table.getRanges();
    for (const range of more) range.remove();
    const blocks = this.#rects.flatMap((rect) => {
      const inside = this.#numbers.filter((number) => number >= rect.row && number < rect.row + rect.rows);
      const start = this.#cell(inside[0], rect.column);
      const end = this.#cell(inside.at(-1), Math.min(rect.column + rect.columns - 1, this.#columns));
      return start === null || end === null ? [] : [{ start, end }];
    });
    blocks.forEach(({ start, end }, at) => {
      if (at === 0) first?.setBounds(start, end);
      else this.#table.addRange(start, end);
    });
    const cursor = blocks.at(-1)?.start;
    if (scroll && cursor !== undefined) this.#reveal(cursor);
  }

  #reveal(cell: CellComponent): void {
    const [box, view] = [cell.getElement().getBoundingClientRect(), this.#view()];
    if (box.height === 0 || box.top < view.top || box.bottom > view.bottom) {
      void this.#table.scrollToRow(cell.getRow(), 'nearest', false);
    }
    if (box.left < view.left + 46 || box.right > view.right) {
      void this.#table.scrollToColumn(cell.getField(), 'left', false);
    }
  }

  #view(): DOMRect {
    const [number = 1] = this.#numbers;
    const holder = this.cellElement(number, 1)?.closest('.tabulator-tableholder') ?? document.body;
    return holder.getBoundingClientRect();
  }

  #cell(row: number | undefined, column: number): CellComponent | null {
    const found = row === undefined ? false : this.#table.getRow(row);
    const cell = found === false ? false : found.getCell(`c${Math.min(column, this.#columns)}`);
    return cell === false ? null : cell;
  }
}

function columnOf(cell: CellComponent): number {
  return Number(cell.getField().slice(1)) || 1;
}
