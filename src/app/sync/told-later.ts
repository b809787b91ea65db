import type { AccountMemory } from '../../core/jobs/account.ts';
import { runsEndedBy } from '../../core/jobs/ended-run.ts';
import type { Job } from '../../core/jobs/job.ts';
import { movesByItself } from '../../core/jobs/reconcile.ts';
import { isOpen } from '../../core/jobs/status.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import { isStale } from './show-own.ts';

/*
 * That a row was seen to show its video is known only after the flush that has brought the video there. Writing it into
 * the ledger takes another write and another flush. Where another pass is sure to come, that pass writes it along with
 * what it has to write itself. Until then the trigger's last sight remembers it. If that is lost, the pass looks at the
 * row once more: the ledger says of it only that the video is there.
 */

/**
 * Whether all these jobs have ended, and another pass will come and find the last sight. The end of a run is told once,
 * so that it must not be found a second time where the last sight is lost.
 */
export function mayBeToldLater(
  ended: readonly Job[],
  own: readonly Job[],
  account: AccountMemory,
  now: number,
): boolean {
  if (ended.some(({ status }) => isOpen(status)) || own.some(isInDoubt)) return false;
  if (runsEndedBy(ended, own).length > 0) return false;
  return own.some((job) => !isStale(job) && movesByItself(job, account, now));
}

/** Only the ledger as it is proves anything about these, so that there is no last sight of them. */
export function isInDoubt({ status }: Job): boolean {
  return status === 'Unconfirmed' || status === 'Submitting';
}

/** Another execution may have shown a job meanwhile, or something may have happened to it. */
export function tellNow(ledger: OpenLedger, seen: readonly Job[], now: number): void {
  for (const { id, status } of seen) {
    const job = ledger.job(id);
    if (job !== null && job.status === status && isStale(job))
      ledger.apply(id, { type: 'shown', status }, now);
  }
}
