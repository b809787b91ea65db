import { cellNotes } from '../../core/check/cell-notes.ts';
import { type CheckReport, checkReport } from '../../core/check/check-report.ts';
import { groupsOf } from '../../core/groups.ts';
import { type Result, success } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { FOR_PRICES, planVisible, type Which } from '../render/plan-visible.ts';
import { tableOf } from '../tabs/tab-table.ts';

/** A check, with what became of the notes. */
export interface Checked {
  readonly report: CheckReport;
  /** Selected rows that the user cannot see, and that were not looked at. */
  readonly hidden: number | 'unknown';
  /** Why some cells did not get their note; '' when all did. */
  readonly refusal: string;
}

/**
 * Looks at the selected rows as Render would, and changes nothing but the notes on their cells. Nothing is spent.
 * `again`: also at rows that have a video.
 */
export function checkRows(
  platform: Platform,
  tab: Tab,
  which: Extract<Which, 'selected' | 'again'>,
): Result<Checked> {
  const planned = planVisible(platform, tab, which, FOR_PRICES);
  if (!planned.ok) return planned;
  const { table, plan, facts, hidden } = planned.value;
  const report = checkReport(table, plan, facts, platform.settings.prices());
  const rows = [...plan.ready, ...plan.blocked].map(({ row }) => row);
  return success({ report, hidden, refusal: noteFindings(platform, tab, rows, report) });
}

/** Writes what was found as notes, and takes away those of ours that no longer hold. */
function noteFindings(
  platform: Platform,
  tab: Tab,
  rows: readonly number[],
  { findings }: CheckReport,
): string {
  const table = tableOf(tab);
  const kept = tab.readNotes();
  const notes = cellNotes(table, rows, findings, (row, column) => kept[row - 1]?.[column - 1] ?? '');
  const refusals = [...groupsOf(notes, ({ column }) => column)].flatMap(([column, ofColumn]) => {
    const written = tab.writeNotes(column, ofColumn);
    return written.ok ? [] : [written.failure];
  });
  platform.spreadsheet.flush();
  return refusals[0] ?? '';
}
