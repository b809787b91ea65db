import { OUTPUT_COLUMNS } from '../core/output-columns.ts';
import { type Grid, headerOf, inputColumns, outputColumns } from './grid.ts';
import { rowsWithVideos } from './selected-rows.ts';

/** The sheet without what an earlier run wrote beside these rows. */
export function withoutResults(sheet: Grid, rows: readonly number[]): string[][] {
  const header = outputColumns(sheet[0] ?? []);
  const columns = new Set(OUTPUT_COLUMNS.map(({ name }) => header.get(name)));
  const chosen = new Set(rows);
  return sheet.map((cells, at) =>
    chosen.has(at + 1) ? cells.map((cell, column) => (columns.has(column) ? '' : cell)) : [...cells],
  );
}

/**
 * The CSV with results beside its rows. A row's result comes from the first sheet in which the row is Done, or else
 * from the first sheet. Every sheet has the rows of the CSV, under the same numbers.
 */
export function withDoneRows(csv: Grid, sheets: readonly Grid[]): string[][] {
  const all = csv.map((_, at) => at + 1);
  const columns = sheets.map((sheet) => outputColumns(sheet[0] ?? []));
  const done = sheets.map((sheet) => new Set(rowsWithVideos(sheet, all).done));
  const names = [...new Set(columns.flatMap((of) => [...of.keys()]))];
  const own = inputColumns(csv);
  return csv.map((row, at) => {
    const cells = own.map((column) => row[column] ?? '');
    if (at === 0) return [...cells, ...names.map((name) => headerOf(sheets, name))];
    const from = Math.max(
      0,
      done.findIndex((rows) => rows.has(at + 1)),
    );
    return [...cells, ...names.map((name) => sheets[from]?.[at]?.[columns[from]?.get(name) ?? -1] ?? '')];
  });
}
