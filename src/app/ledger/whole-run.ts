import type { Job } from '../../core/jobs/job.ts';
import { placeInRun, runOf } from '../../core/jobs/job-id.ts';
import type { LedgerSheet } from '../ports/ports.ts';
import { readRecent, readSettled } from './history.ts';

/** A long run has others among it, where the ledger was put in order while it went on. */
const AMONG = 200;

/** All jobs of a run. It costs the same whatever the history. */
export function wholeRun(sheet: LedgerSheet, run: string): Job[] {
  const recent = [...readRecent(sheet, AMONG).values()].filter(({ id }) => runOf(id) === run);
  return withSettled(sheet, () => sheet.readMark(), run, recent);
}

/**
 * All jobs of a run whose open ones are `known`. Those that ended long before have left the open part of the ledger,
 * which begins at `mark`: as many lines before it are read as are missing, and all where that does not suffice.
 */
export function withSettled(
  sheet: LedgerSheet,
  mark: () => number,
  run: string,
  known: readonly Job[],
): Job[] {
  const found = new Map(known.map((job) => [job.id, job]));
  const missing = (): number =>
    found.size === 0 ? 1 : Math.max(...[...found.keys()].map(placeInRun)) + 1 - found.size;
  for (const all of [false, true]) {
    if (missing() <= 0) break;
    const from = mark();
    for (const [id, job] of readSettled(sheet, from, all ? from : missing() + AMONG)) {
      if (runOf(id) === run && !found.has(id)) found.set(id, job);
    }
  }
  return [...found.values()];
}
