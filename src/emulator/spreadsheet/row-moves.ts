import type { SheetRow } from './sheet-data.ts';

type Rows = (SheetRow | undefined)[];

/** How an act has moved the rows of a sheet. Null: none has moved. */
export type RowMoves =
  | null
  /** The rows from `first` on have changed places: the one that is at `first + i` now was at `order[i]` before. */
  | { readonly kind: 'order'; readonly first: number; readonly order: readonly number[] }
  /** Rows have come and gone at one place. */
  | { readonly kind: 'splice'; readonly first: number; readonly removed: number; readonly added: number };

/** The rows at their new places. A row that came is blank. */
export function movedRows(rows: readonly (SheetRow | undefined)[], moves: RowMoves): Rows {
  if (moves === null) return rows.slice();
  if (moves.kind === 'order') {
    const moved = grown(rows, moves.first + moves.order.length - 1);
    for (const [index, from] of moves.order.entries()) moved[moves.first - 1 + index] = rows[from - 1];
    return moved;
  }
  const { first, removed, added } = moves;
  if (rows.length < first) return rows.slice();
  const blank = new Array<undefined>(added).fill(undefined);
  return [...rows.slice(0, first - 1), ...blank, ...rows.slice(first - 1 + removed)];
}

/** The moves that lead back. */
export function reversed(moves: RowMoves): RowMoves {
  if (moves === null) return null;
  const { first } = moves;
  if (moves.kind === 'splice') return { ...moves, removed: moves.added, added: moves.removed };
  const order = new Array<number>(moves.order.length);
  for (const [index, from] of moves.order.entries()) order[from - first] = first + index;
  return { ...moves, order };
}

/** The number that a row had before the moves. Null: it has come with them. */
export function numberBefore(number: number, moves: RowMoves): number | null {
  if (moves === null || number < moves.first) return number;
  if (moves.kind === 'order') return moves.order[number - moves.first] ?? number;
  const { first, removed, added } = moves;
  return number < first + added ? null : number - added + removed;
}

/** The order after one row has got the number `to`. */
export function orderAfterMove(from: number, to: number): RowMoves {
  const first = Math.min(from, to);
  const lines = Array.from({ length: Math.abs(from - to) + 1 }, (_, index) => first + index);
  const others = lines.filter((line) => line !== from);
  return { kind: 'order', first, order: from < to ? [...others, from] : [from, ...others] };
}

function grown(rows: readonly (SheetRow | undefined)[], length: number): Rows {
  const copy = rows.slice();
  while (copy.length < length) copy.push(undefined);
  return copy;
}
