import { failure, type Result, success } from '../core/result.ts';
import type { RowSpan } from '../core/sheet/selection.ts';

/** The last row that a Google sheet of one column could have. */
const LAST_ROW = 10_000_000;

/** Reads `2-40,57`: row numbers as the sheet shows them. The failure is a sentence that names the part at fault. */
export function parseRowSpans(
  option: '--rows' | '--again',
  text: string,
): Result<readonly RowSpan[], string> {
  const spans: RowSpan[] = [];
  for (const part of text.split(',')) {
    const span = parseSpan(part);
    if (!span.ok) return failure(`${option} is "${text}": ${span.failure}`);
    spans.push(span.value);
  }
  return success(spans);
}

function parseSpan(part: string): Result<RowSpan, string> {
  const found = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
  if (found === null) {
    return failure(`"${part.trim()}" is no row number and no range. Write rows as in 2-40,57.`);
  }
  const firstRow = Number(found[1]);
  const lastRow = Number(found[2] ?? found[1]);
  if (firstRow === 0) return failure('there is no row 0. Row 1 is the header, the first row to render is 2.');
  if (firstRow === 1) return failure('row 1 is the header. The first row to render is 2.');
  if (lastRow < firstRow)
    return failure(`${firstRow}-${lastRow} runs backwards. Write ${lastRow}-${firstRow}.`);
  if (lastRow > LAST_ROW) return failure(`no sheet has ${lastRow} rows.`);
  return success({ firstRow, lastRow });
}

/** Row numbers, ascending, as ranges of whole rows in A1 notation: 2, 3, 4, 9 → `2:4`, `9:9`. */
export function rowRanges(rows: readonly number[]): string[] {
  return rowRuns(rows).map(({ firstRow, lastRow }) => `${firstRow}:${lastRow}`);
}

/** Row numbers, ascending, as runs without gaps. */
export function rowRuns(rows: readonly number[]): RowSpan[] {
  const runs: RowSpan[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last.lastRow + 1 === row) runs[runs.length - 1] = { ...last, lastRow: row };
    else runs.push({ firstRow: row, lastRow: row });
  }
  return runs;
}

/** Row numbers, ascending, as `--rows` and `--again` take them: 2, 3, 4, 9 → `2-4,9`. */
export function rowsText(rows: readonly number[]): string {
  return rowRuns(rows)
    .map(({ firstRow, lastRow }) => (firstRow === lastRow ? `${firstRow}` : `${firstRow}-${lastRow}`))
    .join(',');
}
