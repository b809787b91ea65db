import type { Ask } from '../../core/jobs/polling.ts';
import { recordInTime } from '../ledger/record-in-time.ts';
import type { Asking, Ended, Observed, Sending, Showing, State } from './phases.ts';
import { postAll } from './post.ts';
import { record } from './record.ts';
import { planOf, type Run, type Standing, timeIsLeft } from './standing.ts';

/** Makes the claimed POSTs and records the answers. Where nothing follows but showing them, that is done in the same hold. */
export function sendClaimed(run: Run, { plan, requests, seen }: Observed): State {
  const { client, takeCalls, platform } = run;
  const { clock, deadline } = platform;
  if (plan.lapsed.length > 0) return seen;
  if (plan.sends.length === 0) return withoutSends(seen, plan.asks);
  const { own, account } = seen.standing;
  const inFlight = own.filter((job) => job.status === 'Rendering').length;
  const posted = postAll({
    client,
    takeCalls,
    sends: plan.sends,
    requests,
    inFlight,
    account,
    clock,
    deadline,
  });
  const learned = { ...seen.standing, account: posted.account };
  let isShown = false;
  const recorded = recordInTime(platform, () =>
    record(run, learned, posted.news, (standing) => {
      isShown = !timeIsLeft(run) || afterPosts(run, { ...seen, standing }).phase === 'showing';
      return isShown;
    }),
  );
  if (!recorded.ok) return busy(learned);
  const after = afterPosts(run, { ...seen, standing: recorded.value });
  return isShown && after.phase === 'showing'
    ? { phase: 'ended', outcome: 'done', standing: recorded.value }
    : after;
}

/** What was just recorded tells whether there is more to send: another look under the lock would say the same. */
function afterPosts(run: Run, sent: Sending): Sending | Asking | Showing {
  const { lapsed, sends, asks } = planOf(run, sent.standing);
  return lapsed.length > 0 || sends.length > 0 ? sent : withoutSends(sent, asks);
}

export function withoutSends(
  { phase, queuedRows, standing }: Sending,
  asks: readonly Ask[],
): Asking | Showing {
  const isToAsk = phase === 'sending' && asks.length > 0;
  return isToAsk ? { phase: 'asking', asks, queuedRows, standing } : { phase: 'showing', standing };
}

export function busy(standing: Standing): Ended {
  return { phase: 'ended', outcome: 'busy', standing };
}
