import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountMemory, UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { type ClaimRoom, isRepeatable, type Send, sendsOf } from '../../../src/core/jobs/batch.ts';
import { NO_LIMIT } from '../../../src/core/jobs/feeding.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { BATCH_LIMIT, batchOf } from '../../../src/core/jobs/job-id.ts';
import { cases } from '../../cases.ts';
import { anyJob, job, MINUTE, problem, queued, START } from './jobs.ts';

const ROOM: ClaimRoom = { batches: 10, singles: 20 };
const HOUR = 60 * MINUTE;

/** An account whose limit was learned just now, so that no extra slot is tried. */
const account = (fields: Partial<AccountMemory> = {}): AccountMemory => ({
  ...UNKNOWN_ACCOUNT,
  slotsAt: START,
  ...fields,
});

const shape = (sends: readonly Send[]): string[] => sends.map((send) => `${send.as} of ${send.jobs.length}`);

const sent = (jobs: readonly Job[], fields: Partial<AccountMemory> = {}, now = START): Send[] =>
  sendsOf(jobs, account(fields), now, ROOM, NO_LIMIT);

describe('what is sent', () => {
  test('several rows go as batches of at most a hundred, in the order of the ledger', () => {
    const sends = sent(queued(250));
    expect(shape(sends)).toEqual(['batch of 100', 'batch of 100', 'batch of 50']);
    expect(sends.flatMap((send) => send.jobs)).toEqual(queued(250));
  });

  test('a batch holds the rows of one folder, and each folder gets a key of its own', () => {
    const jobs = queued(6).map((each, at) => ({
      ...each,
      folderId: [null, 'spring', 'fall'][at % 3] ?? null,
    }));
    const sends = sent(jobs);
    expect(sends.map((send) => send.jobs.map(({ folderId }) => folderId))).toEqual([
      [null, null],
      ['spring', 'spring'],
      ['fall', 'fall'],
    ]);
    expect(new Set(sends.map(({ key }) => key)).size).toBe(3);
  });

  test('one row goes alone', () => {
    expect(shape(sent(queued(1)))).toEqual(['single of 1']);
  });

  test('one row waits in the queue of HeyGen, when it has one, and here when it has none', () => {
    const full = queued(10, 'full', { status: 'Rendering' });
    expect(shape(sent([...full, ...queued(1)], { batches: 'queue' }))).toEqual(['batch of 1']);
    expect(shape(sent([...full, ...queued(1)], { batches: 'unknown' }))).toEqual([]);
  });

  test('an account without batches gets single rows, no more than it has free slots', () => {
    const rendering = queued(4, 'first', { status: 'Rendering' });
    expect(shape(sent([...rendering, ...queued(50)], { batches: 'none' }))).toEqual(
      Array(6).fill('single of 1'),
    );
  });

  test('rows that another execution is about to send take slots too', () => {
    const claimed = queued(10, 'first', { status: 'Submitting', sendAs: 'single', claimedAt: START });
    expect(sent([...claimed, ...queued(50)], { batches: 'none' })).toEqual([]);
  });

  test('a quarter of an hour after the limit was learned one slot more is tried', () => {
    const rendering = queued(10, 'first', { status: 'Rendering' });
    const jobs = [...rendering, ...queued(5)];
    expect(sent(jobs, { batches: 'none' }, START + 14 * MINUTE)).toEqual([]);
    expect(shape(sent(jobs, { batches: 'none' }, START + 15 * MINUTE))).toEqual(['single of 1']);
  });

  test('nothing goes while the account is stopped or was told to wait', () => {
    const { code, message, httpStatus } = problem('stop');
    expect(sent(queued(3), { stopped: { code, message, httpStatus } })).toEqual([]);
    expect(sent(queued(3), { notBefore: START + 1 })).toEqual([]);
    expect(shape(sent(queued(3), { notBefore: START }))).toEqual(['batch of 3']);
  });

  test('a row that found no slot in a batch goes alone from then on, and the others as a batch', () => {
    const jobs = queued(4).map((each, at) => (at === 0 ? { ...each, sendAs: 'single' as const } : each));
    expect(shape(sent(jobs, { batches: 'queue' })).sort()).toEqual(['batch of 3', 'single of 1']);
  });

  test('a batch proven absent goes again as it went, whatever the account has learned meanwhile', () => {
    const absent = queued(1, 'run', { key: 'k1', sentAt: START - HOUR, sendAs: 'batch' });
    const [send] = sent(absent, { batches: 'none' });
    expect(send).toMatchObject({ as: 'batch', key: 'k1' });
  });

  test('a lost single is repeated under its key for less than a day, a lost batch never', () => {
    const lost = job({ status: 'Unconfirmed', sendAs: 'single', key: 'k1', sentAt: START });
    expect(sent([lost])[0]).toMatchObject({ as: 'single', key: 'k1' });
    expect(sent([{ ...lost, dueAt: START + 1 }])).toEqual([]);
    expect(isRepeatable(lost, START + 22 * HOUR)).toBe(true);
    expect(isRepeatable(lost, START + 24 * HOUR)).toBe(false);
    expect(isRepeatable({ ...lost, sendAs: 'batch' }, START)).toBe(false);
  });
});

