import { renderSeconds } from '../../core/jobs/render-seconds.ts';
import { priceDifferences } from '../../core/request/learned-prices.ts';
import { type RunTotals, runTotals } from '../../core/request/run-totals.ts';
import { type AccountView, accountView } from '../account/account-view.ts';
import type { Platform } from '../ports/ports.ts';
import type { PlannedRun } from './plan-visible.ts';

/** What a run costs, what the account has, and how long it takes: all that is known of money before it is spent. */
export interface RunCost extends RunTotals {
  /** What is left in the account. Null when that is unknown. */
  readonly balance: AccountView['balance'];
  /** The https address of the page where the user can top up the balance. */
  readonly topUpUrl: string;
  /** How many seconds it takes to make all of them. */
  readonly renderSeconds: number;
  /** It may cost more than the sum above which the user wants to be asked once more. That sum; null when not. */
  readonly asksAbove: number | null;
  /** Sentences: where HeyGen seems to charge other prices than the table says. */
  readonly priceNews: readonly string[];
}

/** The user decides by what is left, and videos that finished meanwhile were paid for. So it must be new. */
const BALANCE_MS = 60_000;

/** The same figures for the menu's question and for the sidebar. */
export function runCost(platform: Platform, { plan, facts, table }: PlannedRun): RunCost {
  const { settings } = platform;
  const totals = runTotals(plan.ready, facts, settings.prices());
  const key = settings.apiKey();
  const account = key === null ? null : accountView(platform, key, BALANCE_MS);
  const { askAboveUsd } = table.settings;
  return {
    ...totals,
    balance: account?.balance ?? null,
    topUpUrl: account?.topUpUrl ?? '',
    renderSeconds: renderSeconds(totals.videos, settings.account().slots),
    priceNews: priceNews(platform),
    asksAbove: totals.range.most > askAboveUsd ? askAboveUsd : null,
  };
}

/** What the account's balance says other than the price table, in sentences. */
export function priceNews({ settings }: Platform): string[] {
  return priceDifferences(settings.priceTable(), settings.account().charges.learned).map(
    ({ words }) => words,
  );
}

/** Whether the run may cost more than the account has. False when the balance is not known in dollars. */
export function mayExceedBalance(balance: RunCost['balance'], most: number): boolean {
  return balance !== null && balance.unit === 'usd' && most > balance.amount;
}
