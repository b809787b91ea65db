import type { Platform } from '../ports/ports.ts';
import type { AccountView } from './contract.ts';

const TOP_UP_URL = 'https://app.heygen.com/settings?nav=API';

/** How long whose account it is need not be asked again, in seconds. */
const ACCOUNT_SECONDS = 600;

/** An account as it was at a moment, Unix milliseconds. */
interface Kept {
  readonly at: number;
  readonly view: AccountView;
}

/**
 * Whose account it is and what is left. Kept for some minutes, so that opening the sidebar again asks HeyGen
 * nothing; who decides by the balance wants it no older than `newerThan` milliseconds.
 */
export function accountView(
  platform: Platform,
  key: string,
  newerThan = Number.POSITIVE_INFINITY,
): AccountView {
  const name = `account now ${platform.keyFingerprint(key)}`;
  const now = platform.clock.now();
  const cached = platform.cache.read(name);
  const kept: Kept | null = cached === null ? null : JSON.parse(cached);
  if (kept !== null && now - kept.at < newerThan) return kept.view;
  const answer = platform.heygen(key).account();
  if (answer.kind === 'failed') {
    return kept?.view ?? { name: platform.settings.owner()?.name ?? '', balance: null, topUpUrl: TOP_UP_URL };
  }
  const { email, username, balance } = answer.value;
  const view: AccountView = { name: email || username, balance, topUpUrl: TOP_UP_URL };
  platform.cache.write(name, JSON.stringify({ at: now, view }), ACCOUNT_SECONDS);
  return view;
}
