import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChargeMemory,
  isLookDue,
  NO_CHARGES,
  withCharged,
  withLook,
  withLookSettled,
  withoutLook,
} from '../../../src/core/jobs/charges.ts';
import { priceDifferences } from '../../../src/core/request/learned-prices.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';
import { cases } from '../../cases.ts';
import { MINUTE, START } from './jobs.ts';

const TWIN = 'Avatar IV, twin or studio';
const PHOTO = 'Avatar IV, photo';

/** An account whose balance is looked at after each stretch, and told in whole cents. */
class Account {
  memory: ChargeMemory = withLook(NO_CHARGES, { at: START, usd: 1_000 });
  private usd = 1_000;
  private now = START;
  private jobs = 0;

  /** Videos of these names and seconds are made and charged; `elsewhere` is spent by others, or topped up. */
  stretch(
    videos: readonly (readonly [string, number])[],
    price: (name: string) => number,
    elsewhere = 0,
  ): void {
    for (const [name, seconds] of videos) {
      this.now += MINUTE;
      this.jobs += 1;
      this.memory = withCharged(this.memory, name, [`j-1-${this.jobs}`, this.now, seconds]);
      this.usd -= price(name) * seconds;
    }
    this.usd -= elsewhere;
    this.now += 1_000;
    this.memory = withLook(this.memory, { at: this.now, usd: Math.round(this.usd * 100) / 100 });
    this.memory = withLookSettled(this.memory, PUBLISHED_PRICES);
  }

  told(): string[] {
    return priceDifferences(PUBLISHED_PRICES, this.memory.learned).map(({ name }) => name);
  }
}

const published = (name: string): number => PUBLISHED_PRICES.perSecond[name] ?? 0;
const eight = Array.from({ length: 8 }, (_, at) => [TWIN, 4 + at] as const);

describe('what the balance teaches', () => {
  it('another price is believed when two stretches in a row say so', () => {
    const account = new Account();
    account.stretch(eight, () => 0.081);
    expect(account.told()).toEqual([]);
    account.stretch(eight, () => 0.081);
    expect(account.told()).toEqual([TWIN]);
    expect(account.memory.learned[TWIN]?.usd).toBeCloseTo(0.081, 3);
  });

  it('what somebody spends elsewhere once, and a top-up, teach nothing', () => {
    const account = new Account();
    account.stretch(eight, published);
    account.stretch(eight, published, 3);
    account.stretch(eight, published);
    account.stretch(eight, published, -100);
    account.stretch(eight, published);
    expect(account.told()).toEqual([]);
  });

  it('a stretch with a video of unknown price teaches nothing', () => {
    const account = new Account();
    account.stretch([...eight, ['', 0]], () => 0.2);
    account.stretch([...eight, ['', 0]], () => 0.2);
    expect(account.memory.learned).toEqual({});
  });

  it('a video that is heard of twice, or was charged before the look, counts once or not at all', () => {
    const looked = withLook(NO_CHARGES, { at: START, usd: 10 });
    const once = withCharged(looked, TWIN, ['j-1-1', START + 1, 5]);
    expect(withCharged(once, TWIN, ['j-1-1', START + 1, 5])).toBe(once);
    expect(withCharged(looked, TWIN, ['j-1-2', START, 5])).toBe(looked);
  });

  it('an account without a balance in dollars is left alone for a day', () => {
    const memory = withoutLook(NO_CHARGES, 'untold', START);
    expect(isLookDue(memory, 1, START + 23 * 60 * MINUTE)).toBe(false);
    expect(isLookDue(memory, 1, START + 24 * 60 * MINUTE)).toBe(true);
  });

  it('an account whose prices are shown well is looked at half as often', () => {
    const due = (account: Account, videos: number): boolean =>
      isLookDue(account.memory, videos / MINUTE, (account.memory.from?.at ?? 0) + MINUTE);
    const account = new Account();
    for (let lump = 0; lump < 4; lump += 1) account.stretch(eight, published);
    expect([due(account, 5), due(account, 6)]).toEqual([false, true]);
    account.stretch(eight, published);
    expect([due(account, 11), due(account, 12)]).toEqual([false, true]);
    // In doubt the next look is worth a call at once.
    account.stretch(eight, () => 0.2);
    expect(due(account, 1)).toBe(true);
  });

  const factor = fc.double({ min: 0.6, max: 1.8, noNaN: true });
  const seconds = fc.integer({ min: 3, max: 60 });

  /** How far sums are from the truth after lumps of videos whose prices have changed by a factor. */
  function errorAfter(lumps: readonly (readonly (readonly [string, number])[])[], changed: number): number {
    const account = new Account();
    const now = (name: string): number => changed * published(name);
    for (const lump of lumps) account.stretch(lump, now);
    const learned = (name: string): number => account.memory.learned[name]?.usd ?? published(name);
    const sum = (price: (name: string) => number): number =>
      lumps.flat().reduce((all, [name, amount]) => all + price(name) * amount, 0);
    return Math.abs(sum(learned) / sum(now) - 1);
  }

  it('after 20 videos at a new price sums are right within a tenth', () => {
    const lump = fc.array(fc.tuple(fc.constant(TWIN), seconds), { minLength: 5, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(lump, { minLength: 4, maxLength: 4 }), factor, (lumps, changed) => {
        expect(errorAfter(lumps, changed)).toBeLessThan(0.1);
      }),
      cases(50, 11),
    );
  });

  it('two kinds that are mixed in every stretch come right in sum as well, a little later', () => {
    const both = fc
      .tuple(seconds, seconds)
      .map(([one, other]) => [[TWIN, 10 + one] as const, [PHOTO, 10 + other] as const]);
    const lump = fc.array(both, { minLength: 3, maxLength: 5 }).map((pairs) => pairs.flat());
    fc.assert(
      fc.property(fc.array(lump, { minLength: 5, maxLength: 5 }), factor, (lumps, changed) => {
        expect(errorAfter(lumps, changed)).toBeLessThan(0.1);
      }),
      cases(50, 12),
    );
  });
});
