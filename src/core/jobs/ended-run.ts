import { counted } from '../count-words.ts';
import { OUTPUT_COLUMNS, WRITTEN_BY_US } from '../output-columns.ts';
import type { Job } from './job.ts';
import { runOf } from './job-id.ts';
import type { PastRun } from './runs.ts';
import { isOpen } from './status.ts';

/**
 * The runs that have ended with one of these jobs: it has its video or has failed, and no other job of its run is open.
 * A run whose last jobs were taken back ended before the user's eyes.
 */
export function runsEndedBy(ended: readonly Job[], own: readonly Job[]): string[] {
  const going = new Set(own.filter(({ status }) => isOpen(status)).map(({ id }) => runOf(id)));
  const last = ended.filter(({ status }) => status === 'Done' || status === 'Failed');
  return [...new Set(last.map(({ id }) => runOf(id)))].filter((run) => !going.has(run));
}

/** The jobs of the run that was asked for last, as far as they are among these. */
export function newestRun(jobs: readonly Job[]): Job[] {
  let newest: Job | undefined;
  for (const job of jobs) if (newest === undefined || job.askedAt >= newest.askedAt) newest = job;
  const run = newest === undefined ? '' : runOf(newest.id);
  return jobs.filter(({ id }) => runOf(id) === run);
}

type Counts = Pick<PastRun, 'done' | 'failed' | 'cancelled'>;

/** "38 videos done, 2 failed". */
export function endedWords({ done, failed, cancelled }: Counts): string {
  const counts = [
    { count: done, what: 'done' },
    { count: failed, what: 'failed' },
    { count: cancelled, what: 'cancelled' },
  ];
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, what }, at) => `${at === 0 ? counted(count, 'video') : count} ${what}`)
    .join(', ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "29 Nov 2026, 14:05" for 2026-11-29 14:05. */
export function readableTime(localTime: string): string {
  const [, year = '', month = '', day = '', time = ''] = /^(\d+)-(\d+)-(\d+) (.*)$/u.exec(localTime) ?? [];
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${time}`;
}

/** The summary of a run that has ended, in one line. `when`: when Render was pressed, in the spreadsheet's time zone. */
export function runSummary(run: Counts & Pick<PastRun, 'compared'>, when: string): string {
  const why = run.failed > 0 ? ['The problem column says why.'] : [];
  const compared = run.compared === '' ? [] : [run.compared];
  return [`Run of ${readableTime(when)}: ${endedWords(run)}.`, ...why, ...compared, WRITTEN_BY_US].join(' ');
}

const STATUS_NOTE = OUTPUT_COLUMNS[0].note;

const SUMMARY = new RegExp(`^Run of [^\\n]* ${WRITTEN_BY_US.replace('.', '\\.')}$`, 'u');

/**
 * The note on the header of the status column with a run's summary in it. Null where the note is not ours alone: what a
 * user has written there stays as it is.
 */
export function noteWithSummary(before: string, summary: string): string | null {
  const lines = before.split('\n');
  const heading = lines[0] === STATUS_NOTE ? [STATUS_NOTE] : [];
  const rest = lines.slice(heading.length).join('\n');
  return rest === '' || SUMMARY.test(rest) ? [...heading, summary].join('\n') : null;
}
