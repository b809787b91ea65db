import { headerKey } from '../core/columns/columns.ts';
import { requestOf } from '../core/request/request.ts';
import { readTable, type Table } from '../core/sheet/table.ts';
import { type Grid, inputColumns, outputColumns } from './grid.ts';

/** The sheet as it must be loaded after the CSV was edited between two runs. */
export interface ChangedSheet {
  readonly grid: string[][];
  /** Rows that were added, removed or edited. */
  readonly changed: number;
  /** Rows among them that are Done and now ask for another video: their result is taken off the sheet. */
  readonly outdated: number;
}

/**
 * Compares the CSV with the sheet that was kept. Null when the user's own cells are the same. Otherwise
 * the CSV's cells, each row with what the add-on had written beside it: rows are known by their words, so
 * that rows which were moved keep their videos, and what is left over by its number.
 */
export function changedSheet(csv: Grid, kept: Grid): ChangedSheet | null {
  if (sameInputs(csv, kept)) return null;
  const origin = originOfRows(csv, kept);
  const [before, after] = [readTable(kept), readTable(csv)];
  const outputs = [...outputColumns(kept[0] ?? [])];
  const columns = inputColumns(csv);
  let changed = Math.max(0, kept.length - csv.length);
  let outdated = 0;
  const grid = csv.map((row, number) => {
    const cells = columns.map((column) => row[column] ?? '');
    if (number === 0) return [...cells, ...outputs.map(([name]) => name)];
    const from = origin.rows[number];
    if (from?.edited !== false) changed += 1;
    const stale = from?.edited === true && asksForAnother(before, from.number, after, number);
    if (stale) outdated += 1;
    const line = from === undefined || stale ? [] : (kept[from.number] ?? []);
    return [...cells, ...outputs.map(([, column]) => line[column] ?? '')];
  });
  return { grid, changed, outdated };
}

function sameInputs(csv: Grid, kept: Grid): boolean {
  return inputTexts(csv) === inputTexts(kept);
}

/** All input cells as one text; blank cells and rows at the end do not count, for no sheet shows them. */
function inputTexts(grid: Grid): string {
  const columns = inputColumns(grid);
  const rows = grid.map((row) =>
    withoutBlankEnd(
      columns.map((column) => row[column] ?? ''),
      '',
    ),
  );
  while (rows.at(-1)?.length === 0) rows.pop();
  return JSON.stringify(rows);
}

function withoutBlankEnd(cells: string[], blank: string): string[] {
  while (cells.at(-1) === blank) cells.pop();
  return cells;
}

interface Origin {
  /** 0-based index of the row in the kept grid. */
  readonly number: number;
  readonly edited: boolean;
}

/** For each row of the CSV the kept row that it was; undefined for a new one. */
function originOfRows(csv: Grid, kept: Grid): { readonly rows: readonly (Origin | undefined)[] } {
  const common = commonColumns(csv, kept);
  const key = (row: readonly string[] | undefined, side: 0 | 1): string =>
    JSON.stringify(common.map((pair) => row?.[pair[side]] ?? ''));
  const rows: (Origin | undefined)[] = csv.map((row, number) =>
    number < kept.length && key(row, 0) === key(kept[number], 1) ? { number, edited: false } : undefined,
  );
  const taken = new Set(rows.flatMap((origin) => (origin === undefined ? [] : [origin.number])));
  const free = new Map<string, number[]>();
  kept.forEach((row, number) => {
    if (taken.has(number)) return;
    const same = free.get(key(row, 1)) ?? [];
    free.set(key(row, 1), [...same, number]);
  });
  csv.forEach((row, number) => {
    const moved = rows[number] === undefined ? free.get(key(row, 0))?.shift() : undefined;
    if (moved === undefined) return;
    rows[number] = { number: moved, edited: false };
    taken.add(moved);
  });
  csv.forEach((_, number) => {
    if (rows[number] === undefined && number < kept.length && !taken.has(number)) {
      rows[number] = { number, edited: true };
    }
  });
  return { rows };
}

/** Places of the input columns that both have, by header; of headers that repeat, the first with the first. */
function commonColumns(csv: Grid, kept: Grid): (readonly [number, number])[] {
  const named = (grid: Grid): Map<string, number> => {
    const places = new Map<string, number>();
    for (const column of inputColumns(grid)) {
      const name = headerKey(grid[0]?.[column] ?? '');
      let turn = 0;
      while (places.has(`${turn} ${name}`)) turn += 1;
      places.set(`${turn} ${name}`, column);
    }
    return places;
  };
  const [left, right] = [named(csv), named(kept)];
  return [...left].flatMap(([name, column]) => {
    const other = right.get(name);
    return other === undefined ? [] : [[column, other] as const];
  });
}

/** Whether a Done row now asks for another video than before. */
function asksForAnother(before: Table, old: number, after: Table, number: number): boolean {
  const [oldRow, newRow] = [before.rows[old - 1], after.rows[number - 1]];
  if (oldRow === undefined || newRow === undefined) return false;
  if (oldRow.cells[before.columnOf('status')] !== 'Done') return false;
  const [asked, asks] = [requestOf(before, oldRow, {}), requestOf(after, newRow, {})];
  if (!asks.ok) return false;
  return !asked.ok || JSON.stringify(asked.value) !== JSON.stringify(asks.value);
}
