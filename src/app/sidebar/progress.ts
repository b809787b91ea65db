import { fingerprint } from '../../core/fingerprint.ts';
import { isAboutKey, isNoCredit, pauseReason } from '../../core/heygen/pause-reason.ts';
import { creditLookAt } from '../../core/jobs/account.ts';
import { type Hold, holdWords } from '../../core/jobs/budget.ts';
import { isDeleted } from '../../core/jobs/deleted-video.ts';
import { endedWords, newestRun } from '../../core/jobs/ended-run.ts';
import { estimateAgainstActual, estimateWords, latestFinishedRun } from '../../core/jobs/estimate-actual.ts';
import { type Job, STUCK } from '../../core/jobs/job.ts';
import { runOf } from '../../core/jobs/job-id.ts';
import { isLinkDead } from '../../core/jobs/link-life.ts';
import { renderSeconds } from '../../core/jobs/render-seconds.ts';
import { pastRuns } from '../../core/jobs/runs.ts';
import { type ShownRow, shownRows } from '../../core/jobs/shown-row.ts';
import { isOpen, type RowStatus } from '../../core/jobs/status.ts';
import { stuckVideos, stuckWords } from '../../core/jobs/stuck.ts';
import { type UndoTime, undoTimeOf } from '../../core/jobs/undo-time.ts';
import { peopleOf } from '../../core/sheet/people.ts';
import { readRecent } from '../ledger/history.ts';
import { withSettled } from '../ledger/whole-run.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { priceNews } from '../render/run-cost.ts';
import { isRefusedTest, isTestModeOn } from '../render/test-mode.ts';
import { nothingIsDue } from '../sync/nothing-due.ts';
import type { SyncReport } from '../sync/sync-report.ts';
import { tableOf } from '../tabs/tab-table.ts';
import type { FinishedView, IssueView, Paused, Progress } from './contract.ts';

const MOST_FINISHED = 12;
const MOST_LISTED = 50;

/** In the ledger, the newest finished videos are among the unfinished ones or shortly before them. */
const RECENT_LINES = 200;

/**
 * How far the jobs of the active sheet are, after the sync that made `report`. Jobs under way come from the ledger. What
 * has ended is counted in the rows, so that this costs the same with ten thousand finished jobs in the ledger.
 */
export function progressOf(platform: Platform, report: SyncReport): Progress {
  const tab = platform.spreadsheet.activeTab();
  const recent = recentJobs(platform);
  const jobs = recent.filter((job) => job.tab === tab?.id);
  const open = jobs.filter((job) => isOpen(job.status));
  const table = tab === null ? null : tableOf(tab);
  const rows = table === null ? [] : shownRows(table);
  const people = table === null ? null : peopleOf(table);
  const rowOf = new Map(rows.map(({ job, number }) => [job, number]));
  const underWay = (status: Job['status']): number => open.filter((job) => job.status === status).length;
  const failed = rows.filter(({ status }) => status === 'Failed');
  const ended = (status: RowStatus): number =>
    new Set(rows.filter((row) => row.status === status).map(({ job }) => job)).size;
  const isAnyOpen = open.length > 0 || Object.values(report.open).some((count) => count > 0);
  const held = report.holds.filter((hold) => open.some(({ id }) => hold.jobs.includes(id)));
  const paused = isAnyOpen ? (pausedView(platform) ?? overBudget(held)) : null;
  const done = jobs
    .filter((job) => job.status === 'Done' && !isDeleted(job))
    .sort((a, b) => (b.checkedAt ?? 0) - (a.checkedAt ?? 0));
  return {
    counts: {
      Queued: underWay('Queued'),
      Submitting: underWay('Submitting'),
      Unconfirmed: underWay('Unconfirmed'),
      Rendering: underWay('Rendering'),
      Done: ended('Done'),
      Changed: ended('Changed'),
      Failed: ended('Failed'),
      Cancelled: ended('Cancelled'),
    },
    waiting: open.filter(({ status, seen }) => status === 'Rendering' && seen === 'waiting').length,
    finished: done.slice(0, MOST_FINISHED).map((job): FinishedView => {
      const { id, thumbnail, video_url, seconds } = job;
      const row = rowOf.get(id) ?? null;
      const person = row === null ? '' : (people?.get(row) ?? '');
      const title = person || (row === null ? job.says || id : `Row ${row}`);
      // An ended link looks alive until somebody presses it.
      const links = isLinkDead(job, platform.clock.now())
        ? { thumbnail: '', video_url: '' }
        : { thumbnail, video_url };
      return { job: id, row, title, ...links, seconds: seconds ?? 0 };
    }),
    unconfirmed: open
      .filter((job) => job.status === 'Unconfirmed')
      .slice(0, MOST_LISTED)
      .map((job) => ({ job: job.id, row: rowOf.get(job.id) ?? null, problem: job.problem })),
    stuck: stuckVideos(recent, platform.settings.account())
      .filter(({ job }) => job.tab === tab?.id && job.code === STUCK)
      .slice(0, MOST_LISTED)
      .flatMap((video): IssueView[] => {
        const row = rowOf.get(video.job.id);
        return row === undefined ? [] : [{ row, column: 'status', message: stuckWords(video) }];
      }),
    failed: problemsOf(failed),
    changed: problemsOf(rows.filter(({ status }) => status === 'Changed')),
    testRefused: tab !== null && isTestModeOn(platform, tab.id) && failed.some(isRefusedTest),
    secondsLeft: secondsLeft(open, platform.settings.account().slots, paused !== null),
    paused,
    actual: estimateWords(estimateAgainstActual(latestFinishedRun(jobs), platform.settings.prices())),
    run: newestOf(platform, jobs),
    remarks: isAnyOpen ? [...report.remarks, ...priceNews(platform)] : report.remarks,
    busy: report.outcome === 'busy',
    undo: undoOf(platform, tab, recent),
    print: printOf(platform, tab, recent),
  };
}

