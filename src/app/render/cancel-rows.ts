import { OpenLedger } from '../ledger/ledger.ts';
import type { Platform } from '../ports/ports.ts';
import { showJobs } from '../show/show.ts';

/** Menu: Cancel queued rows. Takes back what was not sent yet, on the active tab. Returns the sentence to tell. */
export function cancelQueuedRows(platform: Platform): string {
  const sheet = platform.ledger(false);
  const waiting = sheet === null ? 0 : queuedOn(platform, new OpenLedger(sheet, sheet.readMark())).length;
  if (waiting === 0) return NOTHING;
  const rows = waiting === 1 ? '1 row is' : `${waiting} rows are`;
  const go = platform.dialogs.ask(
    'Cancel queued rows?',
    `${rows} queued and not sent yet. Nothing has been paid for them.`,
  );
  return go ? cancelQueued(platform) : 'Nothing was cancelled.';
}

/** The same without the question. */
export function cancelQueued(platform: Platform): string {
  const tab = platform.spreadsheet.activeTab();
  const sheet = platform.ledger(false);
  if (tab === null || sheet === null) return NOTHING;
  const held = platform.lock.hold(() => {
    const now = platform.clock.now();
    const ledger = new OpenLedger(sheet, sheet.readMark());
    const ids = queuedOn(platform, ledger);
    for (const id of ids) ledger.apply(id, { type: 'cancelled', reason: '' }, now);
    const jobs = ids.map((id) => ledger.job(id)).filter((job) => job !== null);
    const showing = showJobs(platform, tab, jobs);
    for (const id of [...showing.shown, ...showing.gone]) {
      ledger.apply(id, { type: 'shown', status: 'Cancelled' }, now);
    }
    ledger.record();
    return ids.length;
  });
  if (held.kind === 'busy') {
    return 'Another run of Reelmerge is at work on this spreadsheet. Try again in a minute.';
  }
  return `${held.value === 1 ? '1 row was' : `${held.value} rows were`} cancelled before being sent. To have them after all, render them again.`;
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
