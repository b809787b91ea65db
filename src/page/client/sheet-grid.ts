import { afterKey, type GridKey, type GridShape, indexOf, stepped } from '../grid-moves.ts';
import { type GridSelection, type Place, selectionOf } from '../grid-selection.ts';
import type { RectView, SheetView } from '../page-state.ts';
import { headNode, part } from './cell-nodes.ts';
import { cellAt, textOf } from './cell-view.ts';
import { GridColumns, NUMBERS_WIDTH } from './grid-columns.ts';
import { listenToMouse } from './grid-mouse.ts';
import { columnCount, filledEnd, visibleNumbers } from './grid-shape.ts';
import { GridWindow, ROW_HEIGHT } from './grid-window.ts';
import { SelectionLayer } from './selection-layer.ts';

export interface GridEvents {
  onSelect(rects: readonly RectView[]): void;
  onOpen(row: number, column: number): void;
}

/** After this much rest, more rows than those in view are made. */
const REST_MS = 120;

/**
 * The sheet as a grid of cells: only the rows in view are elements, however many there are. Hidden rows are left out. The
 * selection is kept in the sheet's own coordinates.
 */
export class SheetGrid {
  readonly #events: GridEvents;
  readonly #frame: HTMLElement;
  readonly #head = part('rowgroup', 'grid-head');
  readonly #canvas = part('rowgroup', 'grid-canvas');
  readonly #columns = new GridColumns();
  readonly #window = new GridWindow(this.#canvas, this.#columns);
  readonly #layer = new SelectionLayer(this.#canvas, this.#columns);
  #sheet: SheetView | null = null;
  #numbers: readonly number[] = [];
  /** What the column heads were made from. */
  #heads = '';
  #selection = selectionOf([]);
  #cut: RectView | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frameAsked = false;

