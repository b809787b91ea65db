import type { RowSpan } from '../../core/sheet/selection.ts';
import { type Row, readTable, type Table } from '../../core/sheet/table.ts';
import type { Tab } from '../ports/tab.ts';
import { withPictureFormulas } from '../tabs/picture-formulas.ts';

/** Some rows of a tab: its headers, and the rows that carry certain jobs. */
export interface TabPart {
  readonly table: Table;
  /** The same rows again after writing; null when other jobs stand in them now, because the user moved rows. */
  again(): Table | null;
}

/** A tab with fewer cells is read as a whole: that takes no longer than looking for the rows. */
const SMALL = 30_000;

/** Reading so many more cells takes as long as another call, so runs of rows with fewer between them are read as one. */
const WORTH_A_CALL = 20_000;

/** With more separate runs of rows than this, one area that spans them is read. */
const MOST_RUNS = 3;

/**
 * Reads of a large tab only the `job` column and then the rows that carry these jobs, with those between them that carry
 * the jobs `beside`. Null where that says too little:
 * the tab is small, has no such column, or its optional columns must be judged by what stands in them. The tab's size
 * is known then. Rows that come or go while it is read make it null as well.
 */
export function readPart(
  tab: Tab,
  ids: ReadonlySet<string>,
  beside: ReadonlySet<string> = new Set(),
): TabPart | null {
  const { rows, columns } = tab.size();
  if (rows * columns <= SMALL) return null;
  const headers = tab.readPart({ row: 1, column: 1, rows: 1, columns })[0] ?? [];
  const notes = readTable([headers]).extras.length > 0 ? tab.headerNotes() : [];
  const top = readTable([headers], 1, notes);
  const jobColumn = top.columnOf('job');
  if (jobColumn < 0 || top.extras.some(({ note }) => note !== '')) return null;
  const inColumn = tab
    .readPart({ row: 2, column: jobColumn + 1, rows: rows - 1, columns: 1 })
    .map(([cell = ''], at) => ({ number: at + 2, id: idIn(cell) }));
  const spans = spansOf(
    inColumn.filter(({ id }) => ids.has(id)).map(({ number }) => number),
    Math.floor(WORTH_A_CALL / columns),
  );
  const carried = spans.flatMap(({ firstRow, lastRow }) =>
    inColumn.slice(firstRow - 2, lastRow - 1).filter(({ id }) => ids.has(id) || beside.has(id)),
  );
  const cells = spans.reduce((sum, span) => sum + (span.lastRow - span.firstRow + 1) * columns, 0);
  if (cells > (rows * columns) / 2) return null;
  const read = (): Table | null => {
    const lines = new Map<number, readonly string[]>();
    for (const { firstRow, lastRow } of spans) {
      const area = { row: firstRow, column: 1, rows: lastRow - firstRow + 1, columns };
      for (const [at, line] of tab.readPart(area).entries()) lines.set(firstRow + at, line);
    }
    const isInPlace = carried.every(({ number, id }) => idIn(lines.get(number)?.[jobColumn] ?? '') === id);
    if (!isInPlace) return null;
    const shown = carried.map(({ number }) => lines.get(number) ?? []);
    const table = readTable([headers, ...shown], 1, notes, undefined, tab.settings(), tab.corrections());
    const numbered = table.rows.map((row, at): Row => ({ ...row, number: carried[at]?.number ?? 0 }));
    return withPictureFormulas(tab, { ...table, rows: numbered }, spans);
  };
  const table = read();
  return table === null ? null : { table, again: read };
}

/** As `readTable` reads a cell of ours. */
function idIn(cell: string): string {
  return cell.replace(/^'/u, '').trim();
}

/** `gap`: with at most so many rows between them, two runs are one. */
function spansOf(numbers: readonly number[], gap: number): RowSpan[] {
  const runs: RowSpan[] = [];
  for (const number of numbers) {
    const open = runs[runs.length - 1];
    if (open !== undefined && number - open.lastRow <= gap + 1)
      runs[runs.length - 1] = { ...open, lastRow: number };
    else runs.push({ firstRow: number, lastRow: number });
  }
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (first === undefined || last === undefined || runs.length <= MOST_RUNS) return runs;
  return [{ firstRow: first.firstRow, lastRow: last.lastRow }];
}
