import { describe, expect, it } from 'vitest';
import { AccountVerdict } from '../../src/cli/account-verdict.ts';
import { queuedCodes } from '../../src/cli/queued-codes.ts';
import type { FetchRecord } from '../../src/emulator/execution.ts';

const fetched = (method: string, status: number | null): FetchRecord => ({
  method,
  url: 'https://api.heygen.com/v3/videos',
  status,
  tookMs: 1,
  at: 0,
});

/** The status that stopped a run with these answers, rows and codes of waiting jobs. */
function stopped(
  answers: readonly (readonly [string, number])[],
  counts: Readonly<Record<string, number>>,
  codes: readonly string[] = [],
): number {
  const verdict = new AccountVerdict();
  verdict.hear(answers.map(([method, status]) => fetched(method, status)));
  return verdict.stoppedBy(counts, codes);
}

describe('what has stopped a run', () => {
  it('is the last answer to a POST, while rows are queued', () => {
    expect(
      stopped(
        [
          ['POST', 402],
          ['GET', 200],
        ],
        { Queued: 2 },
      ),
    ).toBe(402);
    expect(
      stopped(
        [
          ['POST', 402],
          ['GET', 200],
        ],
        { Done: 2 },
      ),
    ).toBe(0);
    expect(stopped([['GET', 401]], { Rendering: 1 })).toBe(401);
    expect(stopped([['POST', 200]], { Queued: 1 })).toBe(0);
  });

  it.each([
    ['insufficient_credit', 402],
    ['quota_exceeded', 402],
    ['unauthorized', 401],
    ['forbidden', 403],
    ['rate_limit_exceeded', 0],
  ])('is what queued jobs were told, whatever the HTTP statuses were: %s', (code, status) => {
    expect(
      stopped(
        [
          ['POST', 200],
          ['GET', 200],
        ],
        { Queued: 1, Done: 3 },
        [code],
      ),
    ).toBe(status);
  });
});

it('the ledger tells why jobs are queued', () => {
  const lines = [
    ['job', 'status', 'code'],
    ['a', 'Queued', 'insufficient_credit'],
    ['b', 'Queued', ''],
    ['c', 'Failed', 'invalid_parameter'],
    ['d', 'Queued', 'insufficient_credit'],
  ];
  const sheet = { name: 'Reelmerge jobs' };
  expect(queuedCodes({ sheets: () => [sheet], displayValues: () => lines })).toEqual(['insufficient_credit']);
  expect(queuedCodes({ sheets: () => [], displayValues: () => [] })).toEqual([]);
});
