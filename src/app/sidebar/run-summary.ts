import { estimatedSeconds } from '../../core/spoken-texts.ts';
import type { IssueView, RunSummary } from '../contract.ts';
import type { Platform } from '../ports.ts';
import { planVisible } from '../render-rows.ts';
import { estimatedCost } from './prices.ts';

/** Blocked rows that are listed one by one; the others are counted. */
const MOST_LISTED = 50;

const NOTHING: RunSummary = {
  videos: 0,
  skipped: { done: 0, changed: 0, underWay: 0, unconfirmed: 0, hidden: 0, blank: 0 },
  blocked: [],
  blockedRows: 0,
  seconds: 0,
  cost: 0,
  unknownLengths: 0,
  tests: 0,
  warnings: [],
  warnedRows: 0,
  obstacle: '',
};

/** What Render would do with the rows that are selected now. Changes nothing. */
export function runSummary(platform: Platform): RunSummary {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { ...NOTHING, obstacle: 'Open the sheet with your rows.' };
  const planned = planVisible(platform, tab, 'selected');
  if (planned.kind === 'not-sent') return { ...NOTHING, obstacle: planned.message };
  const { plan, hidden } = planned;
  const seconds = plan.ready.reduce((sum, { request }) => sum + (estimatedSeconds(request) ?? 0), 0);
  const blocked: IssueView[] = [];
  for (const { row, issues } of plan.blocked) {
    for (const { column, message } of issues) {
      if (blocked.length < MOST_LISTED) blocked.push({ row, column, message });
    }
  }
  return {
    videos: plan.ready.length,
    skipped: { ...plan.skipped, hidden: hidden === 'unknown' ? 0 : hidden },
    blocked,
    blockedRows: plan.blocked.length,
    seconds,
    cost: estimatedCost(seconds, platform.settings.prices()),
    unknownLengths: 0,
    tests: 0,
    warnings: [],
    warnedRows: 0,
    obstacle: '',
  };
}
