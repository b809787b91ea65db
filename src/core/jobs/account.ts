import type { Problem } from '../heygen/problem.ts';

/**
 * What HeyGen's answers have taught about the account that pays. It is kept in the user properties from one
 * execution to the next. Times are Unix milliseconds, 0 for never.
 */
export interface AccountMemory {
  /**
   * `unknown`: no batch was answered yet. `queue`: what finds no free slot waits at HeyGen. `none`: HeyGen refuses
   * batches, or fails what finds no free slot, so rows go one by one.
   */
  readonly batches: 'unknown' | 'queue' | 'none';
  /** How many videos the account renders at once, as far as is known. */
  readonly slots: number;
  /** When `slots` was last corrected by a 429. */
  readonly slotsAt: number;
  /** No POST before this moment: HeyGen said `Retry-After`, or had an outage. */
  readonly notBefore: number;
  /** POSTs in a row that met an outage: the delay grows with it. */
  readonly outages: number;
  /** The answer that stopped the run (401, 402, 403): nothing is sent until the user asks again. */
  readonly stopped: {
    readonly code: string;
    readonly message: string;
    readonly httpStatus: number;
    /** HeyGen refused a read, so videos cannot be followed either. */
    readonly reading?: boolean;
  } | null;
}

/** Pay-as-you-go accounts render ten videos at once (HeyGen's published limit). */
const PUBLISHED_SLOTS = 10;

/** How long a limit that a 429 taught stands before one more video is tried. */
const SLOT_PROBE_MS = 15 * 60_000;

/** Delays after outages double from the first to the last. */
const FIRST_OUTAGE_DELAY_MS = 30_000;
const LAST_OUTAGE_DELAY_MS = 30 * 60_000;

export const UNKNOWN_ACCOUNT: AccountMemory = {
  batches: 'unknown',
  slots: PUBLISHED_SLOTS,
  slotsAt: 0,
  notBefore: 0,
  outages: 0,
  stopped: null,
};

/** What a POST, or a batch item, taught about the account. */
export type Lesson =
  | { readonly type: 'accepted'; readonly inFlight: number }
  | { readonly type: 'batch-items-seen'; readonly surplus: boolean }
  | { readonly type: 'batches-refused' }
  | { readonly type: 'full'; readonly inFlight: number; readonly problem: Problem }
  | { readonly type: 'stopped'; readonly problem: Problem; readonly reading?: boolean }
  | { readonly type: 'outage'; readonly jitter: number }
  | { readonly type: 'user-asks-again' };

/** The account after one more lesson. `jitter` is a random number in [0, 1). */
export function learn(account: AccountMemory, lesson: Lesson, now: number): AccountMemory {
  switch (lesson.type) {
    case 'accepted':
      return { ...account, slots: Math.max(account.slots, lesson.inFlight), outages: 0, stopped: null };
    case 'batch-items-seen':
      if (lesson.surplus) return { ...account, batches: 'none' };
      return account.batches === 'unknown' ? { ...account, batches: 'queue' } : account;
    case 'batches-refused':
      return { ...account, batches: 'none' };
    case 'full':
      return {
        ...account,
        slots: lesson.inFlight > 0 ? lesson.inFlight : account.slots,
        slotsAt: now,
        notBefore: now + Math.max(1, lesson.problem.waitSeconds) * 1000,
      };
    case 'stopped': {
      const { code, message, httpStatus } = lesson.problem;
      return {
        ...account,
        stopped: { code, message, httpStatus, ...(lesson.reading === true ? { reading: true } : {}) },
      };
    }
    case 'outage':
      return {
        ...account,
        outages: account.outages + 1,
        notBefore: now + outageDelay(account.outages, lesson.jitter),
      };
    case 'user-asks-again':
      return { ...account, stopped: null, notBefore: 0, outages: 0 };
  }
}

/** How long to wait after the `outages`-th outage in a row, in milliseconds. */
export function outageDelay(outages: number, jitter: number): number {
  const delay = Math.min(LAST_OUTAGE_DELAY_MS, FIRST_OUTAGE_DELAY_MS * 2 ** Math.min(outages, 10));
  return Math.round(delay * (0.75 + jitter / 2));
}

/** How many videos may be in flight now: one more than learned when the lesson is old. */
export function slotsToTry(account: AccountMemory, now: number): number {
  return now - account.slotsAt < SLOT_PROBE_MS ? account.slots : account.slots + 1;
}
