import { learn } from '../../core/jobs/account.ts';
import type { Job } from '../../core/jobs/job.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import type { LedgerSheet, Owner, Platform } from '../ports/ports.ts';
import { meteredHeyGen } from './call-meter.ts';
import { claim } from './claim.ts';
import { Budgets } from './held-jobs.ts';
import type { Observed } from './phases.ts';
import { ownJobs, planOf, type Run, type Standing, timeIsLeft } from './standing.ts';

/** Claims of jobs that were not in the ledger before, with the sync that goes on from them. */
export interface FirstClaims {
  readonly run: Run;
  readonly key: string;
  readonly claimed: Observed;
}

/**
 * Under the lock: claims the jobs that were just added to the ledger, so that they are written down once, claims and
 * all. Null where not just these go now: then a pass of its own looks at what is there.
 */
export function firstClaims(press: {
  readonly platform: Platform;
  readonly key: string;
  readonly owner: Owner;
  readonly sheet: LedgerSheet;
  readonly mark: number;
  readonly ledger: OpenLedger;
  readonly history: ReadonlyMap<string, Job>;
  readonly added: ReadonlySet<string>;
}): FirstClaims | null {
  const { platform, key, owner, sheet, mark, ledger, history, added } = press;
  const now = platform.clock.now();
  const run: Run = {
    platform,
    ...meteredHeyGen(platform, key),
    owner,
    sheet,
    options: { resume: true, lookNow: false, fromTrigger: false },
    readsAll: false,
    budgets: new Budgets(platform, owner, history),
    hasTrigger: false,
  };
  if (!timeIsLeft(run)) return null;
  const standing: Standing = {
    mark,
    own: ownJobs(run, ledger),
    behind: 0,
    account: learn(platform.settings.account(), { type: 'user-asks-again' }, now),
    finished: { done: 0, failed: 0 },
    remarks: [],
    ended: [],
    needsUpkeep: false,
    toldLater: [],
    known: null,
  };
  const plan = planOf(run, standing);
  const going = plan.sends.flatMap(({ jobs }) => jobs);
  const isJustThese = going.length === added.size && going.every(({ id }) => added.has(id));
  if (plan.lapsed.length > 0 || !isJustThese) return null;
  const seen = { phase: 'sending', queuedRows: 'seen', standing } as const;
  return { run, key, claimed: { ...claim(platform, ledger, plan, now), seen } };
}
