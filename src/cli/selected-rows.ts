import { isBlank } from '../core/sheet/display-value.ts';
import { type RowSpan, rowsOfSelection } from '../core/sheet/selection.ts';
import { type Grid, outputColumns } from './grid.ts';
import { gridTable } from './grid-table.ts';

/** Numbers of the rows in these spans that hold anything, as the add-on would select them. */
export function selectedRows(csv: Grid, spans: readonly RowSpan[]): number[] {
  const table = gridTable(csv);
  return rowsOfSelection(spans, table).filter((number) => table.rows[number - 2]?.blank === false);
}

/** Statuses of rows with a finished video. A changed row's video still says its earlier words. */
const FINISHED = ['Done', 'Changed'];
/** Statuses of rows whose video HeyGen has, or may have. */
const UNDER_WAY = ['Submitting', 'Rendering', 'Unconfirmed'];

/**
 * Rows that show a finished video, or one under way. An earlier run wrote that, and its ledger may be missing. To
 * render such a row could pay for it twice.
 */
export function rowsWithVideos(
  csv: Grid,
  rows: readonly number[],
): { readonly done: number[]; readonly underWay: number[] } {
  const outputs = outputColumns(csv[0] ?? []);
  const cell = (row: number, name: 'status' | 'video_url'): string => {
    const column = outputs.get(name);
    return column === undefined ? '' : (csv[row - 1]?.[column] ?? '').trim();
  };
  return {
    done: rows.filter((row) => FINISHED.includes(cell(row, 'status')) && !isBlank(cell(row, 'video_url'))),
    underWay: rows.filter((row) => UNDER_WAY.includes(cell(row, 'status'))),
  };
}
