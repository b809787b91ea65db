import type { News } from '../../core/jobs/evidence.ts';
import { isHeldBack, type Job } from '../../core/jobs/job.ts';
import { runOf } from '../../core/jobs/job-id.ts';
import { fromLine, toLine } from '../../core/jobs/ledger-line.ts';
import { isOpen, type JobStatus } from '../../core/jobs/status.ts';
import { newsOfStuck } from '../../core/jobs/stuck.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import type { ReadLines } from '../ledger/open-lines.ts';
import type { LedgerSheet } from '../ports/ports.ts';
import { isStale } from './show-own.ts';
import { isRecent, type LastReading, ownJobs, type Run, type Standing } from './standing.ts';
import { tellNow } from './told-later.ts';
import { writeNow } from './unwritten.ts';

/*
 * A pass that asks by the last sight knows in which lines of the ledger the jobs stand that it has asked about. Under the
 * lock it reads these lines alone. Where they say what the last pass has left there, nothing has happened to these jobs
 * since, and no other line is written. Of all other jobs it goes on knowing what the last sight says, which decides no
 * more than when the next pass comes. All of the open part is read
 *
 * - some minutes after the last time;
 * - where somebody has clicked since;
 * - where one of these lines says something else, or holds another job;
 * - where these lines do not show that the run of each job that has ended goes on: the end of a run is told once;
 * - where other jobs have to be looked at, too.
 */

/** Reading more lines takes about as long as reading the open part. */
const MOST_LINES = 400;

/** What HeyGen's answers mostly make of a job. */
const USUAL: readonly JobStatus[] = ['Rendering', 'Done', 'Failed'];

/** Under the lock: the ledger with the lines of these news alone; null where more has to be read. */
export function knownLines(run: Run, before: Standing, news: readonly News[]): OpenLedger | null {
  const { known, own, toldLater } = before;
  if (known === null) return null;
  const touched = new Set([...news, ...known.unwritten, ...toldLater].map(({ id }) => id));
  if (!isFresh(run, before, known, touched) || !mayGoOn(before, news)) return null;
  const part = linesOf(run.sheet, known, touched);
  if (part === null) return null;
  const read = new Set(part.lines.map((job) => job?.id));
  const beside = own.filter(({ id }) => !read.has(id));
  const opened = (): OpenLedger => {
    const ledger = new OpenLedger(run.sheet, part.first, { ...part, lines: [...part.lines] }, beside);
    writeNow(ledger, known.unwritten);
    tellNow(ledger, toldLater, run.platform.clock.now());
    return ledger;
  };
  return isAsSeen(opened(), before, touched) && isEnough(run, before, news, opened()) ? opened() : null;
}

/** Whether the last sight may still be relied on, and nothing but these jobs has to be looked at. */
function isFresh(
  { platform, owner }: Run,
  { own, needsUpkeep }: Standing,
  known: LastReading,
  touched: ReadonlySet<string>,
): boolean {
  const now = platform.clock.now();
  if (needsUpkeep || !isRecent(known, now)) return false;
  if (own.some((job) => isHeldBack(job, now) || (isStale(job) && !touched.has(job.id)))) return false;
  return platform.settings.lastClick(owner) === known.click;
}

/** Whether the runs of the jobs that end now may go on among the jobs that were asked about. */
function mayGoOn({ own }: Standing, news: readonly News[]): boolean {
  const asked = new Set(news.map(({ id }) => id));
  const ending = news.filter(({ event: { type } }) => type === 'completed' || type === 'failed');
  const ends = new Set(ending.map(({ id }) => id));
  const going = new Set(own.filter(({ id }) => asked.has(id) && !ends.has(id)).map(({ id }) => runOf(id)));
  return ending.every(({ id }) => going.has(runOf(id)));
}

/** The lines from the first of these jobs to the last; null where not every job stands in its line. */
function linesOf(
  sheet: LedgerSheet,
  known: LastReading,
  touched: ReadonlySet<string>,
): (ReadLines & { readonly first: number }) | null {
  const places = [...touched].map((id) => known.lines.get(id) ?? 0);
  const first = Math.min(...places);
  const count = Math.max(...places) - first + 1;
  if (places.length === 0 || first < 2 || count > MOST_LINES) return null;
  const read = sheet.readAt(first, count);
  if (read === null) return null;
  const lines = read.map(fromLine);
  const isInPlace = [...known.lines].every(([id, line]) => {
    const isRead = line >= first && line < first + count;
    return !isRead || lines[line - first]?.id === id;
  });
  return isInPlace ? { first, read, lines } : null;
}

/** Whether these jobs' lines say what the last pass has left there. */
function isAsSeen(ledger: OpenLedger, { own, toldLater }: Standing, touched: ReadonlySet<string>): boolean {
  const left = [...own, ...toldLater].filter(({ id }) => touched.has(id));
  return left.length === touched.size && left.every((job) => isSame(job, ledger.job(job.id)));
}

function isSame(one: Job, other: Job | null): boolean {
  return other !== null && JSON.stringify(toLine(one)) === JSON.stringify(toLine(other));
}

/** Whether nothing but these lines has to be written, or known, when the news have come. `tried` may be changed. */
function isEnough(run: Run, before: Standing, news: readonly News[], tried: OpenLedger): boolean {
  const now = run.platform.clock.now();
  const after = news.map(({ id, event }) => tried.apply(id, event, now));
  if (!after.every((job) => job !== null && USUAL.includes(job.status))) return false;
  const ended = after.flatMap((job) => (job === null || isOpen(job.status) ? [] : [runOf(job.id)]));
  const goesOn = (id: string): boolean => tried.ofRun(id).some(({ status }) => isOpen(status));
  const stuck = newsOfStuck(ownJobs(run, tried), before.account);
  return ended.every(goesOn) && stuck.every(({ id }) => tried.job(id) !== null);
}