/**
 * What the page has `seen`, if a sync would find nothing to do and the answer would be the same; null otherwise. Takes
 * no lock and writes nothing: the page asks several times a minute.
 */
export function progressIfSame(platform: Platform, seen: Progress): Progress | null {
  if (seen.busy) return null;
  const recent = recentJobs(platform);
  if (!nothingIsDue(platform, platform.ledger(false), recent)) return null;
  return printOf(platform, platform.spreadsheet.activeTab(), recent) === seen.print ? seen : null;
}

function problemsOf(rows: readonly ShownRow[]): readonly IssueView[] {
  return rows
    .slice(0, MOST_LISTED)
    .map(({ number, problem }) => ({ row: number, column: 'problem', message: problem }));
}

function recentJobs(platform: Platform): Job[] {
  const ledger = platform.ledger(false);
  return ledger === null ? [] : [...readRecent(ledger, RECENT_LINES).values()];
}

/** `recent`: of the active sheet. */
function newestOf(platform: Platform, recent: readonly Job[]): Progress['run'] {
  const known = newestRun(recent);
  const [first] = known;
  const ledger = platform.ledger(false);
  if (first === undefined || ledger === null) return null;
  const id = runOf(first.id);
  if (known.some(({ status }) => isOpen(status))) return { id, ended: '' };
  const [whole] = pastRuns(
    withSettled(ledger, () => ledger.readMark(), id, known),
    platform.settings.prices(),
  );
  return whole === undefined || whole.done + whole.failed === 0 ? null : { id, ended: endedWords(whole) };
}

function undoOf({ settings, clock }: Platform, tab: Tab | null, recent: readonly Job[]): UndoTime | null {
  const names = settings.owner()?.names ?? [];
  const own = recent.filter((job) => job.tab === tab?.id && names.includes(job.owner));
  return undoTimeOf(own, clock.now());
}

/** That an undo time is over is news, although nothing else may happen then. */
function printOf(platform: Platform, tab: Tab | null, recent: readonly Job[]): string {
  const { settings } = platform;
  const connected = settings.apiKey() !== null;
  const undo = undoOf(platform, tab, recent)?.run ?? '';
  return fingerprint(JSON.stringify([tab?.id ?? null, connected, settings.account(), undo, recent]));
}

/** This sheet's own videos say little about the time of a render: most of theirs was spent waiting for a slot. */
function secondsLeft(jobs: readonly Job[], slots: number, isPaused: boolean): number | null {
  const waiting = jobs.filter(
    ({ status }) => status === 'Rendering' || (status === 'Queued' && !isPaused),
  ).length;
  return waiting === 0 ? null : renderSeconds(waiting, slots);
}

/** A budget of the sheet is reached: what is queued waits. */
function overBudget(held: readonly Hold[]): Paused | null {
  if (held.length === 0) return null;
  const message = held.map(holdWords).join(' ');
  return {
    reason: 'the budget is reached',
    message,
    noCredit: false,
    aboutKey: false,
    budget: true,
    goesOnByItself: false,
  };
}

/** From what is remembered: also while another execution does the work. */
function pausedView({ settings, clock }: Platform): Paused | null {
  const account = settings.account();
  if (account.stopped === null) return null;
  return {
    reason: pauseReason(account.stopped),
    message: account.stopped.message,
    noCredit: isNoCredit(account.stopped),
    aboutKey: isAboutKey(account.stopped),
    budget: false,
    goesOnByItself: creditLookAt(account, clock.now()) !== null,
  };
}
