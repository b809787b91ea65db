import type { Problem } from '../../core/heygen/problem.ts';
import type { BatchItem, StatusEntry } from '../../core/heygen/video.ts';
import { type AccountMemory, learn } from '../../core/jobs/account.ts';
import { withoutPlace } from '../../core/jobs/batch-members.ts';
import type { ChargedVideo } from '../../core/jobs/charges.ts';
import {
  type News,
  newsFromItems,
  newsFromSearch,
  newsFromStatuses,
  newsOfStray,
  untitled,
} from '../../core/jobs/evidence.ts';
import { isSurplus } from '../../core/jobs/failure-meaning.ts';
import { hasVideo, type Job, type JobWithVideo, UNKNOWN_BATCH } from '../../core/jobs/job.ts';
import { chargeOf } from '../../core/jobs/job-cost.ts';
import type { FinishedVideo } from '../../core/jobs/job-event.ts';
import { batchOf } from '../../core/jobs/job-id.ts';
import type { Ask } from '../../core/jobs/polling.ts';
import type { FinishedRender } from '../../core/jobs/render-times.ts';
import type { Search } from '../../core/jobs/titled-videos.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { Asked, HeyGen } from '../ports/heygen.ts';
import type { Clock } from '../ports/ports.ts';
import { AskedTogether, lostBatches } from './asked-together.ts';
import { type MeteredHeyGen, newsOfCalls } from './call-meter.ts';

/** The questions of one pass. */
export interface Inquiry extends MeteredHeyGen {
  readonly asks: readonly Ask[];
  /** Every job of the user that is not settled. */
  readonly own: readonly Job[];
  readonly account: AccountMemory;
  readonly clock: Clock;
  readonly deadline: number;
}

/** HeyGen's answers, and what they taught about the account. */
export interface Answers {
  readonly news: readonly News[];
  readonly account: AccountMemory;
  /** Why the questions broke off, null when all were answered. */
  readonly problem: Problem | null;
}

/** So many finished videos that no search shows are fetched one by one in a pass. */
const MOST_SINGLE_READS = 20;

/** When an outage has taken longer than this, no more is asked in this pass. */
const PATIENCE_MS = 60_000;

/** Asks HeyGen the questions of one pass. No lock may be held. */
export function inquire({ client, takeCalls, asks, own, clock, deadline, ...before }: Inquiry): Answers {
  const news: News[] = [];
  const calls: News[] = [];
  let { account } = before;
  let problem: Problem | null = null;
  const together = new AskedTogether(client, asks);
  const search = createSearch(together, asks, () => hasRoom(client, own, account));
  const ask = (each: Ask): Result<null, Problem> => {
    if (each.kind === 'statuses') return followStrays(client, each.jobs, news, clock.now());
    if (each.kind === 'items') {
      const answer = client.batchItems(each.batchId);
      if (!answer.ok) return withoutItems(each.jobs, answer.failure);
      return fromItems(each.jobs, answer.value);
    }
    const [first] = each.jobs;
    if (first === undefined) return success(null);
    const found = search(batchOf(first.id));
    if (!found.ok) return found;
    news.push(...newsFromSearch(each.jobs, found.value, clock.now()));
    return success(null);
  };
  /** Members come without URLs and titles. Where more is needed than that they are under way, titles are searched. */
  const fromItems = (jobs: readonly Job[], items: readonly BatchItem[]): Result<null, Problem> => {
    const surplus = items.some((item) => item.state === 'failed' && isSurplus(item.failureCode));
    account = learn(account, { type: 'batch-items-seen', surplus }, clock.now());
    const [first] = jobs;
    const lost = new Set(withoutPlace(jobs, items));
    const hasEnded = items.some(({ state }) => state === 'completed' || state === 'failed');
    const found = first !== undefined && (hasEnded || lost.size > 0) ? search(batchOf(first.id)) : null;
    if (found === null || (!found.ok && found.failure.kind === 'row')) {
      news.push(...newsFromItems(jobs, items));
      return found ?? success(null);
    }
    if (!found.ok) {
      // The next pass asks again. A failure is believed when no title contradicts it.
      const underWay = items.filter(({ state }) => state !== 'failed');
      news.push(...newsFromItems(jobs, underWay));
      return found;
    }
    news.push(...newsFromItems(untitled(jobs, found.value, clock.now()), items));
    const sought = jobs.map((job) => (lost.has(job) ? { ...job, batch: UNKNOWN_BATCH } : job));
    news.push(...newsFromSearch(sought, found.value, clock.now()));
    return success(null);
  };
  /** The members of a batch cannot be read. Its videos can still be found by their titles. */
  const withoutItems = (jobs: readonly Job[], why: Problem): Result<null, Problem> => {
    const [first] = jobs;
    if (first === undefined || why.kind === 'stop' || why.kind === 'wait') return failure(why);
    const found = search(batchOf(first.id));
    if (!found.ok) return found;
    const denied = why.kind === 'row' ? jobs.map((job) => ({ ...job, batch: UNKNOWN_BATCH })) : jobs;
    news.push(...newsFromSearch(denied, found.value, clock.now()));
    return success(null);
  };
  const finished: FinishedRender[] = [];
  const patientUntil = Math.min(deadline, clock.now() + PATIENCE_MS);
  let outages = 0;
  // A look at the balance belongs to no run.
  takeCalls();
  for (let each = together.next(); each !== null && clock.now() < deadline; each = together.next()) {
    const asked = ask(each);
    calls.push(...newsOfCalls(each.jobs, takeCalls()));
    if (asked.ok) continue;
    problem ??= asked.failure;
    // A refused question, or a single outage, says nothing about the next question.
    if (asked.failure.kind === 'row') continue;
    outages += 1;
    if (asked.failure.kind !== 'outage' || outages > 1 || clock.now() >= patientUntil) together.askNoMore();
  }
  together.end();
  const jobs = new Map(own.map((job) => [job.id, job]));
  for (const { id, event } of news) {
    const job = jobs.get(id);
    if (event.type === 'completed' && job !== undefined) {
      const { completedAt } = event.video;
      if (completedAt !== null && job.sentAt !== null)
        finished.push({ sentAt: job.sentAt, completedAt, kind: job.rate });
      account = withVideo(account, job, event.video, clock.now());
    }
    if (event.type === 'unpaid')
      account = learn(account, { type: 'stopped', problem: unpaid(event) }, clock.now());
  }
  if (finished.length > 0) account = learn(account, { type: 'rendered', finished }, clock.now());
  if (problem?.kind === 'stop')
    account = learn(account, { type: 'stopped', problem, reading: true }, clock.now());
  // Calls alone are not worth a write to the ledger.
  return { news: news.length === 0 ? [] : [...news, ...calls], account, problem };
}

