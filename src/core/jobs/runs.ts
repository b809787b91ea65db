import { groupsOf } from '../groups.ts';
import type { Prices } from '../request/price.ts';
import { estimateAgainstActual, estimateWords } from './estimate-actual.ts';
import type { Job } from './job.ts';
import { costOf } from './job-cost.ts';
import { runOf } from './job-id.ts';
import { isOpen } from './status.ts';

/** One press of Render, as the ledger remembers it. */
export interface PastRun {
  readonly run: string;
  /** Unix ms: when Render was pressed. */
  readonly askedAt: number;
  readonly owner: string;
  readonly jobs: readonly Job[];
  readonly done: number;
  readonly failed: number;
  /** Taken back before they were sent. */
  readonly cancelled: number;
  /** Videos that are not there yet. */
  readonly open: number;
  /** What it has cost, or will, at the present prices, in US dollars. */
  readonly usd: number;
  /** Requests to HeyGen that sent and followed its videos. */
  readonly calls: number;
  /** Estimate against actual, as a sentence; '' when there is nothing to compare. */
  readonly compared: string;
}

/** The runs that these jobs belong to, the newest first. */
export function pastRuns(jobs: Iterable<Job>, prices: Prices): PastRun[] {
  return [...groupsOf([...jobs], ({ id }) => runOf(id))]
    .map(([run, members]): PastRun => {
      const count = (isMeant: (job: Job) => boolean): number => members.filter(isMeant).length;
      return {
        run,
        askedAt: Math.min(...members.map(({ askedAt }) => askedAt)),
        owner: members[0]?.owner ?? '',
        jobs: members,
        done: count(({ status }) => status === 'Done'),
        failed: count(({ status }) => status === 'Failed'),
        cancelled: count(({ status }) => status === 'Cancelled'),
        open: count(({ status }) => isOpen(status)),
        usd: members.reduce((sum, job) => sum + costOf(job, prices), 0),
        calls: Math.round(members.reduce((sum, { calls }) => sum + calls, 0)),
        compared: estimateWords(estimateAgainstActual(members, prices)),
      };
    })
    .sort((a, b) => b.askedAt - a.askedAt);
}

const HEADERS = [
  'run',
  'when',
  'who',
  'rows',
  'done',
  'failed',
  'cancelled',
  'under way',
  'cost (USD)',
  'calls',
];

/** The runs as a CSV text, for a spreadsheet: no value can be read as a formula. */
export function runsCsv(runs: readonly PastRun[]): string {
  const lines = runs.map((past) => {
    const { run, askedAt, owner, jobs, done, failed, cancelled, open, usd, calls } = past;
    const when = new Date(askedAt).toISOString();
    const counts = [jobs.length, done, failed, cancelled, open, usd.toFixed(2), calls];
    return [run, when, owner, ...counts].map(String);
  });
  return [HEADERS, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replace(/"/gu, '""')}"` : harmless;
}
