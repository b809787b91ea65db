import type { Job } from '../../core/jobs/job.ts';
import { fromLine, toLine } from '../../core/jobs/ledger-line.ts';
import { parsedJson } from '../../core/json.ts';
import { isSettled } from '../ledger/open-lines.ts';
import type { Asking, Ended } from './phases.ts';
import { planOf, type Run, type Standing } from './standing.ts';
import { isInDoubt } from './told-later.ts';

/*
 * What a pass of the trigger saw of the ledger last, in the cache. The next pass mostly has the same videos to ask about,
 * so it asks without reading the ledger first. Then it reads the ledger under the lock as ever: an answer about a job
 * that another execution has changed meanwhile comes too late there and changes nothing.
 */

/** After this long the ledger is read first. */
const LIFE_SECONDS = 3_600;

function nameOf({ platform, owner }: Run): string {
  return `last sight ${platform.spreadsheet.id()} ${owner.name}`;
}

/** The jobs of the last sight. None where there is no sight. */
export interface LastSight {
  readonly open: readonly Job[];
  /** Jobs that had ended: see told-later.ts. */
  readonly toldLater: readonly Job[];
}

export function lastSight(run: Run): LastSight {
  if (!run.options.fromTrigger) return { open: [], toldLater: [] };
  const kept = run.platform.cache.read(nameOf(run));
  const lines = kept === null ? null : parsedJson(kept);
  const jobs = Array.isArray(lines) ? lines.flatMap((line) => jobIn(line) ?? []) : [];
  return { open: jobs.filter((job) => !isSettled(job)), toldLater: jobs.filter(isSettled) };
}

/**
 * The questions that are due by what the last pass saw; null where that says too little. Proof that HeyGen does not have
 * a POST needs the ledger as it is, so a pass with such a job reads it first.
 */
export function askedByLastSight(run: Run, { open }: LastSight, standing: Standing): Asking | null {
  if (run.readsAll) return null;
  const own = run.budgets.within(open);
  if (own.length === 0 || own.some(isInDoubt)) return null;
  const { lapsed, sends, asks } = planOf(run, { ...standing, own });
  if (lapsed.length > 0 || sends.length > 0 || asks.length === 0) return null;
  return { phase: 'asking', asks, queuedRows: 'unseen', standing: { ...standing, own } };
}

/** At the end of a pass. */
export function keepLastSight(run: Run, { outcome, standing }: Ended): void {
  if (!run.options.fromTrigger || outcome === 'busy') return;
  const { own, toldLater } = standing;
  const jobs = own.some(isInDoubt) ? [] : [...own, ...toldLater];
  run.platform.cache.write(nameOf(run), JSON.stringify(jobs.map(toLine)), LIFE_SECONDS);
}

function jobIn(line: unknown): Job | null {
  const isLine = Array.isArray(line) && line.every((cell) => typeof cell === 'string');
  return isLine ? fromLine(line) : null;
}
