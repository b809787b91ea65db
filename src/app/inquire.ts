import { type AccountMemory, learn } from '../core/account.ts';
import {
  isSurplus,
  type News,
  newsFromItems,
  newsFromSearch,
  newsFromStatuses,
  newsOfVideo,
} from '../core/evidence.ts';
import type { Job } from '../core/job.ts';
import { batchSearch, taggedJob } from '../core/job-id.ts';
import type { Ask } from '../core/polling.ts';
import type { Problem } from '../core/problem.ts';
import type { HeyGen } from './heygen.ts';
import type { Clock } from './ports.ts';

/** What HeyGen told, and what it taught about the account. */
export interface Answers {
  readonly news: readonly News[];
  readonly account: AccountMemory;
  /** Why the questions broke off, null when all were answered. */
  readonly problem: Problem | null;
}

/** Finished videos that are fetched one by one in a pass, when no search shows them. */
const MOST_SINGLE_READS = 20;

/** Asks HeyGen the questions of one pass; no lock is held. Breaks off at the first that fails. */
export function inquire(
  client: HeyGen,
  asks: readonly Ask[],
  own: readonly Job[],
  accountBefore: AccountMemory,
  clock: Clock,
  deadline: number,
): Answers {
  const news: News[] = [];
  let account = accountBefore;
  let problem: Problem | null = null;
  let room: boolean | null = null;
  const searched = new Set<string>();

  const search = (batch: string, jobs: readonly Job[]): Problem | null => {
    if (searched.has(batch)) return null;
    searched.add(batch);
    if (room === null && jobs.some((job) => job.status === 'Unconfirmed'))
      room = hasRoom(client, own, account);
    const answer = client.videosByTitle(batchSearch(batch), () => false);
    if (answer.kind === 'failed') return answer.problem;
    news.push(...newsFromSearch(jobs, { ...answer.value, room }, clock.now()));
    return null;
  };

  for (const ask of asks) {
    if (problem !== null || clock.now() >= deadline) break;
    switch (ask.kind) {
      case 'titles':
        problem = search(ask.batch, ask.jobs);
        break;
      case 'items': {
        const answer = client.batchItems(ask.batchId);
        if (answer.kind === 'failed') {
          problem = answer.problem;
          break;
        }
        const items = answer.value;
        news.push(...newsFromItems(ask.jobs, items));
        const surplus = items.some((item) => item.state === 'failed' && isSurplus(item.failureCode));
        account = learn(account, { type: 'batch-items-seen', surplus }, clock.now());
        const [first] = ask.jobs;
        // Members have no URLs: what has finished is fetched at once, all together.
        if (first !== undefined && items.some((item) => item.state === 'completed')) {
          problem = search(first.id.slice(0, first.id.lastIndexOf('-')), ask.jobs);
        }
        break;
      }
      case 'statuses':
        problem = followStrays(client, ask.jobs, news, clock.now());
        break;
    }
  }
  if (problem?.kind === 'stop') account = learn(account, { type: 'stopped', problem }, clock.now());
  return { news, account, problem };
}

/** Videos that the search does not show, asked about by their ids; a finished one is read by itself. */
function followStrays(client: HeyGen, jobs: readonly Job[], news: News[], now: number): Problem | null {
  const answer = client.statuses(
    jobs.map((job) => job.videoId),
    [],
  );
  if (answer.kind === 'failed') return answer.problem;
  const finished = new Set<string>();
  for (const entry of answer.value) if (entry.state === 'completed') finished.add(entry.videoId);
  news.push(...newsFromStatuses(jobs, answer.value, now));
  for (const job of jobs.filter(({ videoId }) => finished.has(videoId)).slice(0, MOST_SINGLE_READS)) {
    const video = client.video(job.videoId);
    if (video.kind === 'failed') return video.problem;
    const tagged = taggedJob(video.value.title);
    // A title that carries another job's tag is another row's video, whatever its id says.
    if (tagged === '' || tagged === job.id) news.push(...newsOfVideo(job, video.value));
  }
  return null;
}

/**
 * Whether an accepted video would be visible by now: the account has free slots, and HeyGen is not behind
 * with making the videos of batches that it did accept. Videos of other tools take slots too, so the
 * account's newest are counted, not our own jobs.
 */
function hasRoom(client: HeyGen, own: readonly Job[], account: AccountMemory): boolean {
  const behind = own.some(
    (job) => job.status === 'Rendering' && job.videoId === '' && job.batchId !== '' && job.batchId !== '?',
  );
  if (behind) return false;
  const answer = client.videosByTitle('', () => true);
  if (answer.kind === 'failed') return false;
  const inFlight = answer.value.videos.filter(({ state }) => state === 'waiting' || state === 'rendering');
  return inFlight.length < account.slots;
}
