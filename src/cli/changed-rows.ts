import { headerKey } from '../core/columns/columns.ts';
import { requestPrintOf } from '../core/jobs/request-print.ts';
import { requestOf } from '../core/request/request.ts';
import { spokenTexts } from '../core/request/spoken-texts.ts';
import type { Table } from '../core/sheet/table.ts';
import { type Grid, headerOf, inputColumns, outputColumns } from './grid.ts';
import { gridTable, type Ignored } from './grid-table.ts';

/** The sheet to load after the CSV was edited between two runs. */
export interface ChangedSheet {
  readonly grid: string[][];
  /** Rows that were added, removed or edited. */
  readonly changed: number;
  /** Done rows among them that now ask for another video. Their results are taken off the sheet. */
  readonly outdated: number;
}

/**
 * Compares the CSV with the sheet of the last run. Null when the user's own cells are the same. Otherwise returns
 * the CSV's cells, each row with what the add-on had written beside it. A row is recognised by its cells, so that it
 * keeps its video when it moves, or by the video that it asks for.
 */
export function changedSheet(csv: Grid, kept: Grid, ignored: Ignored = []): ChangedSheet | null {
  if (sameInputs(csv, kept)) return null;
  const origin = originOfRows(csv, kept);
  const [before, after] = [gridTable(kept, ignored), gridTable(csv, ignored)];
  const outputs = [...outputColumns(kept[0] ?? [])];
  const columns = inputColumns(csv);
  let changed = Math.max(0, kept.length - csv.length);
  let outdated = 0;
  const grid = csv.map((row, number) => {
    const cells = columns.map((column) => row[column] ?? '');
    if (number === 0) return [...cells, ...outputs.map(([name]) => headerOf([kept], name))];
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

/** All input cells as one text. Blank cells and rows at the end do not count, because no sheet shows them. */
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

/**
 * For each row of the CSV, the row that it was in the last run; undefined for a new one. A row is known by its cells,
 * else by the request that it makes, else by the words that it speaks. Its number alone proves nothing: a row that
 * stays in its place must still share a cell that no other row has.
 */
function originOfRows(csv: Grid, kept: Grid): { readonly rows: readonly (Origin | undefined)[] } {
  const common = commonColumns(csv, kept);
  const rows: (Origin | undefined)[] = csv.map(() => undefined);
  const taken = new Set<number>();
  const take = (at: number, number: number, edited: boolean): void => {
    rows[at] = { number, edited };
    taken.add(number);
  };
  const match = (edited: boolean, csvKeys: readonly string[], keptKeys: readonly string[]): void => {
    const free = new Map<string, number[]>();
    keptKeys.forEach((key, number) => {
      if (key === '' || taken.has(number)) return;
      const same = free.get(key);
      if (same === undefined) free.set(key, [number]);
      else same.push(number);
    });
    csvKeys.forEach((key, at) => {
      const found = key === '' || rows[at] !== undefined ? undefined : free.get(key)?.shift();
      if (found !== undefined) take(at, found, edited);
    });
  };
  const cellsKey = (row: readonly string[], side: 0 | 1): string =>
    JSON.stringify(common.map((pair) => row[pair[side]] ?? ''));
  const [csvCells, keptCells] = [csv.map((row) => cellsKey(row, 0)), kept.map((row) => cellsKey(row, 1))];
  csvCells.forEach((key, at) => {
    if (key === keptCells[at]) take(at, at, false);
  });
  match(false, csvCells, keptCells);
  const isOpen = (at: number): boolean => rows[at] === undefined;
  const isFree = (number: number): boolean => !taken.has(number);
  const [asks, asked] = [askedFor(csv, isOpen), askedFor(kept, isFree)];
  match(true, asks.prints, asked.prints);
  match(true, asks.words, asked.words);
  const isAlone = distinctCells(kept);
  csv.forEach((row, at) => {
    if (rows[at] !== undefined || at === 0 || at >= kept.length || taken.has(at)) return;
    const shares = common.some(
      ([ours, theirs]) => row[ours] === kept[at]?.[theirs] && isAlone(theirs, row[ours] ?? ''),
    );
    if (shares) take(at, at, true);
  });
  return { rows };
}

/** What the chosen rows of a grid ask for, and what they speak; '' for other rows and for what cannot be sent. */
function askedFor(
  grid: Grid,
  isChosen: (at: number) => boolean,
): { readonly prints: readonly string[]; readonly words: readonly string[] } {
  const table = gridTable(grid);
  const asked = grid.map((_, at) => {
    const row = table.rows[at - 1];
    const request = row === undefined || row.blank || !isChosen(at) ? null : requestOf(table, row, {});
    return request?.ok === true ? request.value : null;
  });
  return {
    prints: asked.map((each) => (each === null ? '' : requestPrintOf(each))),
    words: asked.map((each) => (each === null ? '' : spokenTexts(each.request).join('\n'))),
  };
}

/** Whether a text stands in one row of a column only, so that it names that row. */
function distinctCells(grid: Grid): (column: number, text: string) => boolean {
  const counts = new Map<string, number>();
  for (const row of grid) {
    row.forEach((text, column) => {
      const key = `${column} ${text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  return (column, text) => text !== '' && counts.get(`${column} ${text}`) === 1;
}

/** Places of the input columns that both have, by header. A repeated header is matched in order. */
export function commonColumns(csv: Grid, kept: Grid): (readonly [number, number])[] {
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
  return !asked.ok || requestPrintOf(asked.value) !== requestPrintOf(asks.value);
}
