import { type AccountMemory, creditLookAt, learn } from '../../core/jobs/account.ts';
import { balanceAfter } from '../account/account-view.ts';
import type { Platform } from '../ports/ports.ts';

/**
 * The account after a look at its balance, while a run is paused because there is no credit: with more credit the run
 * goes on. HeyGen is asked every 15 minutes for a day. What the sidebar has learned meanwhile counts too. No lock may be
 * held.
 */
export function watchCredit(platform: Platform, key: string, account: AccountMemory): AccountMemory {
  const now = platform.clock.now();
  const lookAt = creditLookAt(account, now);
  if (lookAt === null || now >= platform.deadline) return account;
  const { since = 0, lookedAt = since } = account.stopped ?? {};
  const balance = balanceAfter(platform, key, lookedAt, lookAt <= now);
  return balance === null ? account : learn(account, { type: 'balance-looked-at', balance }, now);
}

/** Whether a look at the balance is due, or somebody has learned it since the last one. */
export function isCreditNews(platform: Platform, key: string, account: AccountMemory): boolean {
  const now = platform.clock.now();
  const lookAt = creditLookAt(account, now);
  if (lookAt === null) return false;
  const { since = 0, lookedAt = since } = account.stopped ?? {};
  return lookAt <= now || balanceAfter(platform, key, lookedAt, false) !== null;
}
