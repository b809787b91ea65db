import type { Issue } from '../../core/issue.ts';
import { type RunPlan, runPrint } from '../../core/jobs/run.ts';
import type { Prices } from '../../core/request/price.ts';
import { estimateOf } from '../../core/request/price.ts';
import type { AccountFacts } from '../../core/row/account-facts.ts';
import { accountView } from '../account/account-view.ts';
import type { LookupPolicy } from '../account/look-up-account.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { planVisible } from '../render/plan-visible.ts';
import type { IssueView, RunSummary } from './contract.ts';

/** So many issues and warnings are listed; the rows of the others are counted. */
const MOST_LISTED = 50;

/** A look's price depends on its kind, so every look is looked up once. */
const FOR_PRICES: LookupPolicy = { everyLook: true, newLooks: true, freshTemplates: false };

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
  const { plan, hidden, facts } = planned.value;
  const warned = plan.ready.filter(({ warnings }) => warnings.length > 0);
  return {
    runPrint: runPrint(plan),
    videos: plan.ready.length,
    again,
    videosAgain: plan.ready.filter((row) => row.again).length,
    linked: plan.relinked.length,
    skipped: { ...plan.skipped, hidden: hidden === 'unknown' ? 0 : hidden },
    blocked: listed(plan.blocked.map(({ row, issues }) => ({ row, found: issues }))),
    blockedRows: plan.blocked.length,
    balance: balanceOf(platform),
    ...totals(plan, facts, platform.settings.prices()),
    warnings: listed(warned.map(({ row, warnings }) => ({ row, found: warnings }))),
    warnedRows: warned.length,
    obstacle: '',
  };
}

/** The user decides by what is left, and videos that finished meanwhile were paid for. So it must be new. */
function balanceOf(platform: Platform): RunSummary['balance'] {
  const key = platform.settings.apiKey();
  return key === null ? null : accountView(platform, key, BALANCE_MS).balance;
}

const BALANCE_MS = 60_000;

function totals(
  { ready }: RunPlan,
  facts: AccountFacts,
  prices: Prices,
): Pick<RunSummary, 'seconds' | 'cost' | 'unknownLengths' | 'tests'> {
  const sums = { seconds: 0, cost: 0, unknownLengths: 0, tests: 0 };
  for (const { request } of ready) {
    const { seconds, cost } = estimateOf(request, facts, prices);
    sums.seconds += seconds ?? 0;
    sums.cost += cost ?? 0;
    if (cost === null) sums.unknownLengths += 1;
    if (request.test === true) sums.tests += 1;
  }
  return sums;
}

function listed(
  rows: readonly { readonly row: number; readonly found: readonly Issue[] }[],
): readonly IssueView[] {
  return rows
    .flatMap(({ row, found }) => found.map(({ column, message }) => ({ row, column, message })))
    .slice(0, MOST_LISTED);
}
