import type { Lock } from '../app/ports/ports.ts';
import { failure, success } from '../core/result.ts';
import type { PendingWrites } from './pending-writes.ts';

/** How long an execution waits for another one's observing or recording, which takes some seconds. */
const PATIENCE_MS = 25_000;

/** The lock, and whether this execution holds it: it must never be taken twice. */
export interface HeldLock extends Lock {
  isHeld(): boolean;
}

/** The document lock. What was written under it is made durable before it is let go. */
export function createLock(pending: PendingWrites): HeldLock {
  let held = false;
  return {
    isHeld: () => held,

    hold(work, patienceMs = PATIENCE_MS) {
      // A document lock is null outside a document; the script's own lock then keeps executions apart.
      const lock = LockService.getDocumentLock() ?? LockService.getScriptLock();
      if (!lock.tryLock(patienceMs)) return failure('busy');
      held = true;
      // Reads may be served from what this execution read before another one wrote.
      SpreadsheetApp.flush();
      try {
        const value = work();
        pending.flush();
        return success(value);
      } finally {
        held = false;
        lock.releaseLock();
      }
    },
  };
}
