import { isNoCredit } from '../heygen/pause-reason.ts';
import type { Problem } from '../heygen/problem.ts';
import { type VoicePaces, withPace } from '../speech/voice-paces.ts';
import { type ChargedVideo, type ChargeMemory, NO_CHARGES, withCharged } from './charges.ts';
import type { Job } from './job.ts';
import { NO_PASSES, type PassMemory, withPass, withTrigger } from './passes.ts';
import { type FinishedRender, NO_RENDER_TIMES, type RenderTimes, withFinished } from './render-times.ts';

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
  /** HeyGen was last seen to render several batches side by side. An older version did not keep it. */
  readonly sideBySide?: boolean;
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
    /** When that was. An older version did not keep it. */
    readonly since?: number;
    /** When the balance was last looked at since then, and what it was. */
    readonly lookedAt?: number;
    readonly balance?: Balance;
    /** HeyGen names no balance for this account, so looking at it tells nothing. */
    readonly untold?: boolean;
  } | null;
  /** How long its renders take. */
  readonly renders: RenderTimes;
  /** What it is charged for its videos. */
  readonly charges: ChargeMemory;
  /** How fast its voices speak. */
  readonly paces: VoicePaces;
  /** How its user's trigger runs. */
  readonly passes: PassMemory;
}

/** What a look at the balance came to. `untold`: HeyGen answered, and named none. */
export type SeenBalance = Balance | 'untold' | 'no-answer';

export interface Balance {
  readonly amount: number;
  readonly unit: 'usd' | 'credits';
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
  renders: NO_RENDER_TIMES,
  charges: NO_CHARGES,
  paces: {},
  passes: NO_PASSES,
};

/** What a POST, or a batch item, taught about the account. */
export type Lesson =
  | { readonly type: 'accepted'; readonly inFlight: number }
  | { readonly type: 'batch-items-seen'; readonly surplus: boolean }
  | { readonly type: 'batches-refused' }
  /** What several batches at HeyGen show of the order in which it renders them: see `isSideBySide`. */
  | { readonly type: 'batches-seen'; readonly sideBySide: boolean | null }
  | { readonly type: 'full'; readonly inFlight: number; readonly problem: Problem }
  | { readonly type: 'stopped'; readonly problem: Problem; readonly reading?: boolean }
  | { readonly type: 'outage'; readonly jitter: number }
  /** While there is no credit. */
  | { readonly type: 'balance-looked-at'; readonly balance: SeenBalance }
  | { readonly type: 'user-asks-again' }
  | { readonly type: 'rendered'; readonly finished: readonly FinishedRender[] }
  /** HeyGen completed a video that costs something. `name`: see `withCharged`. */
  | { readonly type: 'charged'; readonly name: string; readonly video: ChargedVideo }
  /** A finished video has so many seconds. */
  | {
      readonly type: 'spoken';
      readonly of: Pick<Job, 'paceName' | 'usualSeconds'>;
      readonly seconds: number;
    }
  /** The trigger runs at most so often; null: Google refuses it. */
  | { readonly type: 'trigger-made'; readonly interval: number | null }
  /** A pass of the trigger came so many milliseconds later than it was due. */
  | { readonly type: 'passed'; readonly late: number };

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
    case 'batches-seen':
      return lesson.sideBySide === null ? account : { ...account, sideBySide: lesson.sideBySide };
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
        stopped: {
          code,
          message,
          httpStatus,
          since: now,
          ...(lesson.reading === true ? { reading: true } : {}),
        },
      };
    }
    case 'outage':
      return {
        ...account,
        outages: account.outages + 1,
        notBefore: now + outageDelay(account.outages, lesson.jitter),
      };
    case 'balance-looked-at':
      return { ...account, stopped: afterLook(account.stopped, lesson.balance, now) };
    case 'user-asks-again':
      return { ...account, stopped: null, notBefore: 0, outages: 0 };
    case 'rendered':
      return { ...account, renders: withFinished(account.renders, lesson.finished, account.slots, now) };
    case 'charged':
      return { ...account, charges: withCharged(account.charges, lesson.name, lesson.video) };
    case 'spoken': {
      const { paceName, usualSeconds } = lesson.of;
      return { ...account, paces: withPace(account.paces, paceName, lesson.seconds, usualSeconds) };
    }
    case 'trigger-made':
      return { ...account, passes: withTrigger(account.passes, lesson.interval, now) };
    case 'passed':
      return { ...account, passes: withPass(account.passes, lesson.late, now) };
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

/** So long the balance is looked at by itself after the credit ended, and so often. */
const WATCHED_MS = 24 * 60 * 60_000;
const LOOK_EVERY_MS = 15 * 60_000;

/** When the balance is to be looked at again; null when only the user can let the run go on. */
export function creditLookAt({ stopped }: AccountMemory, now: number): number | null {
  if (stopped === null || !isNoCredit(stopped)) return null;
  const { since, lookedAt, untold } = stopped;
  if (since === undefined || untold === true || now - since >= WATCHED_MS) return null;
  return lookedAt === undefined ? since : lookedAt + LOOK_EVERY_MS;
}

/** The first look only learns what too little is. The run goes on once there is more. */
function afterLook(
  stopped: AccountMemory['stopped'],
  seen: SeenBalance,
  now: number,
): AccountMemory['stopped'] {
  if (stopped === null) return null;
  if (seen === 'untold') return { ...stopped, lookedAt: now, untold: true };
  if (seen === 'no-answer') return { ...stopped, lookedAt: now };
  const { lookedAt, balance: before } = stopped;
  const isMore =
    before === undefined ? seen.amount > 0 : seen.unit === before.unit && seen.amount > before.amount;
  return lookedAt !== undefined && isMore ? null : { ...stopped, lookedAt: now, balance: seen };
}
