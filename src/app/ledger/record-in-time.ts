import type { Result } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';

/** How long after the deadline for new work an execution may still record: the platform ends it later. */
const GRACE_MS = 45_000;

/**
 * Runs `work` under the lock. While another execution keeps the lock it tries again for as long as the platform allows,
 * because what HeyGen answered must not be lost.
 */
export function recordInTime<Value>(
  { lock, clock, deadline }: Platform,
  work: () => Value,
): Result<Value, 'busy'> {
  for (;;) {
    const held = lock.hold(work);
    if (held.ok || clock.now() >= deadline + GRACE_MS) return held;
  }
}
