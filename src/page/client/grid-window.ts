import type { SheetView } from '../page-state.ts';
import { rowNode } from './cell-nodes.ts';
import type { GridColumns } from './grid-columns.ts';

export const ROW_HEIGHT = 27;

/** Rows beside those in view that are there too: few while somebody scrolls, more at rest. */
const MOVING_SPARE = 4;
const RESTING_SPARE = 24;

/** The rows in view, of however many there are. */
export class GridWindow {
  readonly #canvas: HTMLElement;
  readonly #columns: GridColumns;
  /** By row number, with what each was made from. */
  readonly #lines = new Map<
    number,
    { readonly node: HTMLElement; readonly from: unknown; readonly gap: number }
  >();

  constructor(canvas: HTMLElement, columns: GridColumns) {
    this.#canvas = canvas;
    this.#columns = columns;
  }

  /** Forgets all rows, because the columns are others. */
  clear(): void {
    for (const { node } of this.#lines.values()) node.remove();
    this.#lines.clear();
  }

  /** Shows the rows between two heights. Makes only what is new or has changed. */
  show(sheet: SheetView, numbers: readonly number[], top: number, height: number, moving: boolean): void {
    const spare = moving ? MOVING_SPARE : RESTING_SPARE;
    const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - spare);
    const last = Math.min(numbers.length, Math.ceil((top + height) / ROW_HEIGHT) + spare);
    const wanted = new Set(numbers.slice(first, last));
    for (const [number, { node }] of this.#lines) {
      if (wanted.has(number)) continue;
      node.remove();
      this.#lines.delete(number);
    }
    let before: Node | null = null;
    for (let at = last - 1; at >= first; at -= 1) {
      const number = numbers[at] ?? 0;
      const gap = number - 1 - (numbers[at - 1] ?? 0);
      const node = this.#line(sheet, number, gap);
      node.style.transform = `translateY(${at * ROW_HEIGHT}px)`;
      // In the order of the sheet, because screen readers read in the order of the page.
      if (node.nextSibling !== before || node.parentNode === null) this.#canvas.insertBefore(node, before);
      before = node;
    }
  }

  row(number: number): HTMLElement | null {
    return this.#lines.get(number)?.node ?? null;
  }

  rows(): Iterable<readonly [number: number, node: HTMLElement]> {
    return [...this.#lines].map(([number, { node }]) => [number, node] as const);
  }

  #line(sheet: SheetView, number: number, gap: number): HTMLElement {
    const row = sheet.rows[number - 1];
    const old = this.#lines.get(number);
    if (old !== undefined && old.from === row?.cells && old.gap === gap) return old.node;
    const node = rowNode(number, row, gap, this.#columns, sheet);
    old?.node.remove();
    this.#lines.set(number, { node, from: row?.cells, gap });
    return node;
  }
}
