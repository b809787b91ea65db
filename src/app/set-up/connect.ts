import { isKeyRefused } from '../../core/heygen/problem.ts';
import { learn } from '../../core/jobs/account.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { keepAccount } from '../account/account-view.ts';
import type { Owner, Platform } from '../ports/ports.ts';

/** Menu: Set HeyGen key…. Whether a key was kept that HeyGen accepted. */
export function askForKey(platform: Platform): boolean {
  const typed = platform.dialogs.prompt(
    'Set HeyGen key',
    'Paste your HeyGen API key (in HeyGen: Settings, then API). It is kept in your own user properties, never in the sheet.',
  );
  if (typed === null) return false;
  const connected = connect(platform, typed);
  if (!connected.ok) {
    platform.dialogs.tell('The key was not set', connected.failure);
    return false;
  }
  const { tested, words } = connected.value;
  platform.dialogs.tell(tested ? 'Connected to HeyGen' : 'The key was saved, but not tested', words);
  return tested;
}

/** A key that was kept. */
export interface KeptKey {
  /** HeyGen accepted it. Otherwise nobody knows yet whether it works. */
  readonly tested: boolean;
  /** A sentence that says whose account it is and what is left, or why the key could not be tested. */
  readonly words: string;
}

/**
 * Tests a key and keeps it. A key that HeyGen refuses is not kept. One that cannot be tested now is kept, because
 * rendering may still work: HeyGen may be down, or the key may have no right to read the account.
 */
export function connect(platform: Platform, typed: string): Result<KeptKey> {
  const key = typed.trim();
  if (key === '' || /[^\x21-\x7e]/.test(key) || key.length > 500) {
    return failure(
      'This does not look like a HeyGen API key, which is one word without spaces. Copy it again from HeyGen (Settings, then API).',
    );
  }
  const nameOfKey = `key-${platform.keyFingerprint(key)}`;
  const answer = platform.heygen(key).account();
  if (answer.ok) {
    const { username, email, balance } = answer.value;
    keep(platform, key, { name: username, names: [username, nameOfKey] });
    keepAccount(platform, key, answer.value);
    const left =
      balance === null
        ? ''
        : ` ${new Intl.NumberFormat('en-US').format(balance.amount)} ${balance.unit === 'usd' ? 'USD' : 'credits'} left.`;
    return success({ tested: true, words: `Connected as ${email || username}.${left}` });
  }
  const problem = answer.failure;
  if (isKeyRefused(problem)) return failure(problem.message);
  keep(platform, key, knownOwner(platform, nameOfKey));
  return success({
    tested: false,
    words: `Your key is saved, but it could not be tested: ${problem.message}`,
  });
}

/** A stopped run may go on: the old key was the reason, or the user wants another try. */
function keep({ settings, clock }: Platform, key: string, owner: Owner): void {
  settings.connect(key, owner);
  settings.rememberAccount(learn(settings.account(), { type: 'user-asks-again' }, clock.now()));
}

/** While its key cannot be looked up, an account keeps its name: the ledger holds its open jobs under it. */
function knownOwner(platform: Platform, nameOfKey: string): Owner {
  const before = platform.settings.owner();
  return before?.names.includes(nameOfKey) === true ? before : { name: nameOfKey, names: [nameOfKey] };
}
