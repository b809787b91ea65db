import { isKeyRefused } from '../core/heygen/problem.ts';
import { PROBLEM_WORDS } from '../core/heygen/problem-words.ts';
import type { FetchRecord } from '../emulator/execution.ts';
import type { StatusCounts } from './status-column.ts';
import { openRows } from './status-column.ts';

/** HTTP statuses that are about the account: its key, its credit, its permissions. */
const STOPPING = [401, 402, 403];

/** Where the balance is. */
const BALANCE = '/v3/users/me';

/** HeyGen counts as unreachable after this many executions in a row without any answer. */
const TRIES = 3;

/** Remembers the last answers of HeyGen, to tell whether the account, or the network, has stopped the run. */
export class AccountVerdict {
  private lastPost = 0;
  private last = 0;
  private silences = 0;
  private looksAtBalance = false;

  /** The requests of one execution. */
  hear(fetches: readonly FetchRecord[]): void {
    const silent = fetches.every(({ status }) => status === null);
    const onlyLooks = fetches.every(({ url }) => url.endsWith(BALANCE));
    if (fetches.length > 0) this.silences = silent ? this.silences + 1 : 0;
    for (const { method, status, url } of fetches) {
      this.last = status ?? 0;
      // After finished videos the balance is looked at as well: that is no wait for credit.
      this.looksAtBalance = url.endsWith(BALANCE) && (onlyLooks || this.lastPost === 402);
      if (method === 'POST') this.lastPost = this.last;
    }
  }

  /** Setting the key looks at the balance too: that says nothing about the run. */
  keyIsSet(): void {
    this.looksAtBalance = false;
  }

  /** Whether HeyGen has been silent for so long that the run should end. */
  unreachable(): boolean {
    return this.silences >= TRIES;
  }

  /**
   * Whether nothing can change before a top-up: every open row is queued, and the add-on looks at nothing but the
   * balance.
   */
  waitsForCredit(counts: StatusCounts): boolean {
    const { Queued = 0 } = counts;
    return this.looksAtBalance && Queued > 0 && openRows(counts) === Queued;
  }

  /**
   * The HTTP status that stopped the run, 0 when none did. `counts` are the rows' statuses once nothing moves any more,
   * and `queued` the codes of the jobs that wait: HeyGen also says that credit is lacking of videos that it accepted
   * long before, and under other statuses.
   */
  stoppedBy(counts: StatusCounts, queued: readonly string[]): number {
    const [named = 0] = queued.map(statusFor).filter((status) => status !== 0);
    if (named !== 0) return named;
    if (this.waitsForCredit(counts)) return 402;
    if ((counts.Queued ?? 0) > 0 && STOPPING.includes(this.lastPost)) return this.lastPost;
    return openRows(counts) > 0 && STOPPING.includes(this.last) ? this.last : 0;
  }
}

/** Codes about money. HeyGen documents them with 402. */
const MONEY = [
  'insufficient_credit',
  'trial_limit_exceeded',
  'subscription_required',
  'plan_upgrade_required',
  'quota_exceeded',
];

/** The HTTP status that goes with a code by which HeyGen stops an account; 0 for every other code. */
function statusFor(code: string): number {
  if (MONEY.includes(code)) return 402;
  if (isKeyRefused({ httpStatus: 0, code })) return 401;
  return PROBLEM_WORDS.get(code)?.kind === 'stop' ? 403 : 0;
}
