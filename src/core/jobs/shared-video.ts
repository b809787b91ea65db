import type { ReadyRow, RunPlan } from './run.ts';

/*
 * Rows that ask for exactly the same video can have one together: it is made and paid for once, and each of them
 * carries its job. Nothing else tells them apart from copies of a row: a row shows the video as long as its own request
 * is the one that the job holds, wherever the others go. Edited, it gives the video up, and Render makes it one of its
 * own. So no row can come to show another one's words.
 */

/** A row that gets the video of another row of the run. */
export interface SharedRow extends ReadyRow {
  /** The row whose request is sent. */
  readonly with: number;
}

/** Of rows with the same request the first is ready, and the others share its video. */
export function sharing(rows: readonly ReadyRow[], isOn: boolean): Pick<RunPlan, 'ready' | 'shared'> {
  if (!isOn) return { ready: rows, shared: [] };
  const first = new Map<string, number>();
  const ready: ReadyRow[] = [];
  const shared: SharedRow[] = [];
  for (const row of rows) {
    const leader = first.get(row.requestPrint);
    if (leader === undefined) {
      first.set(row.requestPrint, row.row);
      ready.push(row);
    } else shared.push({ ...row, with: leader });
  }
  return { ready, shared };
}

/** The plan without these rows. If the first of some that share is among them, the next one takes its place. */
export function withoutRows(plan: RunPlan, left: ReadonlySet<number>): RunPlan {
  const stays = ({ row }: { readonly row: number }): boolean => !left.has(row);
  const isOn = plan.shared.length > 0;
  const rows = [...plan.ready, ...plan.shared].filter(stays).sort((one, other) => one.row - other.row);
  return { ...plan, ...sharing(rows, isOn), blocked: plan.blocked.filter(stays) };
}

/** How many videos fewer it would be if rows with the same request had one together. */
export function repeatedRequests({ ready }: RunPlan): number {
  return ready.length - new Set(ready.map(({ requestPrint }) => requestPrint)).size;
}
