import { LeftOut, leavingOut, leftOutWords } from '../core/jobs/left-out.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { RenderOrder } from './arguments.ts';
import type { Grid } from './grid.ts';
import { gridTable } from './grid-table.ts';

interface Remaining {
  readonly rows: readonly number[];
  /** Which rows are left out, and why. */
  readonly remarks: readonly string[];
}

/**
 * The selected rows without those that the column `approved` or `--only` keeps out. They are not part of the run, so
 * it can be complete without them.
 */
export function withoutLeftOut(
  { input, only, ignore }: Pick<RenderOrder, 'input' | 'only' | 'ignore'>,
  csv: Grid,
  selected: readonly number[],
): Result<Remaining> {
  const table = gridTable(csv, ignore, only);
  const rule = leavingOut(table);
  if (!rule.ok) return failure(`${input}: ${rule.failure}`);
  const leftOut = new LeftOut(table);
  const rows = selected.filter((number) => {
    const row = table.rows[number - 2];
    return row === undefined || !leftOut.takes(row);
  });
  const remarks = leftOutWords(leftOut.rows()).map((words) => `${words}.`);
  return rows.length > 0
    ? success({ rows, remarks })
    : failure(`${input}: no row is left to render. ${remarks.join(' ')}`);
}
