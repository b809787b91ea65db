import { findingGroups, findingsOf } from '../../core/check/check-report.ts';
import { leftOutWords } from '../../core/jobs/left-out.ts';
import { runPrint } from '../../core/jobs/run.ts';
import { steeringHeaders } from '../../core/sheet/steering.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { FOR_PRICES, planVisible } from '../render/plan-visible.ts';
import { runCost } from '../render/run-cost.ts';
import { sameWordsOf } from '../render/run-words.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { columnQuestions } from './column-questions.ts';
import type { RunSummary } from './contract.ts';
import { sampleView } from './sample-view.ts';

const NOTHING: RunSummary = {
  runPrint: '',
  videos: 0,
  again: false,
  videosAgain: 0,
  shared: 0,
  sameWords: '',
  linked: 0,
  skipped: { done: 0, changed: 0, underWay: 0, unconfirmed: 0, hidden: 0, blank: 0 },
  leftOut: [],
  blocked: [],
  blockedRows: 0,
  seconds: 0,
  balance: null,
  cost: 0,
  range: { least: 0, most: 0 },
  topUpUrl: '',
  renderSeconds: 0,
  asksAbove: null,
  priceNews: [],
  unknownLengths: 0,
  tests: 0,
  paced: 0,
  warnings: [],
  warnedRows: 0,
  sample: null,
  steering: [],
  open: null,
  obstacle: '',
};

/** What Render would do with the selected rows. Changes nothing. */
export function runSummary(platform: Platform, again = false): RunSummary {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { ...NOTHING, obstacle: OPEN_YOUR_SHEET };
  const planned = planVisible(platform, tab, again ? 'again' : 'selected', FOR_PRICES);
  if (!planned.ok) return { ...NOTHING, open: columnQuestions(tableOf(tab)), obstacle: planned.failure };
  const { table, plan, hidden } = planned.value;
  const warned = plan.ready.filter(({ warnings }) => warnings.length > 0);
  return {
    runPrint: runPrint(plan),
    again,
    videosAgain: plan.ready.filter(({ replaces }) => replaces !== '').length,
    shared: plan.shared.length,
    sameWords: sameWordsOf(plan),
    linked: plan.relinked.length,
    skipped: { ...plan.skipped, hidden: hidden === 'unknown' ? 0 : hidden },
    leftOut: leftOutWords(plan.leftOut),
    blocked: findingGroups(plan.blocked.flatMap(({ row, issues }) => findingsOf('block', row, issues))),
    blockedRows: plan.blocked.length,
    ...runCost(platform, planned.value),
    warnings: findingGroups(warned.flatMap(({ row, warnings }) => findingsOf('warning', row, warnings))),
    warnedRows: warned.length,
    sample: sampleView(platform, tab, planned.value),
    steering: steeringHeaders(
      table,
      plan.ready.map(({ row }) => row),
    ),
    open: null,
    obstacle: '',
  };
}
