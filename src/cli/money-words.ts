import type { Settings } from '../app/sidebar/contract.ts';
import { estimateAgainstActual, estimateWords, latestFinishedRun } from '../core/jobs/estimate-actual.ts';
import type { Job } from '../core/jobs/job.ts';
import { fromLine } from '../core/jobs/ledger-line.ts';
import { withPrice } from '../core/request/learned-prices.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { LEDGER } from './queued-codes.ts';
import { served } from './served.ts';

/** What the finished videos of the latest run came to against their estimate, and prices that seem to have changed. */
export function moneyWords(emulator: Emulator): string[] {
  const answer = served<Settings>(emulator, 'sidebarSettings', []);
  if (!answer.ok) return [];
  const { prices, differences } = answer.value;
  const charged = differences.reduce((table, { name, usd }) => withPrice(table, name, usd), prices);
  const compared = estimateAgainstActual(latestFinishedRun(jobsOf(emulator)), charged);
  return [estimateWords(compared), ...differences.map(({ words }) => words)].filter((words) => words !== '');
}

function jobsOf({ person }: Emulator): Job[] {
  if (!person.sheets().some(({ name }) => name === LEDGER)) return [];
  const [, ...lines] = person.displayValues(LEDGER);
  return lines.flatMap((line) => fromLine(line) ?? []);
}
