import * as z from 'zod/mini';
import type { SeenBalance } from '../../core/jobs/account.ts';
import type { Account } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';
import { keptAnswer } from './kept-answer.ts';

export interface AccountView {
  readonly name: string;
  readonly balance: { readonly amount: number; readonly unit: 'usd' | 'credits' } | null;
  /** The https address of the page where the user can top up the balance. */
  readonly topUpUrl: string;
}

const TOP_UP_URL = 'https://app.heygen.com/settings?nav=API';

/** The name under which the answer is kept. */
export const ACCOUNT_NOW = 'account now';

/** So long an answer about the account is kept, in seconds. */
const ACCOUNT_SECONDS = 600;

/** The account as it was `at` a moment, in Unix milliseconds. */
const SEEN_ACCOUNT: z.ZodMiniType<{ readonly at: number; readonly view: AccountView }> = z.lazy(() =>
  z.object({
    at: z.number(),
    view: z.object({
      name: z.string(),
      balance: z.nullable(z.object({ amount: z.number(), unit: z.enum(['usd', 'credits']) })),
      topUpUrl: z.string(),
    }),
  }),
);

/**
 * Whose account it is and what is left. The answer is kept for some minutes, so that opening the sidebar again takes no
 * request. Where the user decides by the balance, it must be newer than `newerThan` milliseconds.
 */
export function accountView(
  platform: Platform,
  key: string,
  newerThan = Number.POSITIVE_INFINITY,
): AccountView {
  const kept = keptAnswer(platform, key, ACCOUNT_NOW, SEEN_ACCOUNT);
  const now = platform.clock.now();
  const seen = kept.read();
  if (seen !== null && now - seen.at < newerThan) return seen.view;
  return (
    askedNow(platform, key) ??
    seen?.view ?? { name: platform.settings.owner()?.name ?? '', balance: null, topUpUrl: TOP_UP_URL }
  );
}

/**
 * The balance as it was seen after a moment. Asks HeyGen only if `mayAsk` is set and nobody has asked since. Null when
 * nobody has, and `mayAsk` is not set.
 */
export function balanceAfter(
  platform: Platform,
  key: string,
  moment: number,
  mayAsk: boolean,
): SeenBalance | null {
  return lookAfter(platform, key, moment, mayAsk)?.balance ?? null;
}

/** The same, with the moment of the look, in Unix milliseconds. */
export function lookAfter(
  platform: Platform,
  key: string,
  moment: number,
  mayAsk: boolean,
): { readonly at: number; readonly balance: SeenBalance } | null {
  const seen = keptAnswer(platform, key, ACCOUNT_NOW, SEEN_ACCOUNT).read();
  if (seen !== null && seen.at > moment) return { at: seen.at, balance: seen.view.balance ?? 'untold' };
  if (!mayAsk) return null;
  const view = askedNow(platform, key);
  const balance = view === null ? 'no-answer' : (view.balance ?? 'untold');
  return { at: platform.clock.now(), balance };
}

/** The account as HeyGen shows it now. Null when HeyGen does not answer. */
function askedNow(platform: Platform, key: string): AccountView | null {
  const answer = platform.heygen(key).account();
  return answer.ok ? keepAccount(platform, key, answer.value) : null;
}

/** Keeps what HeyGen has just said, for whoever asks next. */
export function keepAccount(
  platform: Platform,
  key: string,
  { email, username, balance }: Account,
): AccountView {
  const view: AccountView = { name: email || username, balance, topUpUrl: TOP_UP_URL };
  keptAnswer(platform, key, ACCOUNT_NOW, SEEN_ACCOUNT).keep(
    { at: platform.clock.now(), view },
    ACCOUNT_SECONDS,
  );
  return view;
}
