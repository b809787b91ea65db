import { fingerprint } from '../../core/fingerprint.ts';
import type { Job } from '../../core/jobs/job.ts';
import { NOTHING_SHOWN, type RowOutput, rowOutput } from '../../core/jobs/row-output.ts';
import { type CellPatch, shows } from '../../core/jobs/write-back.ts';
import type { Row, Table } from '../../core/sheet/table.ts';

/**
 * Rows of other jobs, or of none, that now show what we wrote for one of ours, because the user moved rows meanwhile.
 * Each gets back what its job showed before.
 */
export function strayed(
  before: Table,
  after: Table,
  written: readonly CellPatch[],
  jobs: readonly Job[],
): CellPatch[] {
  const ours = new Set(jobs.map((job) => job.id));
  const signs = new Set(
    written.filter((patch) => patch.output.status !== '').map((patch) => signature(patch.output)),
  );
  const earlier = new Map<string, RowOutput>();
  for (const row of before.rows) {
    const id = jobOf(before, row);
    if (id !== '') earlier.set(id, outputIn(before, row));
  }
  const amends: CellPatch[] = [];
  for (const row of after.rows) {
    const id = jobOf(after, row);
    if (ours.has(id)) continue;
    const now = outputIn(after, row);
    if (now.status === '' || !signs.has(signature(now))) continue;
    const output = earlier.get(id) ?? NOTHING_SHOWN;
    if (!shows(after, row, output)) amends.push({ row: row.number, job: id, moves: null, output, code: '' });
  }
  return amends;
}

/** The id in the row’s job cell. */
export function jobOf(table: Table, row: Row): string {
  return row.cells[table.columnOf('job')]?.trim() ?? '';
}

function outputIn(table: Table, row: Row): RowOutput {
  return rowOutput((name) => row.cells[table.columnOf(name)] ?? '');
}

function signature(output: RowOutput): string {
  return fingerprint([output.status, output.problem, output.video_url].join('\n'));
}
