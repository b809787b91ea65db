import type { SheetView } from '../page-state.ts';
import { usualWidth } from './grid-shape.ts';

/** Width of the row numbers. */
export const NUMBERS_WIDTH = 46;

/** The widths of the columns, and where each begins. Widths that the user has drawn stay, for each sheet. */
export class GridColumns {
  readonly #drawn = new Map<string, number>();
  #gid = 0;
  /** Left edges from 0 on, and the right edge of the last column. */
  #edges: readonly number[] = [NUMBERS_WIDTH];

  measure(sheet: SheetView, count: number): void {
    this.#gid = sheet.gid;
    const edges = [NUMBERS_WIDTH];
    for (let at = 0; at < count; at += 1) {
      const width = this.#drawn.get(`${sheet.gid} ${at + 1}`) ?? usualWidth(sheet, at);
      edges.push((edges[at] ?? 0) + width);
    }
    this.#edges = edges;
  }

  draw(column: number, width: number): void {
    this.#drawn.set(`${this.#gid} ${column}`, Math.max(30, Math.round(width)));
  }

  get count(): number {
    return this.#edges.length - 1;
  }

  get total(): number {
    return this.#edges.at(-1) ?? NUMBERS_WIDTH;
  }

  left(column: number): number {
    return this.#edges[Math.min(column, this.count + 1) - 1] ?? this.total;
  }

  width(column: number): number {
    return this.left(column + 1) - this.left(column);
  }

  /** The column at this distance from the left edge of the sheet. */
  at(x: number): number {
    const after = this.#edges.findIndex((edge) => edge > x);
    return after < 0 ? this.count : Math.max(1, after);
  }
}
