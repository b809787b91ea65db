import type { Job } from '../../core/jobs/job.ts';
import { placeInRun, runOf } from '../../core/jobs/job-id.ts';
import type { LedgerSheet } from '../ports/ports.ts';
import { readSettled } from './history.ts';

/** A long run has others among it, where the ledger was put in order while it went on. */
const AMONG = 200;

/**
 * All jobs of a run of which some are `known`, when none is open any more. Those of a long one have left the open part
 * of the ledger, which begins at `mark`: as many lines before it are read as are missing.
 */
export function wholeRun(sheet: LedgerSheet, mark: () => number, known: readonly Job[]): Job[] {
  const found = new Map(known.map((job) => [job.id, job]));
  const run = runOf(known[0]?.id ?? '');
  const missing = (): number => Math.max(-1, ...[...found.keys()].map(placeInRun)) + 1 - found.size;
  for (const all of [false, true]) {
    if (missing() <= 0) break;
    const from = mark();
    for (const [id, job] of readSettled(sheet, from, all ? from : missing() + AMONG)) {
      if (runOf(id) === run && !found.has(id)) found.set(id, job);
    }
  }
  return [...found.values()];
}