describe('for every ledger and every account', () => {
  const anyAccount = fc.record({
    batches: fc.constantFrom('unknown' as const, 'queue' as const, 'none' as const),
    slots: fc.integer({ min: 1, max: 20 }),
    slotsAt: fc.constantFrom(0, START),
    notBefore: fc.constantFrom(0, START + MINUTE),
  });
  const anyRoom = fc.record({ batches: fc.nat(3), singles: fc.nat(5) });
  const ledgers = fc.uniqueArray(anyJob, { selector: ({ id }) => id, maxLength: 15 });
  const law = (check: (sends: Send[], jobs: Job[], memory: AccountMemory, room: ClaimRoom) => void): void =>
    fc.assert(
      fc.property(ledgers, anyAccount, anyRoom, (jobs, learned, room) => {
        const memory = account(learned);
        check(sendsOf(jobs, memory, START, room, NO_LIMIT), jobs, memory, room);
      }),
      cases(700, 20261102),
    );

  test('no more is claimed than there is room and slots for', () => {
    law((sends, jobs, memory, room) => {
      const singles = sends.filter((send) => send.as === 'single').length;
      const inFlight = jobs.filter(({ status }) => status === 'Rendering' || status === 'Submitting').length;
      const slots = memory.slots + (memory.slotsAt === 0 ? 1 : 0);
      expect(sends.length - singles).toBeLessThanOrEqual(room.batches);
      expect(singles).toBeLessThanOrEqual(Math.max(0, Math.min(room.singles, slots - inFlight)));
    });
  });

  test('no job is in two POSTs, and only what is queued or may be repeated is sent, when it is due', () => {
    law((sends) => {
      const jobs = sends.flatMap((send) => send.jobs);
      expect(new Set(jobs).size).toBe(jobs.length);
      for (const each of jobs) {
        expect(each.status === 'Queued' || isRepeatable(each, START)).toBe(true);
        expect(each.dueAt ?? 0).toBeLessThanOrEqual(START);
      }
    });
  });

  test('a POST holds the jobs of one batch, at most a hundred, and a single holds one', () => {
    law((sends) => {
      for (const send of sends) {
        expect(send.jobs.length).toBeGreaterThan(0);
        expect(send.jobs.length).toBeLessThanOrEqual(send.as === 'single' ? 1 : BATCH_LIMIT);
        if (send.jobs.every(({ key }) => key === null)) {
          expect(new Set(send.jobs.map(({ id, folderId }) => `${batchOf(id)} ${folderId}`)).size).toBe(1);
        }
      }
    });
  });

  test('a job that has a key goes under it, and two POSTs of one pass never share a key', () => {
    law((sends) => {
      for (const send of sends) for (const { key } of send.jobs) if (key !== null) expect(send.key).toBe(key);
      const batchKeys = sends.filter(({ as }) => as === 'batch').map(({ key }) => key);
      expect(new Set(batchKeys).size).toBe(batchKeys.length);
      for (const { key } of sends) expect(key).toMatch(/^[A-Za-z0-9_:.-]{1,255}$/);
    });
  });
});
