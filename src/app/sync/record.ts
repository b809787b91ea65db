import type { ClaimRoom } from '../../core/jobs/batch.ts';
import type { News } from '../../core/jobs/evidence.ts';
import type { Job } from '../../core/jobs/job.ts';
import { newsOfStuck } from '../../core/jobs/stuck.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import { knownLines } from './known-lines.ts';
import { stuckRemark } from './report-words.ts';
import { isStale, showOwn } from './show-own.ts';
import { openOwn, ownJobs, planOf, type Run, type Standing } from './standing.ts';
import { tellEnds } from './tell-ends.ts';
import { mayBeToldLater, tellNow } from './told-later.ts';
import { writeNow } from './unwritten.ts';

/** All that may be sent now, in as many passes as it takes. */
const EVERYTHING: ClaimRoom = { batches: Number.POSITIVE_INFINITY, singles: Number.POSITIVE_INFINITY };

/**
 * Under the lock: cancels those of the jobs that are about to be sent whose rows were deleted. Nobody wants to pay for
 * a row that is gone.
 */
export function lookAtRowsToSend(run: Run, standing: Standing, ledger: OpenLedger): Standing {
  const { sends } = planOf(run, standing, run.options.lookNow, EVERYTHING);
  const going = new Set(sends.flatMap(({ jobs }) => jobs.map(({ id }) => id)));
  return shownIn(run, standing, ledger, (job) => isStale(job) || going.has(job.id));
}

/** Under the lock: writes news into the ledger and, where the jobs as they then stand are to be shown, into the rows. */
export function record(
  run: Run,
  before: Standing,
  news: readonly News[],
  isToShow: (after: Standing) => boolean,
): Standing {
  const { clock, settings } = run.platform;
  const now = clock.now();
  const known = knownLines(run, before, news);
  let mark = known === null ? (before.mark ?? run.sheet.readMark()) : before.mark;
  let ledger = known ?? openOwn(run, { ...before, mark }).ledger;
  if (known === null && before.known !== null) writeNow(ledger, before.known.unwritten);
  if (known === null && news.some(({ id }) => ledger.job(id) === null)) {
    // Another execution has added lines meanwhile and moved ours among them.
    mark = run.sheet.readMark();
    ledger = new OpenLedger(run.sheet, mark);
    tellNow(ledger, before.toldLater, now);
    writeNow(ledger, before.known?.unwritten ?? []);
  }
  const unsent = new Set(
    news.flatMap(({ id, event }) => (event.type === 'released' ? [ledger.job(id)?.key ?? ''] : [])),
  );
  const ended = news.map(({ id, event }) => {
    const earlier = ledger.job(id);
    const later = ledger.apply(id, event, now);
    return earlier?.status === later?.status ? undefined : later?.status;
  });
  const count = (status: Job['status']): number => ended.filter((each) => each === status).length;
  const applied: Standing = {
    ...before,
    mark,
    own: ownJobs(run, ledger),
    finished: {
      done: before.finished.done + count('Done'),
      failed: before.finished.failed + count('Failed'),
    },
  };
  let after = applied;
  let isShowing = false;
  if (isToShow(applied)) {
    const marked = withStuckMarked(run, applied, ledger);
    const stale = ownJobs(run, ledger).filter(isStale);
    // What is being made is shown anew when it has ended. What has ended leaves the open part, so it must have been seen.
    isShowing = stale.length > 0;
    const made = stale.filter(({ status }) => status === 'Rendering');
    const ended = stale.filter(({ status }) => status !== 'Rendering');
    const isLater =
      run.options.fromTrigger && mayBeToldLater(ended, ownJobs(run, ledger), marked.account, now);
    if (ended.length === 0 || isLater) ledger.recordAsShown(made, ended);
    after = shownIn(run, marked, ledger, isStale);
  }
  ledger.record();
  if (!isShowing) ledger.moveMark();
  if (unsent.size > 0) settings.rememberSent(settings.sentKeys().filter((key) => !unsent.has(key)));
  return {
    ...after,
    own: ownJobs(run, ledger),
    behind: known === null ? ledger.behind : before.behind,
    needsUpkeep: ledger.needsUpkeep(),
    toldLater: ledger.seenButUntold(),
    known: known === null ? readingOf(run, ledger) : before.known && { ...before.known, unwritten: [] },
  };
}

/** Where the next pass finds these jobs, as long as nobody else comes. */
function readingOf({ platform, owner, options }: Run, ledger: OpenLedger): Standing['known'] {
  if (!options.fromTrigger) return null;
  const { clock, settings } = platform;
  return { lines: ledger.places(), readAt: clock.now(), click: settings.lastClick(owner), unwritten: [] };
}

/** Nobody sits before a trigger: whoever reads its log hears of what was marked. */
function withStuckMarked(run: Run, standing: Standing, ledger: OpenLedger): Standing {
  const stuck = newsOfStuck(ownJobs(run, ledger), standing.account);
  for (const { id, event } of stuck) ledger.apply(id, event, run.platform.clock.now());
  if (stuck.length === 0 || !run.options.fromTrigger) return standing;
  return { ...standing, remarks: [...standing.remarks, stuckRemark(stuck.length)] };
}

/** Shows what rows do not show yet, and tells of the runs that have ended with it. */
function shownIn(
  run: Run,
  standing: Standing,
  ledger: OpenLedger,
  isLookedAt: (job: Job) => boolean,
): Standing {
  const { platform, sheet } = run;
  const own = ownJobs(run, ledger);
  const { refusals, statusColumns } = showOwn({
    platform,
    ledger,
    own,
    now: platform.clock.now(),
    isLookedAt,
  });
  const mark = (): number => standing.mark ?? sheet.readMark();
  const told = tellEnds(platform, sheet, ledger, { mark, stale: own.filter(isStale), statusColumns });
  const known = standing.ended.filter((past) => told.ended.every((each) => each.run !== past.run));
  const said = [...standing.remarks, ...refusals, ...told.remarks];
  return {
    ...standing,
    own: ownJobs(run, ledger),
    ended: [...known, ...told.ended],
    remarks: [...new Set(said)],
  };
}
