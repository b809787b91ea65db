import { failure, type Result, success } from '../../core/result.ts';
import { OpenLedger } from '../ledger/ledger.ts';
import { anotherRun } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { sync } from '../sync/sync.ts';
import type { SyncReport } from '../sync/sync-report.ts';

/**
 * The user decides about jobs whose POST was lost without proof either way: look again, or send again, although HeyGen
 * may have them already and the user may then pay twice.
 */
export function settle(
  platform: Platform,
  ids: readonly string[],
  choice: 'check-again' | 'send-again',
): Result<SyncReport> {
  const sheet = platform.ledger(false);
  const owner = platform.settings.owner();
  if (choice === 'send-again' && sheet !== null && owner !== null) {
    // What HeyGen shows by now is found, and then not sent again.
    sync(platform, { resume: true, lookNow: true, fromTrigger: false });
    const held = platform.lock.hold(() => {
      const ledger = new OpenLedger(sheet, sheet.readMark());
      for (const id of ids) {
        const job = ledger.job(id);
        if (job !== null && owner.names.includes(job.owner)) {
          ledger.apply(id, { type: 'send-again' }, platform.clock.now());
        }
      }
      ledger.record();
    });
    if (!held.ok) return failure(anotherRun('Nothing was sent again.'));
  }
  return success(sync(platform, { resume: true, lookNow: choice === 'check-again', fromTrigger: false }));
}
