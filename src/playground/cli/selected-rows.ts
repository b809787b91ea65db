import { isBlank } from '../../core/display-value.ts';
import { type RowSpan, rowsOfSelection } from '../../core/selection.ts';
import { readTable } from '../../core/table.ts';
import { type Grid, outputColumns } from './grid.ts';

/** Numbers of the rows in the given spans that hold anything, as the add-on would take them. */
export function selectedRows(csv: Grid, spans: readonly RowSpan[]): number[] {
  const table = readTable(csv);
  return rowsOfSelection(spans, table).filter((number) => table.rows[number - 2]?.blank === false);
}

/** Rows that the CSV itself shows as Done, with a video: what an earlier run wrote, of which no ledger is left. */
export function doneInCsv(csv: Grid, rows: readonly number[]): number[] {
  const outputs = outputColumns(csv[0] ?? []);
  const cell = (row: number, name: 'status' | 'video_url'): string => {
    const column = outputs.get(name);
    return column === undefined ? '' : (csv[row - 1]?.[column] ?? '');
  };
  return rows.filter((row) => cell(row, 'status').trim() === 'Done' && !isBlank(cell(row, 'video_url')));
}
