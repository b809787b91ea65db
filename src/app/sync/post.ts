import type { Problem } from '../../core/heygen/problem.ts';
import { MAYBE_CREATED } from '../../core/heygen/unsettled-refusals.ts';
import { VIDEO_ENDPOINT } from '../../core/heygen/video-request.ts';
import { type AccountMemory, type Lesson, learn, outageDelay } from '../../core/jobs/account.ts';
import type { Send } from '../../core/jobs/batch.ts';
import type { News } from '../../core/jobs/evidence.ts';
import { type Job, NO_BATCH, type SentBatch, UNKNOWN_BATCH } from '../../core/jobs/job.ts';
import type { JobEvent } from '../../core/jobs/job-event.ts';
import { batchOf } from '../../core/jobs/job-id.ts';
import type { HeyGen } from '../ports/heygen.ts';
import type { Clock } from '../ports/ports.ts';
import { type MeteredHeyGen, newsOfCalls } from './call-meter.ts';

/** The claimed POSTs of one pass. */
export interface Posting extends MeteredHeyGen {
  readonly sends: readonly Send[];
  /** The exact bodies, by job. */
  readonly requests: ReadonlyMap<string, string>;
  /** How many of the user's videos HeyGen is making already. */
  readonly inFlight: number;
  readonly account: AccountMemory;
  readonly clock: Clock;
  readonly deadline: number;
}

/** The answers to the POSTs of one pass. */
export interface Posted {
  readonly news: readonly News[];
  readonly account: AccountMemory;
}

/** Whether batches as such are refused, and not what is in one: a folder or a look that is not there is also a 404. */
function refusesBatches({ httpStatus, code }: Problem): boolean {
  return httpStatus === 405 || (httpStatus === 404 && (code === 'http_404' || code === MAYBE_CREATED));
}

/**
 * Makes the claimed POSTs one after the other. No lock may be held. Some answers make the next POST pointless: no
 * credit, a refused key, a wait, an outage. After one of these, or when time is up, the other claims are given back
 * unsent.
 */
export function postAll({ client, takeCalls, sends, requests, clock, deadline, ...before }: Posting): Posted {
  const news: News[] = [];
  let { account, inFlight } = before;
  let halted = false;
  const learned = (lesson: Lesson): void => {
    account = learn(account, lesson, clock.now());
  };
  const report = (jobs: readonly Job[], event: (job: Job) => JobEvent): void => {
    for (const job of jobs) news.push({ id: job.id, event: event(job) });
  };
  takeCalls();
  for (const send of sends) {
    if (halted || clock.now() >= deadline) {
      report(send.jobs, () => ({ type: 'released' }));
      continue;
    }
    const sent = believedWhenConfirmed(send, post(client, send, requests));
    switch (sent.kind) {
      case 'accepted':
        if (send.as === 'single') inFlight += 1;
        learned({ type: 'accepted', inFlight: send.as === 'single' ? inFlight : 0 });
        report(send.jobs, () => ({ type: 'accepted', batch: sent.batch, videoId: sent.videoId }));
        break;
      case 'refused':
        halted = onRefusal(send, sent.problem, inFlight, learned, report);
        break;
      case 'lost': {
        if (sent.problem.kind === 'outage') learned({ type: 'outage', jitter: clock.random() });
        const delays = send.jobs[0]?.outages ?? 0;
        const retryAt = clock.now() + outageDelay(delays, clock.random());
        report(send.jobs, () => ({ type: 'lost', problem: sent.problem, retryAt }));
        // An earlier attempt may have taken effect, but the refusal still holds for the account.
        if (sent.problem.kind === 'stop') learned({ type: 'stopped', problem: sent.problem });
        halted = sent.problem.kind !== 'wait' && sent.problem.code !== MAYBE_CREATED;
        break;
      }
    }
    news.push(...newsOfCalls(send.jobs, takeCalls()));
  }
  return { news, account };
}

type Outcome =
  | { readonly kind: 'accepted'; readonly batch: SentBatch; readonly videoId: string | null }
  | { readonly kind: 'refused' | 'lost'; readonly problem: Problem };

function post(client: HeyGen, send: Send, requests: ReadonlyMap<string, string>): Outcome {
  const bodies = send.jobs.map((job) => requests.get(job.id) ?? '');
  const [first] = send.jobs;
  const folder = first?.folderId ?? null;
  if (send.as === 'batch') {
    const sent = client.createBatch(bodies, `Reelmerge ${batchOf(first?.id ?? '')}`, send.key, folder);
    if (sent.kind !== 'accepted') return sent;
    // The answer may be the replay of a larger batch. Its members then have other places, and only tags identify them.
    const isOurs = sent.value.totalItems === bodies.length;
    const batch: SentBatch = isOurs ? { kind: 'known', id: sent.value.batchId } : UNKNOWN_BATCH;
    return { kind: 'accepted', batch, videoId: null };
  }
  const sent = client.createVideo(first?.endpoint ?? VIDEO_ENDPOINT, bodies[0] ?? '', send.key, folder);
  return sent.kind === 'accepted' ? { kind: 'accepted', batch: NO_BATCH, videoId: sent.value.videoId } : sent;
}

/**
 * HeyGen's "not found" about a POST is doubtful, so its jobs are looked for first. Once HeyGen's titles have shown none
 * of them for long enough, the same answer to the same POST is a refusal.
 *
 * An account without batches so waits ten minutes, once: then it is known. Nothing faster is as safe. HeyGen has no list
 * of batches, and whatever else is asked, an empty batch for one, may be answered by the same bad moment that hides the
 * videos.
 */
function believedWhenConfirmed(send: Send, outcome: Outcome): Outcome {
  if (outcome.kind !== 'lost' || outcome.problem.code !== MAYBE_CREATED) return outcome;
  const isConfirmed = send.jobs.every((job) => job.code === MAYBE_CREATED && job.outages === 0);
  return isConfirmed ? { kind: 'refused', problem: outcome.problem } : outcome;
}

/** What a refusal means for its jobs. Returns whether the POSTs behind it have to wait. */
function onRefusal(
  send: Send,
  problem: Problem,
  inFlight: number,
  learned: (lesson: Lesson) => void,
  report: (jobs: readonly Job[], event: (job: Job) => JobEvent) => void,
): boolean {
  if (problem.kind === 'stop') {
    learned({ type: 'stopped', problem });
    report(send.jobs, () => ({ type: 'refused', problem }));
    return true;
  }
  if (problem.kind === 'row' && send.as === 'batch') {
    // The whole batch was refused. Each row now goes alone, so that the one at fault gets its own reason.
    if (refusesBatches(problem)) learned({ type: 'batches-refused' });
    report(send.jobs, () => ({ type: 'surplus' }));
    return false;
  }
  report(send.jobs, () => ({ type: 'refused', problem }));
  if (problem.kind === 'row') return false;
  // Only HeyGen's 429 to a single POST shows how many videos it renders at once.
  const isFull = send.as === 'single' && problem.httpStatus === 429;
  learned({ type: 'full', inFlight: isFull ? inFlight : 0, problem });
  return true;
}
