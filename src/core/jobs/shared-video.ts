import { contentPrintOf } from './request-print.ts';
import type { ReadyRow, RunPlan } from './run.ts';

/*
 * Rows whose videos would look and sound the same can have one together: it is made and paid for once, and each of them
 * carries its job. Its title and its folder are those of the first row. Nothing else tells them apart from copies of a
 * row: a row shows the video as long as what it asks to be seen and heard is what the job holds, wherever the others
 * go. Edited, it gives the video up, and Render makes it one of its own. So no row can come to show another one's words.
 */

/** A row that gets the video of another row of the run. */
export interface SharedRow extends ReadyRow {
  /** The row whose request is sent. */
  readonly with: number;
  /** It asks for another title, and the video has that of the other row. */
  readonly otherTitle: boolean;
  /** It asks for another folder, and the video is in that of the other row. */
  readonly otherFolder: boolean;
}

/** What rows that may get one video have in common; where none do, what a row may not change while it is written down. */
export function sharedPrint({ requestPrint, requestParts }: ReadyRow, isOn: boolean): string {
  return isOn ? contentPrintOf(requestParts) : requestPrint;
}

/** Of rows whose videos would be the same the first is ready, and the others share its video. */
export function sharing(rows: readonly ReadyRow[], isOn: boolean): Pick<RunPlan, 'ready' | 'shared'> {
  if (!isOn) return { ready: rows, shared: [] };
  const first = new Map<string, ReadyRow>();
  const ready: ReadyRow[] = [];
  const shared: SharedRow[] = [];
  for (const row of rows) {
    const print = sharedPrint(row, isOn);
    const leader = first.get(print);
    if (leader === undefined) {
      first.set(print, row);
      ready.push(row);
    } else {
      const differs = (name: string): boolean => partOf(row, name) !== partOf(leader, name);
      const otherFolder = row.folder !== leader.folder || differs('folder_id');
      shared.push({ ...row, with: leader.row, otherTitle: differs('title'), otherFolder });
    }
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

function partOf({ requestParts }: ReadyRow, name: string): string {
  return requestParts.find(([part]) => part === name)?.[1] ?? '';
}

/** The rows of a plan that share a video with another, or that could if rows were to share. */
export function sharersOf({ ready, shared }: RunPlan): readonly SharedRow[] {
  return shared.length > 0 ? shared : sharing(ready, true).shared;
}
