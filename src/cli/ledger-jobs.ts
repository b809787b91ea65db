import type { Job } from '../core/jobs/job.ts';
import { fromLine } from '../core/jobs/ledger-line.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { LEDGER } from './queued-codes.ts';

/** Every job in the add-on's ledger. */
export function ledgerJobs({ person }: Emulator): Job[] {
  if (!person.sheets().some(({ name }) => name === LEDGER)) return [];
  const [, ...lines] = person.displayValues(LEDGER);
  return lines.flatMap((line) => fromLine(line) ?? []);
}
