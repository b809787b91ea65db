import type { Job } from '../../core/jobs/job.ts';
import { holdsNumber, outputOf, type RowOutput, SHOWN_OUTPUTS } from '../../core/jobs/row-output.ts';
import { type CellPatch, shows } from '../../core/jobs/write-back.ts';
import { cellOf, type Row, type Table } from '../../core/sheet/table.ts';

/** Writing so many rows more takes less time than another call. */
const WORTH_A_CALL = 500;

/**
 * The rows between those to be written, where each of them shows its own job, as it should. Written along with the
 * others, with what they show already, they make one area of several: one call instead of one for each run of rows.
 */
export function rowsBetween(
  table: Table,
  patches: readonly CellPatch[],
  atRest: readonly Job[],
  now: number,
): CellPatch[] {
  const numbers = patches.map(({ row }) => row).sort((a, b) => a - b);
  const jobs = new Map(atRest.map((job) => [job.id, job]));
  const rows = new Map<number, Row>();
  for (const row of table.rows) rows.set(row.number, row);
  const asItStands = (number: number): CellPatch | null => {
    const row = rows.get(number);
    const job = row === undefined ? undefined : jobs.get(cellOf(row, table.columnOf('job')).trim());
    if (row === undefined || job === undefined) return null;
    const output = outputOf(job, now, (name) => table.columnOf(name) >= 0);
    // The note on a problem is not known here.
    const isAsIs = output.problem === '' && shows(table, row, output) && hasItsNumbers(table, row, output);
    return isAsIs ? { row: number, job: job.id, moves: null, output, code: '' } : null;
  };
  return numbers.flatMap((from, at) => {
    const between: CellPatch[] = [];
    const to = numbers[at + 1] ?? from;
    if (to - from - 1 > WORTH_A_CALL) return [];
    for (let number = from + 1; number < to; number += 1) {
      const patch = asItStands(number);
      if (patch === null) return [];
      between.push(patch);
    }
    return between;
  });
}

/** Of a number `shows` asks only whether there is one. What somebody has typed over it must stay. */
function hasItsNumbers(table: Table, row: Row, output: RowOutput): boolean {
  return SHOWN_OUTPUTS.filter(holdsNumber).every((name) => {
    const cell = row.cells[table.columnOf(name)] ?? output[name];
    return cell.replace(',', '.') === output[name];
  });
}
