import * as z from 'zod/mini';
import { keptAnswer } from '../account/kept-answer.ts';
import type { Platform } from '../ports/ports.ts';
import type { AccountView } from './contract.ts';

const TOP_UP_URL = 'https://app.heygen.com/settings?nav=API';

/** So long an answer about the account is kept, in seconds. */
const ACCOUNT_SECONDS = 600;

/** The account as it was `at` a moment, in Unix milliseconds. */
const SEEN_ACCOUNT: z.ZodMiniType<{ readonly at: number; readonly view: AccountView }> = z.object({
  at: z.number(),
  view: z.object({
    name: z.string(),
    balance: z.nullable(z.object({ amount: z.number(), unit: z.enum(['usd', 'credits']) })),
    topUpUrl: z.string(),
  }),
});

/**
 * Whose account it is and what is left. The answer is kept for some minutes, so that opening the sidebar again takes no
 * request. Where the user decides by the balance, it must be newer than `newerThan` milliseconds.
 */
export function accountView(
  platform: Platform,
  key: string,
  newerThan = Number.POSITIVE_INFINITY,
): AccountView {
  const kept = keptAnswer(platform, key, 'account now', SEEN_ACCOUNT);
  const now = platform.clock.now();
  const seen = kept.read();
  if (seen !== null && now - seen.at < newerThan) return seen.view;
  const answer = platform.heygen(key).account();
  if (!answer.ok) {
    return seen?.view ?? { name: platform.settings.owner()?.name ?? '', balance: null, topUpUrl: TOP_UP_URL };
  }
  const { email, username, balance } = answer.value;
  const view: AccountView = { name: email || username, balance, topUpUrl: TOP_UP_URL };
  kept.keep({ at: now, view }, ACCOUNT_SECONDS);
  return view;
}
