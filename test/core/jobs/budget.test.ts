import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { heldBack, holdsOf, holdWords } from '../../../src/core/jobs/budget.ts';
import { NO_LIMIT } from '../../../src/core/jobs/feeding.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { costOf } from '../../../src/core/jobs/job-cost.ts';
import { reconcile } from '../../../src/core/jobs/reconcile.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';
import { job, START } from './jobs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NO_BUDGET = { budgetRunUsd: null, budgetDayUsd: null };
const held = (
  jobs: readonly Job[],
  budget: Partial<typeof NO_BUDGET> | Record<string, number>,
  now = START,
) => holdsOf(jobs, { ...NO_BUDGET, ...budget }, PUBLISHED_PRICES, now);

const waiting = (at: number, usd: number, run = 'run') =>
  job({ id: `${run}-1-${at}`, estimatedUsd: usd, estimatedSeconds: 20 });
const sent = (at: number, usd: number, sentAt = START, run = 'run') =>
  job({ ...waiting(at, usd, run), status: 'Rendering', key: `k${at}`, sentAt });

describe('a budget', () => {
  it('holds back what would exceed it, and everything behind that', () => {
    const jobs = [sent(1, 4), waiting(2, 4), waiting(3, 4), waiting(4, 1)];
    const [hold] = held(jobs, { budgetRunUsd: 10 });
    expect(hold?.jobs).toEqual(['run-1-3', 'run-1-4']);
    expect(holdWords(hold ?? expect.fail())).toBe(
      'The budget of $10.00 for a run is reached: 2 rows wait. Raise the budget in the sheet’s settings, then resume.',
    );
  });

  it('of a run does not count what another run has cost; that of a day does', () => {
    const jobs = [sent(1, 8, START, 'old'), waiting(1, 4, 'new')];
    expect(held(jobs, { budgetRunUsd: 10 })).toEqual([]);
    expect(held(jobs, { budgetDayUsd: 10 })[0]?.jobs).toEqual(['new-1-1']);
  });

  it('of a day goes on by itself when enough of it is a day old, and never where one video costs more', () => {
    const jobs = [sent(1, 4, START - 5 * HOUR), sent(2, 5, START - HOUR), waiting(3, 5)];
    const [hold] = held(jobs, { budgetDayUsd: 10 });
    expect(hold?.until).toBe(START - 5 * HOUR + DAY);
    expect(held(jobs, { budgetDayUsd: 10 }, START - 5 * HOUR + DAY)).toEqual([]);
    expect(held(jobs, { budgetDayUsd: 4 })[0]?.until).toBeNull();
  });

  it('keeps the trigger alive until then, and not where only the user can raise it', () => {
    const jobs = [sent(1, 4, START - 5 * HOUR), waiting(2, 8)].map((each) => ({
      ...each,
      shown: each.status,
    }));
    const plan = (budget: Record<string, number>) => {
      const own = heldBack(jobs, held(jobs, budget)).filter(({ status }) => status === 'Queued');
      const room = { batches: 10, singles: 20 };
      return reconcile({ own, account: UNKNOWN_ACCOUNT, now: START, room, supply: NO_LIMIT, forced: false });
    };
    expect(plan({ budgetDayUsd: 10 })).toMatchObject({
      sends: [],
      moves: true,
      wakeAt: START - 5 * HOUR + DAY,
    });
    expect(plan({ budgetRunUsd: 10 })).toMatchObject({ sends: [], moves: false, wakeAt: null });
    expect(plan({}).sends).toHaveLength(1);
  });

  it('counts a failed video as nothing and a finished one by its real length', () => {
    const rate = 'Avatar IV, photo';
    const done = { ...sent(1, 1), status: 'Done', rate, seconds: 100 } as const;
    expect(costOf(done, PUBLISHED_PRICES)).toBeCloseTo(5);
    expect(costOf({ ...done, status: 'Failed' }, PUBLISHED_PRICES)).toBe(0);
    expect(costOf({ ...done, estimatedUsd: 0 }, PUBLISHED_PRICES)).toBe(0);
    expect(costOf({ ...done, rate: 'Cinematic' }, PUBLISHED_PRICES)).toBe(7);
  });

  it('does not hold what went before under its key: it is sent exactly as it was', () => {
    expect(held([job({ ...waiting(1, 50), key: 'k' })], { budgetRunUsd: 10 })).toEqual([]);
  });

  const jobs = fc.array(
    fc.record({
      usd: fc.double({ min: 0, max: 9, noNaN: true }),
      isSent: fc.boolean(),
      run: fc.constantFrom('one', 'two'),
      ago: fc.integer({ min: 0, max: 2 * DAY }),
    }),
    { maxLength: 30 },
  );

  it('is never exceeded by what may start, and a higher one never holds more', () => {
    fc.assert(
      fc.property(jobs, fc.double({ min: 0, max: 60, noNaN: true }), (drawn, usd) => {
        const ledger = drawn.map(({ usd: cost, isSent, run, ago }, at) =>
          isSent ? sent(at + 1, cost, START - ago, run) : waiting(at + 1, cost, run),
        );
        for (const of of ['budgetRunUsd', 'budgetDayUsd']) {
          const holds = held(ledger, { [of]: usd });
          const waits = new Set(holds.flatMap((hold) => hold.jobs));
          for (const run of ['one', 'two']) {
            const counts = (each: Job): boolean =>
              of === 'budgetRunUsd'
                ? each.id.startsWith(run)
                : each.status === 'Queued' || START - (each.sentAt ?? 0) < DAY;
            const spent = ledger.filter((each) => counts(each) && !waits.has(each.id));
            const before = spent.filter(({ status }) => status !== 'Queued');
            const sum = (of: readonly Job[]) => of.reduce((all, each) => all + (each.estimatedUsd ?? 0), 0);
            expect(sum(spent)).toBeLessThanOrEqual(Math.max(usd, sum(before)) + 0.001);
          }
          const raised = new Set(held(ledger, { [of]: usd * 2 }).flatMap((hold) => hold.jobs));
          expect([...raised].every((id) => waits.has(id))).toBe(true);
        }
      }),
    );
  });
});
