import type { ExecutionId } from '../service.ts';

/** Who holds which lock. A lock dies with its execution, so nothing here is durable. */
export interface LockTable {
  /** Takes the lock if nobody holds it. An execution that already holds it does not get it again. */
  take(key: string, execution: ExecutionId): boolean;
  release(key: string, execution: ExecutionId): void;
  releaseAll(execution: ExecutionId): void;
  holds(key: string, execution: ExecutionId): boolean;
  /** The keys of the locks that the execution holds. */
  heldBy(execution: ExecutionId): readonly string[];
  isFree(key: string): boolean;
  /** Somebody outside the emulator holds the lock until the emulated time `until`. */
  holdFromOutside(key: string, until: number): void;
  /** When an outside holder lets go; null when there is none. */
  outsideUntil(key: string): number | null;
}

/** A lock call takes about 100 ms. */
export const LOCK_COST_MS = 100;

export function createLockTable(now: () => number): LockTable {
  const holders = new Map<string, ExecutionId>();
  const outside = new Map<string, number>();
  const outsideUntil = (key: string): number | null => {
    const until = outside.get(key);
    return until !== undefined && until > now() ? until : null;
  };
  const isFree = (key: string): boolean => !holders.has(key) && outsideUntil(key) === null;
  return {
    take: (key, execution) => {
      if (!isFree(key)) return false;
      holders.set(key, execution);
      return true;
    },
    release: (key, execution) => {
      if (holders.get(key) === execution) holders.delete(key);
    },
    releaseAll: (execution) => {
      for (const [key, holder] of [...holders]) if (holder === execution) holders.delete(key);
    },
    holds: (key, execution) => holders.get(key) === execution,
    heldBy: (execution) => [...holders].filter(([, holder]) => holder === execution).map(([key]) => key),
    isFree,
    holdFromOutside: (key, until) => {
      outside.set(key, until);
    },
    outsideUntil,
  };
}
