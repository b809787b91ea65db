import type { Job } from '../../core/jobs/job.ts';
import type { Plan } from '../../core/jobs/reconcile.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import type { Platform } from '../ports/ports.ts';

/** What a pass is going to do, and the exact bodies of the POSTs that it claimed. */
export interface Claimed {
  readonly plan: Plan;
  readonly requests: ReadonlyMap<string, string>;
}

/**
 * Under the lock: claims what the plan will send, and makes the claims durable. The keys of batch POSTs are kept in a
 * document property too, because Undo and Version history can take every cell back to before a POST. A batch that was
 * sent already must not go again without the user.
 */
export function claim(platform: Platform, ledger: OpenLedger, plan: Plan, now: number): Claimed {
  for (const job of plan.lapsed) ledger.apply(job.id, { type: 'lapsed' }, now);
  const fresh = plan.sends.filter((send) => send.as === 'batch' && send.jobs[0]?.key === null);
  const sent = fresh.length > 0 ? platform.settings.sentKeys() : [];
  const forgotten = fresh.filter(({ key }) => sent.includes(key));
  const claimed: Job[] = [];
  for (const send of forgotten.length > 0 ? forgotten : plan.sends) {
    send.jobs.forEach((job, item) => {
      const place = send.as === 'batch' ? item : null;
      ledger.apply(job.id, { type: 'claimed', sendAs: send.as, key: send.key, item: place }, now);
      claimed.push(job);
    });
  }
  if (forgotten.length > 0) {
    // The user took the ledger back to before this POST. Its jobs become Unconfirmed and are looked for.
    for (const job of claimed) ledger.apply(job.id, { type: 'lapsed' }, now);
    ledger.record();
    return { plan: { ...plan, lapsed: claimed, sends: [] }, requests: new Map() };
  }
  const requests = claimed.length > 0 ? ledger.requests(claimed) : new Map<string, string>();
  ledger.record(plan.sends.length === 0 && plan.asks.length === 0);
  if (fresh.length > 0) {
    platform.spreadsheet.flush();
    platform.settings.rememberSent([...sent, ...fresh.map(({ key }) => key)]);
  }
  return { plan, requests };
}
