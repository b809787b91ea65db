import type { Job } from '../../core/jobs/job.ts';
import type { LedgerSheet, Platform } from '../ports/ports.ts';
import { meteredHeyGen } from './call-meter.ts';
import { Budgets } from './held-jobs.ts';
import { isStale } from './show-own.ts';
import { planOf, type Run, type Standing } from './standing.ts';
import { isCreditNews } from './watch-credit.ts';

/**
 * Whether a sync would find nothing to send, to ask or to show, judged by jobs that were read without the lock: they
 * may be some seconds old, and then the next look finds what they lack.
 */
export function nothingIsDue(platform: Platform, sheet: LedgerSheet | null, jobs: readonly Job[]): boolean {
  const { settings } = platform;
  const key = settings.apiKey();
  const owner = settings.owner();
  if (sheet === null || key === null || owner === null) return true;
  const budgets = new Budgets(platform, owner);
  const own = budgets.within(jobs.filter((job) => owner.names.includes(job.owner)));
  if (own.some(isStale) || isCreditNews(platform, key, settings.account())) return false;
  const options = { resume: false, lookNow: false, fromTrigger: false };
  const run: Run = {
    platform,
    ...meteredHeyGen(platform, key),
    owner,
    sheet,
    options,
    readsAll: true,
    budgets,
    hasTrigger: false,
  };
  const standing: Standing = {
    mark: 0,
    own,
    behind: 0,
    account: settings.account(),
    finished: { done: 0, failed: 0 },
    remarks: [],
    ended: [],
    needsUpkeep: false,
    toldLater: [],
    known: null,
  };
  const plan = planOf(run, standing);
  return plan.lapsed.length === 0 && plan.sends.length === 0 && plan.asks.length === 0;
}
