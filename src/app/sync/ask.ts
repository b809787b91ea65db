import { learn } from '../../core/jobs/account.ts';
import { isSideBySide } from '../../core/jobs/side-by-side.ts';
import { recordInTime } from '../ledger/record-in-time.ts';
import { inquire } from './inquire.ts';
import type { Asking, State } from './phases.ts';
import { record } from './record.ts';
import { busy } from './send-claimed.ts';
import { planOf, type Run, type Standing } from './standing.ts';
import { leftUnwritten } from './unwritten.ts';
import { withLookBefore } from './watch-charges.ts';

/** Asks HeyGen without the lock. Then, under the lock, records the answers and shows them in the rows. */
export function ask(run: Run, { asks, queuedRows, standing }: Asking): State {
  const { client, takeCalls } = run;
  const { clock, deadline } = run.platform;
  const { own } = standing;
  const account = withLookBefore(run, standing);
  const answers = inquire({ client, takeCalls, asks, own, account, clock, deadline });
  const remarks =
    answers.problem === null ? standing.remarks : [...standing.remarks, answers.problem.message];
  const learned = { ...standing, account: answers.account, remarks };
  const unwritten = answers.problem === null ? leftUnwritten(run, learned, answers.news) : null;
  if (unwritten !== null) {
    return { phase: 'ended', outcome: 'done', standing: withOrder(unwritten, clock.now()) };
  }
  const recorded = recordInTime(run.platform, () =>
    run.platform.ledger(false) === null ? null : record(run, learned, answers.news, () => true),
  );
  if (!recorded.ok) return busy(learned);
  // Somebody has deleted the ledger since the last sight of it.
  if (recorded.value === null) return { phase: 'ended', outcome: 'done', standing: { ...learned, own: [] } };
  const after = withOrder(recorded.value, clock.now());
  const isToSend = planOf(run, after).sends.length > 0;
  return isToSend
    ? { phase: 'resending', queuedRows, standing: after }
    : { phase: 'showing', standing: after };
}

/** With what the answers show of the order in which HeyGen renders batches. */
function withOrder(standing: Standing, now: number): Standing {
  const sideBySide = isSideBySide(standing.own);
  return { ...standing, account: learn(standing.account, { type: 'batches-seen', sideBySide }, now) };
}