  constructor(frame: HTMLElement, events: GridEvents) {
    this.#events = events;
    this.#frame = frame;
    frame.setAttribute('role', 'grid');
    frame.setAttribute('aria-label', 'Cells');
    frame.setAttribute('aria-multiselectable', 'true');
    frame.tabIndex = 0;
    this.#head.setAttribute('aria-label', 'Columns');
    this.#canvas.setAttribute('aria-label', 'Rows');
    frame.append(this.#head, this.#canvas);
    frame.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#draw(false)).observe(frame);
    frame.addEventListener('dblclick', ({ clientX, clientY, target }) => {
      if (!(target instanceof Element) || target.closest('.cell') === null) return;
      const { row, column } = this.#placeAt(clientX, clientY);
      events.onOpen(row, column);
    });
    listenToMouse(frame, {
      selection: () => this.#selection,
      select: (selection) => this.#choose(selection),
      placeAt: (x, y) => this.#placeAt(x, y),
      wholeRow: (row) => ({ row, column: 1, rows: 1, columns: this.#sheet?.maxColumns ?? 1 }),
      wholeColumn: (column) => ({ row: 1, column, rows: this.#sheet?.maxRows ?? 1, columns: 1 }),
      wholeSheet: () => ({
        row: 1,
        column: 1,
        rows: this.#sheet?.maxRows ?? 1,
        columns: this.#sheet?.maxColumns ?? 1,
      }),
      reveal: (place) => this.#reveal(place),
      widthOf: (column) => this.#columns.width(column),
      resize: (column, width) => {
        this.#columns.draw(column, width);
        this.#heads = '';
        if (this.#sheet !== null) this.show(this.#sheet);
      },
    });
  }

  /** Shows the sheet as it is now. */
  show(sheet: SheetView): void {
    this.#sheet = sheet;
    this.#numbers = visibleNumbers(sheet);
    const columns = columnCount(sheet);
    const heads = JSON.stringify([sheet.gid, columns, sheet.filter, sheet.colours]);
    if (heads !== this.#heads) {
      this.#heads = heads;
      this.#columns.measure(sheet, columns);
      this.#window.clear();
      this.#head.replaceChildren(
        headNode(this.#columns, (column) => (sheet.filter?.[String(column)]?.length ?? 0) > 0),
      );
      this.#head.style.width = `${this.#columns.total}px`;
      this.#canvas.style.width = `${this.#columns.total}px`;
    }
    this.#canvas.style.height = `${this.#numbers.length * ROW_HEIGHT}px`;
    this.#frame.setAttribute('aria-rowcount', String(sheet.maxRows + 1));
    this.#frame.setAttribute('aria-colcount', String(columns + 1));
    this.#draw(false);
  }

  /** Selects these blocks. The last one holds the cursor and is scrolled into view. */
  select(rects: readonly RectView[]): void {
    this.#selection = selectionOf(rects);
    this.#reveal(this.#selection.active);
    this.#draw(false);
  }

  get selection(): GridSelection {
    return this.#selection;
  }

  visible(): readonly number[] {
    return this.#numbers;
  }

  /** Shows a block as cut, until it is pasted. */
  showCut(rect: RectView | null): void {
    this.#cut = rect;
    this.#draw(false);
  }

  /** The element of a cell, which is scrolled into view. */
  cellElement(row: number, column: number): HTMLElement | null {
    this.#reveal({ row, column });
    this.#draw(false);
    return this.#window.row(row)?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null;
  }

  /** Moves the selection by a key. False: the key moves nothing. */
  press(key: GridKey): boolean {
    const shape = this.#shape();
    const next = shape === null ? null : afterKey(this.#selection, key, shape);
    if (next === null) return false;
    this.#choose(next);
    const isWhole = key.key === ' ' || key.key.toLowerCase() === 'a';
    if (!isWhole) this.#reveal(key.shift && key.key !== 'Tab' ? next.focus : next.active);
    return true;
  }

  /** Moves the cursor on, as Enter and Tab do. */
  move(rows: number, columns: number): void {
    const shape = this.#shape();
    if (shape === null) return;
    const next = stepped(this.#selection, [rows, columns], shape);
    this.#choose(next);
    this.#reveal(next.active);
  }

  #choose(selection: GridSelection): void {
    this.#selection = selection;
    this.#draw(false);
    this.#events.onSelect(selection.rects);
  }

  #shape(): GridShape | null {
    const sheet = this.#sheet;
    if (sheet === null) return null;
    return {
      numbers: this.#numbers,
      columns: this.#columns.count,
      maxRows: sheet.maxRows,
      maxColumns: sheet.maxColumns,
      end: filledEnd(sheet),
      page: Math.max(1, Math.floor((this.#frame.clientHeight - ROW_HEIGHT) / ROW_HEIGHT) - 1),
      isFilled: ({ row, column }) => textOf(cellAt(sheet, row, column)) !== '',
    };
  }

  #scrolled(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#draw(false), REST_MS);
    if (this.#frameAsked) return;
    this.#frameAsked = true;
    requestAnimationFrame(() => {
      this.#frameAsked = false;
      this.#draw(true);
    });
  }

  #draw(moving: boolean): void {
    const sheet = this.#sheet;
    if (sheet === null) return;
    const { scrollTop, clientHeight } = this.#frame;
    this.#window.show(sheet, this.#numbers, scrollTop, clientHeight, moving);
    this.#layer.draw(this.#selection, this.#cut, this.#numbers);
    this.#layer.mark(this.#selection, this.#frame, this.#head, this.#window);
  }

  #reveal({ row, column }: Place): void {
    const frame = this.#frame;
    const top = indexOf(this.#numbers, row) * ROW_HEIGHT;
    const room = frame.clientHeight - ROW_HEIGHT;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + ROW_HEIGHT > frame.scrollTop + room) frame.scrollTop = top + ROW_HEIGHT - room;
    const [left, right] = [this.#columns.left(column), this.#columns.left(column + 1)];
    if (left - NUMBERS_WIDTH < frame.scrollLeft) frame.scrollLeft = left - NUMBERS_WIDTH;
    else if (right > frame.scrollLeft + frame.clientWidth) {
      frame.scrollLeft = Math.min(left - NUMBERS_WIDTH, right - frame.clientWidth);
    }
  }

  #placeAt(x: number, y: number): Place {
    const box = this.#frame.getBoundingClientRect();
    const { scrollLeft, scrollTop } = this.#frame;
    const at = Math.floor((y - box.top - ROW_HEIGHT + scrollTop) / ROW_HEIGHT);
    const inside = Math.max(0, Math.min(at, this.#numbers.length - 1));
    // Over the row numbers it is the first column, however far the sheet is scrolled.
    const over = x - box.left < NUMBERS_WIDTH ? 0 : x - box.left + scrollLeft;
    return { row: this.#numbers[inside] ?? 1, column: this.#columns.at(over) };
  }
}
