import { refused } from '../refusals/refused.ts';

export interface FetchBurst {
  readonly most: number;
  /** Emulated ms. */
  readonly perMs: number;
}

/** Limits how many requests a user sends within a short time. */
export interface BurstGuard {
  /** Throws when so many more requests now are too many. Refused ones do not count. */
  admit(user: string, count: number, now: number): void;
}

export function createBurstGuard(burst: FetchBurst | null): BurstGuard {
  const sent = new Map<string, readonly number[]>();
  return {
    admit: (user, count, now) => {
      if (burst === null) return;
      const recent = (sent.get(user) ?? []).filter((at) => now - at < burst.perMs);
      if (recent.length + count > burst.most) {
        throw refused('tooManyInShortTime', 'urlfetch');
      }
      sent.set(user, [...recent, ...new Array<number>(count).fill(now)]);
    },
  };
}
