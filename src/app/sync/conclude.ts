import { movesByItself } from '../../core/jobs/reconcile.ts';
import { adjustTrigger } from './automatic-updates.ts';
import { mailEnds } from './mail-ends.ts';
import { openOwn, planOf, type Run, type Standing } from './standing.ts';
import { reportOf, type SyncReport } from './sync-report.ts';
import { letRest } from './trigger-record.ts';

/** Sets the trigger up for what comes next, and reports. After `busy`, the other execution does that. */
export function conclude(run: Run, outcome: 'done' | 'busy', standing: Standing): SyncReport {
  const { platform } = run;
  const { fromTrigger, resume } = run.options;
  const holds = run.budgets.holds(standing.own);
  const report = reportOf({ ...standing, outcome, holds }, platform.clock.now());
  if (outcome === 'busy') return report;
  const mailed = mailEnds(run, standing);
  const told = { ...report, remarks: [...report.remarks, ...mailed] };
  // A trigger run that ended jobs has done enough: the next one, with nothing to do, ends the trigger.
  const endedJobs = standing.finished.done + standing.finished.failed > 0;
  const moves = report.moves || (fromTrigger && endedJobs);
  rest(run, standing, moves);
  const state = { moves, exists: run.hasTrigger, clicked: resume };
  const adjusted = adjustTrigger(platform, state, () => movesNow(run, standing));
  return adjusted.ok ? told : { ...told, remarks: [...told.remarks, adjusted.failure] };
}

/**
 * Lets the trigger rest until there is something to do again: where nothing moves, until links are to be renewed. A pass
 * that is due at once is noted as well: how late it then comes shows how rarely passes come.
 */
function rest(run: Run, standing: Standing, moves: boolean): void {
  const { settings, clock } = run.platform;
  const now = clock.now();
  const idleUntil = moves ? now : (settings.linksDue(run.owner) ?? now);
  const until = standing.needsUpkeep ? now : (planOf(run, standing, false).wakeAt ?? idleUntil);
  letRest(run.platform, run.owner, until, run.options.fromTrigger);
}

/** Under the lock: whether anything moves by itself, with what other executions have added meanwhile. */
function movesNow(run: Run, standing: Standing): boolean {
  if (run.platform.ledger(false) === null) return false;
  const { own } = openOwn(run, { ...standing, mark: run.sheet.readMark() });
  const now = run.platform.clock.now();
  return own.some((job) => movesByItself(job, standing.account, now));
}
