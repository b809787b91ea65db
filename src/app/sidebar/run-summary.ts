import type { Issue } from '../../core/issue.ts';
import { runPrint } from '../../core/jobs/run.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { FOR_PRICES, planVisible } from '../render/plan-visible.ts';
import { runCost } from '../render/run-cost.ts';
import type { IssueView, RunSummary } from './contract.ts';

/** So many issues and warnings are listed; the rows of the others are counted. */
const MOST_LISTED = 50;

const NOTHING: RunSummary = {
  runPrint: '',
  videos: 0,
  again: false,
  videosAgain: 0,
  linked: 0,
  skipped: { done: 0, changed: 0, underWay: 0, unconfirmed: 0, hidden: 0, blank: 0 },
  blocked: [],
  blockedRows: 0,
  seconds: 0,
  balance: null,
  cost: 0,
  range: { least: 0, most: 0 },
  topUpUrl: '',
  renderSeconds: 0,
  asksAbove: null,
  unknownLengths: 0,
  tests: 0,
  warnings: [],
  warnedRows: 0,
  obstacle: '',
};

/** What Render would do with the selected rows. Changes nothing. */
export function runSummary(platform: Platform, again = false): RunSummary {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { ...NOTHING, obstacle: OPEN_YOUR_SHEET };
  const planned = planVisible(platform, tab, again ? 'again' : 'selected', FOR_PRICES);
  if (!planned.ok) return { ...NOTHING, obstacle: planned.failure };
  const { plan, hidden } = planned.value;
  const warned = plan.ready.filter(({ warnings }) => warnings.length > 0);
  return {
    runPrint: runPrint(plan),
    again,
    videosAgain: plan.ready.filter((row) => row.again).length,
    linked: plan.relinked.length,
    skipped: { ...plan.skipped, hidden: hidden === 'unknown' ? 0 : hidden },
    blocked: listed(plan.blocked.map(({ row, issues }) => ({ row, found: issues }))),
    blockedRows: plan.blocked.length,
    ...runCost(platform, planned.value),
    warnings: listed(warned.map(({ row, warnings }) => ({ row, found: warnings }))),
    warnedRows: warned.length,
    obstacle: '',
  };
}

function listed(
  rows: readonly { readonly row: number; readonly found: readonly Issue[] }[],
): readonly IssueView[] {
  return rows
    .flatMap(({ row, found }) => found.map(({ column, message }) => ({ row, column, message })))
    .slice(0, MOST_LISTED);
}
