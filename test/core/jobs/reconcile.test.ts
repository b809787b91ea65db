import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountMemory, UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { NO_LIMIT } from '../../../src/core/jobs/feeding.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { isLapsed, LEASE_MS, movesByItself, type Plan, reconcile } from '../../../src/core/jobs/reconcile.ts';
import { isOpen } from '../../../src/core/jobs/status.ts';
import { cases } from '../../cases.ts';
import { anyJob, job, MINUTE, queued, START } from './jobs.ts';

const plan = (own: readonly Job[], account: AccountMemory = UNKNOWN_ACCOUNT, now = START): Plan =>
  reconcile({ own, account, now, room: { batches: 10, singles: 20 }, supply: NO_LIMIT, forced: false });

const stopped = { ...UNKNOWN_ACCOUNT, stopped: { code: 'c', message: 'm', httpStatus: 402 } };

describe('a claim', () => {
  const claimed = job({ status: 'Submitting', key: 'k', claimedAt: START });

  test('younger than seven minutes belongs to a living execution; older, its execution is dead', () => {
    expect(isLapsed(claimed, START + LEASE_MS - 1)).toBe(false);
    expect(isLapsed(claimed, START + LEASE_MS)).toBe(true);
    expect(LEASE_MS).toBeGreaterThan(6 * MINUTE);
  });

  test('of a living execution is left to it, and looked at again when it has lapsed', () => {
    expect(plan([claimed])).toMatchObject({
      lapsed: [],
      sends: [],
      asks: [],
      moves: true,
      wakeAt: START + LEASE_MS,
    });
  });

  test('that lapsed is settled before anything is sent or asked', () => {
    const planned = plan([claimed, ...queued(5, 'new')], UNKNOWN_ACCOUNT, START + LEASE_MS);
    expect(planned).toMatchObject({ sends: [], asks: [], moves: true });
    expect(planned.lapsed).toEqual([claimed]);
  });
});

describe('the trigger', () => {
  test('has a reason to live while something can happen without the user', () => {
    expect(plan(queued(1)).moves).toBe(true);
    expect(plan([job({ status: 'Rendering', sentAt: START })]).moves).toBe(true);
    expect(plan([job({ status: 'Unconfirmed', sentAt: START })]).moves).toBe(true);
  });

  test('has none once the account is stopped with nothing under way, or when only the user can decide', () => {
    expect(plan(queued(3), stopped)).toMatchObject({ moves: false, wakeAt: null, sends: [] });
    expect(plan([job({ status: 'Unconfirmed', sentAt: START, code: 'never_appeared' })]).moves).toBe(false);
    expect(plan([])).toMatchObject({ moves: false, wakeAt: null });
  });

  test('is woken when a told wait is over', () => {
    const waiting = { ...UNKNOWN_ACCOUNT, notBefore: START + 5 * MINUTE };
    expect(plan(queued(3), waiting).wakeAt).toBe(START + 5 * MINUTE);
    expect(plan(queued(3, 'run', { dueAt: START + 2 * MINUTE })).wakeAt).toBe(START + 2 * MINUTE);
  });
});

describe('for every ledger and account', () => {
  const ledgers = fc.uniqueArray(
    anyJob.filter(({ status }) => isOpen(status)),
    { selector: ({ id }) => id, maxLength: 10 },
  );
  const accounts = fc.constantFrom(UNKNOWN_ACCOUNT, stopped, {
    ...UNKNOWN_ACCOUNT,
    notBefore: START + MINUTE,
  });
  const options = cases(500, 13);

  test('a pass either settles dead claims, or sends, or asks', () => {
    fc.assert(
      fc.property(ledgers, accounts, (own, account) => {
        const { lapsed, sends, asks } = plan(own, account);
        expect([lapsed, sends, asks].filter((list) => list.length > 0).length).toBeLessThanOrEqual(1);
      }),
      options,
    );
  });

  test('while anything moves there is a moment to look again, unless it waits for a free slot', () => {
    fc.assert(
      fc.property(ledgers, accounts, (own, account) => {
        const { moves, wakeAt } = plan(own, account);
        expect(moves).toBe(own.some((each) => movesByItself(each, account, START)));
        if (!moves) expect(wakeAt).toBeNull();
        else if (own.some(({ status }) => status === 'Rendering' || status === 'Submitting')) {
          expect(wakeAt).not.toBeNull();
        }
      }),
      options,
    );
  });

  test('nothing is sent or asked before the named moment', () => {
    fc.assert(
      fc.property(ledgers, accounts, (own, account) => {
        const { wakeAt } = plan(own, account);
        if (wakeAt === null || wakeAt <= START) return;
        const before = plan(own, account, wakeAt - 1);
        expect([before.lapsed, before.sends, before.asks]).toEqual([[], [], []]);
      }),
      options,
    );
  });
});
