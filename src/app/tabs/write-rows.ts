import { failure, type Result, success } from '../../core/result.ts';
import { type RowWrite, rectangles } from '../../core/sheet/cell-writes.ts';
import type { AreaWrite, CellContent, Tab } from '../ports/tab.ts';

/** With more separate runs of rows than this, one rectangle that spans them is written. */
const MOST_RUNS = 3;

/** Writes contents into some columns of some rows, in few calls. Cells in between get back what they held. */
export function writeRows(
  tab: Tab,
  columns: readonly number[],
  rows: readonly RowWrite<CellContent>[],
): Result<null> {
  const areas = areasOf(tab, columns, rows);
  return areas.length === 0 ? success(null) : tab.write(areas);
}

function areasOf(
  tab: Tab,
  columns: readonly number[],
  rows: readonly RowWrite<CellContent>[],
): readonly AreaWrite[] {
  return rectangles(columns, rows, MOST_RUNS).map((write) => {
    const area = {
      row: write.row,
      column: write.column,
      rows: write.cells.length,
      columns: write.cells[0]?.length ?? 0,
    };
    const held = write.cells.some((line) => line.includes(null)) ? tab.readHeld(area) : [];
    const cells = write.cells.map((line, at) =>
      line.map((cell, place): CellContent => cell ?? held[at]?.[place] ?? { kind: 'blank' }),
    );
    return { area, cells };
  });
}

/** A refused block is cut up with at most so many writes: each costs a round trip. */
const MOST_PIECES = 40;

/** Cells that were not written, and Google's reason in a sentence. */
export interface Refusal {
  readonly why: string;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

/**
 * As `writeRows`, but one refused cell does not keep the others from being written: a refused block is cut into its
 * columns, and a refused column into halves, until the refused cells stand alone.
 */
export function writeWhatIsTaken(
  tab: Tab,
  columns: readonly number[],
  rows: readonly RowWrite<CellContent>[],
): Result<null, Refusal> {
  const whole = writeRows(tab, columns, rows);
  if (whole.ok) return whole;
  const cells: { row: number; column: number }[] = [];
  let pieces = 0;
  const writeColumn = (column: number, place: number, part: readonly RowWrite<CellContent>[]): void => {
    const mayTry = pieces < MOST_PIECES;
    pieces += 1;
    const contents = part.map(({ row, contents }) => ({
      row,
      contents: [contents[place] ?? { kind: 'blank' as const }],
    }));
    if (mayTry && writeRows(tab, [column], contents).ok) return;
    if (!mayTry || part.length === 1) {
      cells.push(...part.map(({ row }) => ({ row, column })));
      return;
    }
    const half = Math.ceil(part.length / 2);
    writeColumn(column, place, part.slice(0, half));
    writeColumn(column, place, part.slice(half));
  };
  const sorted = [...rows].sort((a, b) => a.row - b.row);
  // A job's id and its status matter more than where a picture of it is: what comes last may find no room.
  for (const [place, column] of columns.entries()) writeColumn(column, place, sorted);
  return failure({ why: whole.failure, cells });
}
