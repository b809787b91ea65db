import { PlatformError } from '../service.ts';

export interface FetchBurst {
  readonly most: number;
  /** Emulated ms. */
  readonly perMs: number;
}

/** Watches over how many requests each user sends within a short time. */
export interface BurstGuard {
  /** Throws the platform's refusal when so many more at this moment are too many; they are not counted then. */
  admit(user: string, count: number, now: number): void;
}

export function createBurstGuard(burst: FetchBurst | null): BurstGuard {
  const sent = new Map<string, readonly number[]>();
  return {
    admit: (user, count, now) => {
      if (burst === null) return;
      const recent = (sent.get(user) ?? []).filter((at) => now - at < burst.perMs);
      if (recent.length + count > burst.most) {
        throw new PlatformError(
          'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
        );
      }
      sent.set(user, [...recent, ...new Array<number>(count).fill(now)]);
    },
  };
}
