import type { Lock } from '../app/ports/ports.ts';
import { failure, success } from '../core/result.ts';
import type { PendingWrites } from './pending-writes.ts';

/** How long an execution waits for the lock. Others hold it for some seconds while they read or record. */
const PATIENCE_MS = 25_000;

/** The lock, and whether this execution holds it. It must never be taken twice. */
export interface HeldLock extends Lock {
  isHeld(): boolean;
}

/**
 * The document lock. What was written under it is durable before it is released. `onTaken`: what this execution
 * remembers may be out of date from then on.
 */
export function createLock(pending: PendingWrites, onTaken: () => void): HeldLock {
  let held = false;
  return {
    isHeld: () => held,

    hold(work, patienceMs = PATIENCE_MS) {
      // Outside a document there is no document lock. The script's own lock then keeps executions apart.
      const lock = LockService.getDocumentLock() ?? LockService.getScriptLock();
      if (!lock.tryLock(patienceMs)) return failure('busy');
      held = true;
      // Reads may be served from what this execution read before another one wrote.
      pending.refresh();
      onTaken();
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
