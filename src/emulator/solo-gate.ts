import type { Gate } from './call-line.ts';
import type { Clock } from './clock.ts';
import type { LockTable } from './services/lock-table.ts';

/** The gate of an execution that runs alone: it waits for a lock by advancing the clock. */
export function createSoloGate(clock: Clock, locks: LockTable): Gate {
  return {
    replays: false,
    beforeCall: () => undefined,
    awaitLock: (_line, key, deadline) => {
      const now = clock.now();
      if (now >= deadline) return false;
      clock.advance(Math.min(deadline, locks.outsideUntil(key) ?? deadline) - now);
      return true;
    },
  };
}
