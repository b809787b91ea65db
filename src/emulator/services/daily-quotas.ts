import type { Clock } from '../clock.ts';
import { numberOf, recordOf } from '../plain.ts';
import type { Plain } from '../service.ts';

/** The kind of Google account, which decides the quotas. */
export type AccountKind = 'consumer' | 'workspace';

/** Requests a day: https://developers.google.com/apps-script/guides/services/quotas */
export const FETCHES_A_DAY: Readonly<Record<AccountKind, number>> = { consumer: 20_000, workspace: 100_000 };

/** Reads and writes of properties a day, of all documents together. */
export const PROPERTY_CALLS_A_DAY: Readonly<Record<AccountKind, number>> = {
  consumer: 50_000,
  workspace: 500_000,
};

/** Recipients of mails a day. */
export const MAILS_A_DAY: Readonly<Record<AccountKind, number>> = { consumer: 100, workspace: 1_500 };

/** Run time of triggers a day, in ms: 90 minutes or 6 hours. */
export const TRIGGER_MS_A_DAY: Readonly<Record<AccountKind, number>> = {
  consumer: 90 * 60_000,
  workspace: 6 * 3_600_000,
};

/** Texts translated a day. Google publishes no figure any more; these are from its earlier list. */
export const TRANSLATIONS_A_DAY: Readonly<Record<AccountKind, number>> = {
  consumer: 5_000,
  workspace: 20_000,
};

const DAY_MS = 86_400_000;

/** Google's day begins at midnight Pacific time; summer time is left out. */
const PACIFIC_MS = 8 * 3_600_000;

/** What Google counts: requests, ms of trigger runs, calls of properties, recipients of mails, and translated texts. */
export type Quota = 'fetch' | 'trigger' | 'properties' | 'mail' | 'translate';

/** What each user has used today, on the emulated clock. */
export interface DailyQuotas {
  used(quota: Quota, user: string): number;
  /** Adds to today's use. It checks no limit: the caller does. */
  spend(quota: Quota, user: string, amount: number): void;
  snapshot(): Plain;
  restore(snapshot: Plain): void;
}

export function createDailyQuotas(clock: Clock): DailyQuotas {
  let day = 0;
  let use = new Map<string, number>();
  const roll = (): void => {
    const today = Math.floor((clock.now() - PACIFIC_MS) / DAY_MS);
    if (today !== day) use = new Map();
    day = today;
  };
  const key = (quota: Quota, user: string): string => `${quota} ${user}`;
  return {
    used: (quota, user) => {
      roll();
      return use.get(key(quota, user)) ?? 0;
    },
    spend: (quota, user, amount) => {
      roll();
      use.set(key(quota, user), (use.get(key(quota, user)) ?? 0) + amount);
    },
    snapshot: () => ({ day, use: Object.fromEntries(use) }),
    restore: (snapshot) => {
      const saved = recordOf(snapshot);
      day = numberOf(saved.day);
      use = new Map(Object.entries(recordOf(saved.use)).map(([name, amount]) => [name, numberOf(amount)]));
    },
  };
}
