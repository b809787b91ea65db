/** A rectangle that is to be written; `null` marks a cell that must be put back as it is. */
export interface RectangleWrite<Content> {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly (Content | null)[])[];
}

/** New contents for some columns of one row, in the order of the columns given to `rectangles`. */
export interface RowWrite<Content> {
  readonly row: number;
  readonly contents: readonly Content[];
}

/**
 * Covers scattered rows with few rectangles, because every write is a call that costs as much as a
 * thousand cells. Rows that follow each other make one rectangle; with more than `mostRuns` of them, one
 * rectangle spans them all and the cells between are marked to be put back as they are.
 * `columns` are column numbers in rising order; columns side by side share a rectangle.
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
