import type { Settings } from '../app/sidebar/contract.ts';
import {
  type EstimateAgainstActual,
  estimateAgainstActual,
  estimateWords,
  latestFinishedRun,
} from '../core/jobs/estimate-actual.ts';
import { withPrice } from '../core/request/learned-prices.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { ledgerJobs } from './ledger-jobs.ts';
import { served } from './served.ts';

export interface MoneyReport {
  /** What the finished videos of the latest run came to against their estimate. */
  readonly compared: EstimateAgainstActual;
  /** The same in words, and prices that seem to have changed. */
  readonly words: readonly string[];
}

/** Null where the add-on does not answer. */
export function moneyReport(emulator: Emulator): MoneyReport | null {
  const answer = served<Settings>(emulator, 'sidebarSettings', []);
  if (!answer.ok) return null;
  const { prices, differences } = answer.value;
  const charged = differences.reduce((table, { name, usd }) => withPrice(table, name, usd), prices);
  const compared = estimateAgainstActual(latestFinishedRun(ledgerJobs(emulator)), charged);
  const words = [estimateWords(compared), ...differences.map((difference) => difference.words)];
  return { compared, words: words.filter((sentence) => sentence !== '') };
}
