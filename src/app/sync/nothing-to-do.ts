import type { Platform } from '../ports/ports.ts';
import type { SyncOptions } from './standing.ts';
import { emptyReport, type SyncReport } from './sync-report.ts';

/** Removes a trigger that has nothing to follow. */
export function nothingToDo(
  platform: Platform,
  options: SyncOptions,
  outcome: 'not-connected' | 'nothing-open',
): SyncReport {
  if (options.fromTrigger) {
    platform.lock.hold(() => {
      // Another execution may have made the first ledger meanwhile.
      if (outcome === 'not-connected' || platform.ledger(false) === null) platform.triggers.remove();
    });
  }
  return emptyReport(outcome);
}
