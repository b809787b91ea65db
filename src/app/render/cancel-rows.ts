import { counted } from '../../core/count-words.ts';
import { runOf } from '../../core/jobs/job-id.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import { anotherRun } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { showJobs } from '../show/show.ts';

/** Menu: Cancel queued rows. Takes back what was not sent yet, on the active tab. Returns the sentence to show. */
export function cancelQueuedRows(platform: Platform): string {
  const sheet = platform.ledger(false);
  const queued = sheet === null ? 0 : queuedOn(platform, new OpenLedger(sheet, sheet.readMark())).length;
  if (queued === 0) return NOTHING;
  const go = platform.dialogs.ask(
    'Cancel queued rows?',
    `Queued and not sent yet: ${counted(queued, 'row')}. Nothing has been paid for them.`,
  );
  if (!go) return 'Nothing was cancelled.';
  const cancelled = cancelQueued(platform);
  if (!cancelled.ok) return cancelled.failure;
  if (cancelled.value === 0) return NOTHING;
  return `Cancelled before they were sent: ${counted(cancelled.value, 'row')}. If you want these videos after all, render the rows again.`;
}

/** The same without the question; with a `run`, of this press of Render only. Returns how many rows that were. */
export function cancelQueued(platform: Platform, run?: string): Result<number> {
  const tab = platform.spreadsheet.activeTab();
  const sheet = platform.ledger(false);
  if (tab === null || sheet === null) return success(0);
  const held = platform.lock.hold(() => {
    const now = platform.clock.now();
    const ledger = new OpenLedger(sheet, sheet.readMark());
    const ids = queuedOn(platform, ledger).filter((id) => run === undefined || runOf(id) === run);
    for (const id of ids) ledger.apply(id, { type: 'cancelled', reason: '' }, now);
    // Durable before any row gets its earlier video back: a row that shows that one must not be sent any more.
    ledger.record();
    platform.spreadsheet.flush();
    const jobs = ids.map((id) => ledger.job(id)).filter((job) => job !== null);
    const showing = showJobs(platform, tab, jobs);
    for (const id of [...showing.shown, ...showing.gone]) {
      ledger.apply(id, { type: 'shown', status: 'Cancelled' }, now);
    }
    ledger.record();
    return ids.length;
  });
  return held.ok ? held : failure(anotherRun('Nothing was cancelled.'));
}

/** Ids of the user's own queued jobs on the active tab. */
function queuedOn(platform: Platform, ledger: OpenLedger): string[] {
  const owner = platform.settings.owner();
  const tab = platform.spreadsheet.activeTab();
  return ledger
    .jobs()
    .filter(
      (job) => job.status === 'Queued' && job.tab === tab?.id && owner?.names.includes(job.owner) === true,
    )
    .map((job) => job.id);
}

const NOTHING = 'No row of this sheet is queued.';
