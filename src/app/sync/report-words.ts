import { counted, grouped } from '../../core/count-words.ts';
import { pauseReason } from '../../core/heygen/pause-reason.ts';
import type { AccountMemory } from '../../core/jobs/account.ts';
import { holdWords } from '../../core/jobs/budget.ts';
import { anotherRun, setKeyFirst } from '../obstacles.ts';
import type { SyncReport } from './sync-report.ts';

/** The outcome of a sync, in words for a dialog. */
export function reportWords(report: SyncReport): string {
  switch (report.outcome) {
    case 'not-connected':
      return setKeyFirst('try again');
    case 'resting':
    case 'nothing-open':
      return 'Nothing has been rendered in this spreadsheet yet.';
    case 'busy':
      return anotherRun('It does this already.');
    case 'done':
      // The look at all rows meets the refusals of the look at some of them again.
      return [
        ...progress(report),
        ...(report.stuck > 0 ? [stuckRemark(report.stuck)] : []),
        ...standstill(report),
        ...report.holds.map(holdWords),
        ...new Set(report.remarks),
      ].join('\n');
  }
}

function progress({ finished, open }: SyncReport): string[] {
  const parts = [
    videosThatAre(finished.done, 'finished'),
    videosThatAre(finished.failed, 'failed'),
    videosThatAre(open.Rendering + open.Submitting, 'being made'),
    videosThatAre(open.Queued, 'queued'),
    videosThatAre(open.Unconfirmed, 'unconfirmed'),
  ].filter((part) => part !== '');
  return [parts.length === 0 ? 'Nothing is under way.' : `Videos: ${parts.join(', ')}.`];
}

function standstill({ stopped, open }: SyncReport): string[] {
  return stopped === null ? [] : [pausedWords(stopped, open.Queued > 0)];
}

/** Why nothing more is sent, and what to do. `waits`: there are rows to go on with. */
export function pausedWords(stopped: NonNullable<AccountMemory['stopped']>, waits: boolean): string {
  const rest = waits
    ? ' To resume, choose “Check for finished videos”: the queued rows go on from there.'
    : '';
  return `Paused: ${pauseReason(stopped)}.\n${stopped.message}${rest}`;
}

/** What is said of videos that take much longer than their like. */
export function stuckRemark(videos: number): string {
  const [have, rows] = videos === 1 ? ['has', 'Its row says'] : ['have', 'Their rows say'];
  return `${counted(videos, 'video')} ${have} been at HeyGen for much longer than usual. ${rows} more, and nothing is sent again by itself.`;
}

function videosThatAre(count: number, what: string): string {
  return count === 0 ? '' : `${grouped(count)} ${what}`;
}
