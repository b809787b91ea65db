import { indexOf } from '../grid-moves.ts';
import { type GridSelection, holds } from '../grid-selection.ts';
import type { RectView } from '../page-state.ts';
import type { GridColumns } from './grid-columns.ts';
import { type GridWindow, ROW_HEIGHT } from './grid-window.ts';

/** Draws what is selected, over the rows, and marks it on their numbers and on the column letters. */
export class SelectionLayer {
  readonly #layer = document.createElement('div');
  readonly #columns: GridColumns;
  #marked: Element | null = null;

  constructor(canvas: HTMLElement, columns: GridColumns) {
    this.#columns = columns;
    this.#layer.className = 'selection-layer';
    this.#layer.setAttribute('role', 'presentation');
    canvas.append(this.#layer);
  }

  draw(selection: GridSelection, cut: RectView | null, numbers: readonly number[]): void {
    const { rects, active } = selection;
    const boxes = rects.map((rect) => this.#box(rect, numbers, 'block'));
    const cursor = this.#box({ ...active, rows: 1, columns: 1 }, numbers, 'cursor');
    const dashed = cut === null ? null : this.#box(cut, numbers, 'cut');
    this.#layer.replaceChildren(...[...boxes, cursor, dashed].filter((box) => box !== null));
  }

  /** Marks the heads of the selected lines, and tells screen readers which cell has the cursor. */
  mark(selection: GridSelection, grid: HTMLElement, head: HTMLElement, window: GridWindow): void {
    const { rects, active } = selection;
    for (const one of head.querySelectorAll<HTMLElement>('.column-head')) {
      const column = Number(one.dataset.column);
      one.classList.toggle(
        'marked',
        rects.some((rect) => column >= rect.column && column < rect.column + rect.columns),
      );
    }
    for (const [number, node] of window.rows()) {
      const inside = rects.some((rect) => number >= rect.row && number < rect.row + rect.rows);
      node.firstElementChild?.classList.toggle('marked', inside);
    }
    const cell = window.row(active.row)?.children[active.column] ?? null;
    if (cell !== this.#marked) {
      this.#marked?.removeAttribute('id');
      this.#marked?.removeAttribute('aria-selected');
      this.#marked = cell;
    }
    if (cell === null) grid.removeAttribute('aria-activedescendant');
    else {
      cell.id = 'cursor';
      cell.setAttribute('aria-selected', 'true');
      grid.setAttribute('aria-activedescendant', 'cursor');
    }
  }

  #box(rect: RectView, numbers: readonly number[], name: string): HTMLElement | null {
    const top = indexOf(numbers, rect.row);
    const rows = indexOf(numbers, rect.row + rect.rows) - top;
    const left = this.#columns.left(rect.column);
    const width = this.#columns.left(rect.column + rect.columns) - left;
    if (rows === 0 || width === 0) return null;
    const box = document.createElement('div');
    box.className = name;
    box.style.left = `${left}px`;
    box.style.top = `${top * ROW_HEIGHT}px`;
    box.style.width = `${width}px`;
    box.style.height = `${rows * ROW_HEIGHT}px`;
    return box;
  }
}

/** Whether a place is in one of the blocks. */
export function isSelected(selection: GridSelection, row: number, column: number): boolean {
  return selection.rects.some((rect) => holds(rect, { row, column }));
}
