/** A rectangle of cells to write. `null` marks a cell that must keep its content. */
export interface RectangleWrite<Content> {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly (Content | null)[])[];
}

/** New contents for some columns of one row. They follow the order of the columns passed to `rectangles`. */
export interface RowWrite<Content> {
  readonly row: number;
  readonly contents: readonly Content[];
}

/**
 * Covers scattered rows with few rectangles, because one write call costs as much as a thousand cells. Consecutive rows
 * form a run, and each run is a rectangle. With more than `mostRuns` runs, one rectangle spans them all, and the cells
 * between are marked to keep their content. `columns` are column numbers in rising order; adjacent columns share a
 * rectangle.
 */
export function rectangles<Content>(
  columns: readonly number[],
  rows: readonly RowWrite<Content>[],
  mostRuns: number,
): RectangleWrite<Content>[] {
  const sorted = [...rows].sort((a, b) => a.row - b.row);
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  if (first === undefined || last === undefined) return [];
  const runs = runsOf(sorted);
  const spans = runs.length <= mostRuns ? runs : [{ from: first.row, to: last.row }];
  const byRow = new Map(sorted.map((row) => [row.row, row.contents]));
  const writes: RectangleWrite<Content>[] = [];
  for (const { from, to } of spans) {
    for (const group of columnGroups(columns)) {
      const cells: (Content | null)[][] = [];
      for (let row = from; row <= to; row++) {
        cells.push(group.places.map((place) => byRow.get(row)?.[place] ?? null));
      }
      writes.push({ row: from, column: group.first, cells });
    }
  }
  return writes;
}

function runsOf(sorted: readonly { readonly row: number }[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const { row } of sorted) {
    const open = runs[runs.length - 1];
    if (open !== undefined && row <= open.to + 1) open.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs;
}

function columnGroups(columns: readonly number[]): { first: number; places: number[] }[] {
  const groups: { first: number; places: number[] }[] = [];
  columns.forEach((column, place) => {
    const open = groups[groups.length - 1];
    if (open !== undefined && column === open.first + open.places.length) open.places.push(place);
    else groups.push({ first: column, places: [place] });
  });
  return groups;
}