/** The account with what a finished video tells: the pace of its voice, and what it is charged by. */
function withVideo(before: AccountMemory, job: Job, video: FinishedVideo, now: number): AccountMemory {
  const { seconds } = video;
  const account =
    seconds === null || job.paceName === ''
      ? before
      : learn(before, { type: 'spoken', of: job, seconds }, now);
  const charge = chargeOf(job, seconds);
  if (charge === null) return account;
  const charged: ChargedVideo = [job.id, video.completedAt ?? now, charge.amount];
  return learn(account, { type: 'charged', name: charge.name, video: charged }, now);
}

/** What a failed item of an accepted batch says about the account. */
function unpaid({ code, message }: { readonly code: string; readonly message: string }): Problem {
  return { kind: 'stop', code, message, httpStatus: 402, requestId: '', waitSeconds: 0 };
}

/** Searches a batch's titles at most once a pass, even when several questions need it. */
function createSearch(
  together: AskedTogether,
  asks: readonly Ask[],
  hasRoomNow: () => boolean,
): (batch: string) => Asked<Search> {
  const answers = new Map<string, Asked<Search>>();
  const lost = lostBatches(asks);
  let room: boolean | null = null;
  return (batch) => {
    const known = answers.get(batch);
    if (known !== undefined) return known;
    if (lost.has(batch)) room ??= hasRoomNow();
    const answer = together.search(batch);
    const found: Asked<Search> = answer.ok ? success({ ...answer.value, room }) : answer;
    answers.set(batch, found);
    return found;
  };
}

/** Asks by their ids about videos that the search does not show, and reads each one that has ended. */
function followStrays(
  client: HeyGen,
  jobs: readonly JobWithVideo[],
  news: News[],
  now: number,
): Result<null, Problem> {
  const answer = client.statuses(
    jobs.map(({ videoId }) => videoId),
    [],
  );
  if (!answer.ok) return answer;
  const ended = new Map<string, StatusEntry>();
  for (const entry of answer.value) {
    if (entry.state === 'completed' || entry.state === 'failed') ended.set(entry.videoId, entry);
  }
  const underWay = answer.value.filter(({ videoId }) => !ended.has(videoId));
  news.push(...newsFromStatuses(jobs, underWay, now));
  for (const job of jobs.filter(({ videoId }) => ended.has(videoId)).slice(0, MOST_SINGLE_READS)) {
    const video = client.video(job.videoId);
    if (!video.ok) return video;
    news.push(...newsOfStray(job, video.value));
    const entry = ended.get(job.videoId);
    if (video.value.state === 'not_found' && entry !== undefined) {
      news.push(...newsFromStatuses([job], [entry], now));
    }
  }
  return success(null);
}

/**
 * Whether HeyGen would show an accepted video by now: the account has free slots, and HeyGen has made the videos of
 * all batches that it accepted. Videos of other tools take slots too, so the account's newest videos are counted and
 * not only our own jobs.
 */
function hasRoom(client: HeyGen, own: readonly Job[], account: AccountMemory): boolean {
  const behind = own.some(
    (job) => job.status === 'Rendering' && !hasVideo(job) && job.batch.kind === 'known',
  );
  if (behind) return false;
  const answer = client.videosByTitle('', () => true);
  if (!answer.ok) return false;
  const inFlight = answer.value.videos.filter(({ state }) => state === 'waiting' || state === 'rendering');
  return inFlight.length < account.slots;
}
