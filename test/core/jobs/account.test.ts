import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AccountMemory,
  learn,
  outageDelay,
  slotsToTry,
  UNKNOWN_ACCOUNT,
} from '../../../src/core/jobs/account.ts';
import { cases } from '../../cases.ts';
import { MINUTE, problem, START } from './jobs.ts';

const taught = (...lessons: Parameters<typeof learn>[1][]): AccountMemory =>
  lessons.reduce((account, lesson) => learn(account, lesson, START), UNKNOWN_ACCOUNT);

describe('what an account teaches', () => {
  test('more videos at once than expected raise the number of slots', () => {
    expect(taught({ type: 'accepted', inFlight: 14 }).slots).toBe(14);
    expect(taught({ type: 'accepted', inFlight: 3 }).slots).toBe(10);
  });

  test('a 429 tells how many slots there are, and no POST is made before the told wait is over', () => {
    const account = taught({ type: 'full', inFlight: 4, problem: problem('wait', { waitSeconds: 42 }) });
    expect(account).toMatchObject({ slots: 4, notBefore: START + 42_000 });
    expect(slotsToTry(account, START + 14 * MINUTE)).toBe(4);
    expect(slotsToTry(account, START + 16 * MINUTE)).toBe(5);
  });

  test('a 429 with nothing of ours in flight never leaves an account without a slot', () => {
    expect(taught({ type: 'full', inFlight: 0, problem: problem('wait') }).slots).toBe(10);
  });

  test('batches are known to queue once their members were seen without a surplus, and not after one', () => {
    expect(taught({ type: 'batch-items-seen', surplus: false }).batches).toBe('queue');
    expect(taught({ type: 'batch-items-seen', surplus: true }).batches).toBe('none');
    expect(taught({ type: 'batches-refused' }, { type: 'batch-items-seen', surplus: false }).batches).toBe(
      'none',
    );
  });

  test('a stop holds until the user asks again, or a POST is accepted', () => {
    const stopped = taught({ type: 'stopped', problem: problem('stop', { httpStatus: 402 }) });
    expect(stopped.stopped).toMatchObject({ httpStatus: 402 });
    expect(learn(stopped, { type: 'user-asks-again' }, START).stopped).toBeNull();
    expect(learn(stopped, { type: 'accepted', inFlight: 1 }, START).stopped).toBeNull();
  });

  test('each further outage waits about twice as long, up to about half an hour', () => {
    const delays = Array.from({ length: 40 }, (_, at) => outageDelay(at, 0.5));
    expect(delays.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(Math.max(...delays)).toBe(30 * MINUTE);
    expect(taught({ type: 'outage', jitter: 0.5 }, { type: 'outage', jitter: 0.5 }).notBefore).toBe(
      START + 60_000,
    );
  });

  test('the delay after an outage wanders by a quarter, so that two executions do not move in step', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (outages, jitter) => {
          const middle = outageDelay(outages, 0.5);
          expect(outageDelay(outages, jitter)).toBeGreaterThanOrEqual(Math.floor(middle * 0.75));
          expect(outageDelay(outages, jitter)).toBeLessThanOrEqual(Math.ceil(middle * 1.25));
        },
      ),
      cases(100, 5),
    );
  });
});
