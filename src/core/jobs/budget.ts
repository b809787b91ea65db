import { dollars } from '../amount-words.ts';
import { counted } from '../count-words.ts';
import type { Prices } from '../request/price.ts';
import type { Job } from './job.ts';
import { costOf } from './job-cost.ts';
import { runOf } from './job-id.ts';

/** What a sheet may spend, in US dollars. Null: no limit. */
export interface Budget {
  /** For one press of Render. */
  readonly budgetRunUsd: number | null;
  /** Within 24 hours: whatever the time zone, no stretch of a day costs more. */
  readonly budgetDayUsd: number | null;
}

/** Queued jobs that a budget holds back. */
export interface Hold {
  readonly of: 'run' | 'day';
  readonly usd: number;
  readonly jobs: readonly string[];
  /** When the first of them fits again by time alone; null when only the user can change that. */
  readonly until: number | null;
}

const DAY_MS = 24 * 3_600_000;

/** Sums of many prices differ by such a crumb from what they should be. */
const CRUMB = 1e-6;

/**
 * The jobs that must wait, by the jobs of one sheet and one owner, in the order of the ledger. Whatever was sent counts
 * at once, what failed does not. Where one job has to wait, those behind it wait too, so that rows keep their order.
 */
export function holdsOf(jobs: readonly Job[], budget: Budget, prices: Prices, now: number): Hold[] {
  const { budgetRunUsd, budgetDayUsd } = budget;
  if (budgetRunUsd === null && budgetDayUsd === null) return [];
  const byRun = new Map<string, number>();
  const today: Spent[] = [];
  for (const job of jobs) {
    if (mayStillWait(job)) continue;
    const usd = costOf(job, prices);
    const run = runOf(job.id);
    byRun.set(run, (byRun.get(run) ?? 0) + usd);
    const at = job.sentAt ?? job.askedAt;
    if (now - at < DAY_MS) today.push({ at, usd });
  }
  let ofDay = sumOf(today);
  const ofRuns: string[] = [];
  const ofTheDay: Job[] = [];
  const fullRuns = new Set<string>();
  for (const job of jobs.filter(mayStillWait)) {
    const usd = costOf(job, prices);
    const run = runOf(job.id);
    const ofRun = byRun.get(run) ?? 0;
    if (fullRuns.has(run) || (budgetRunUsd !== null && ofRun + usd > budgetRunUsd + CRUMB)) {
      fullRuns.add(run);
      ofRuns.push(job.id);
    } else if (ofTheDay.length > 0 || (budgetDayUsd !== null && ofDay + usd > budgetDayUsd + CRUMB)) {
      ofTheDay.push(job);
    } else {
      byRun.set(run, ofRun + usd);
      ofDay += usd;
    }
  }
  const [first] = ofTheDay;
  return [
    ...(budgetRunUsd !== null && ofRuns.length > 0
      ? [{ of: 'run' as const, usd: budgetRunUsd, jobs: ofRuns, until: null }]
      : []),
    ...(budgetDayUsd !== null && first !== undefined
      ? [
          {
            of: 'day' as const,
            usd: budgetDayUsd,
            jobs: ofTheDay.map(({ id }) => id),
            until: roomAt(today, budgetDayUsd - costOf(first, prices), now),
          },
        ]
      : []),
  ];
}

interface Spent {
  readonly at: number;
  readonly usd: number;
}

/** A job that kept its key goes exactly as it went before, together with the others of its POST. */
function mayStillWait({ status, key }: Job): boolean {
  return status === 'Queued' && key === null;
}

function sumOf(spent: readonly Spent[]): number {
  return spent.reduce((sum, { usd }) => sum + usd, 0);
}

/** When no more than `most` of what was spent is younger than a day; null when `most` is below 0: never. */
function roomAt(spent: readonly Spent[], most: number, now: number): number | null {
  if (most < -CRUMB) return null;
  let left = sumOf(spent);
  let until = now + DAY_MS;
  for (const { at, usd } of [...spent].sort((one, other) => one.at - other.at)) {
    if (left <= most + CRUMB) break;
    left -= usd;
    until = at + DAY_MS;
  }
  // What is being sent in this very pass leaves the day last.
  return left <= most + CRUMB && until > now ? until : now + DAY_MS;
}

/** No moment lies behind this one. */
const NEVER = 8.64e15;

/** The jobs as the passes see them: what a budget holds back is not due. */
export function heldBack(jobs: readonly Job[], holds: readonly Hold[]): Job[] {
  if (holds.length === 0) return [...jobs];
  const until = new Map(holds.flatMap((hold) => hold.jobs.map((id) => [id, hold.until ?? NEVER])));
  return jobs.map((job) => {
    const dueAt = until.get(job.id);
    return dueAt === undefined ? job : { ...job, dueAt: Math.max(dueAt, job.dueAt ?? 0) };
  });
}

/** Only the user can let it go on. */
export function isHeldForGood({ status, dueAt }: Pick<Job, 'status' | 'dueAt'>): boolean {
  return status === 'Queued' && dueAt === NEVER;
}

/** One sentence for the user, and what to do. */
export function holdWords({ of, usd, jobs, until }: Hold): string {
  const budget = `The budget of ${dollars(usd)} for ${of === 'run' ? 'a run' : 'a day'} is reached`;
  const waiting = counted(jobs.length, 'row waits', 'rows wait');
  const goesOn =
    until === null
      ? 'Raise the budget in the sheet’s settings, then resume.'
      : 'The rest goes on by itself when 24 hours have passed. To go on now, raise the budget in the sheet’s settings.';
  return `${budget}: ${waiting}. ${goesOn}`;
}
