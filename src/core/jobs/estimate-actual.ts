import { dollars, duration } from '../amount-words.ts';
import { counted } from '../count-words.ts';
import type { Prices } from '../request/price.ts';
import type { Job } from './job.ts';
import { costOf } from './job-cost.ts';
import { runOf } from './job-id.ts';

/** What was expected of finished videos when Render was pressed, and what they came to. */
export interface EstimateAgainstActual {
  /** The finished videos of which both lengths are known: only these are in the sums. */
  readonly videos: number;
  readonly estimatedSeconds: number;
  readonly actualSeconds: number;
  /** US dollars. HeyGen names no price of a single video: the actual one is its real length at the present price. */
  readonly estimatedUsd: number;
  readonly actualUsd: number;
  /** Finished videos that nobody could estimate beforehand: recordings, clips, templates. */
  readonly unestimated: number;
}

/** The finished videos among these jobs, as of one run. Test videos cost nothing and count all the same. */
export function estimateAgainstActual(jobs: Iterable<Job>, prices: Prices): EstimateAgainstActual {
  const sums = {
    videos: 0,
    estimatedSeconds: 0,
    actualSeconds: 0,
    estimatedUsd: 0,
    actualUsd: 0,
    unestimated: 0,
  };
  for (const job of jobs) {
    if (job.status !== 'Done' || job.seconds === null) continue;
    if (job.estimatedSeconds === null || job.estimatedUsd === null) {
      sums.unestimated += 1;
      continue;
    }
    sums.videos += 1;
    sums.estimatedSeconds += job.estimatedSeconds;
    sums.actualSeconds += job.seconds;
    sums.estimatedUsd += job.estimatedUsd;
    sums.actualUsd += costOf(job, prices);
  }
  return sums;
}

/** The jobs of the latest of these runs that has a finished video. Empty when none has. */
export function latestFinishedRun(jobs: readonly Job[]): Job[] {
  let latest: Job | null = null;
  for (const job of jobs) {
    if (job.status === 'Done' && (latest === null || job.askedAt >= latest.askedAt)) latest = job;
  }
  if (latest === null) return [];
  const run = runOf(latest.id);
  return jobs.filter(({ id }) => runOf(id) === run);
}

/** One sentence; '' when there is nothing to compare. */
export function estimateWords(compared: EstimateAgainstActual): string {
  const { videos, estimatedSeconds, actualSeconds, estimatedUsd, actualUsd } = compared;
  if (videos === 0) return '';
  return `${counted(videos, 'finished video')}: estimated ${duration(estimatedSeconds)} and ${dollars(estimatedUsd)}, actually ${duration(actualSeconds)} and ${dollars(actualUsd)}.`;
}
