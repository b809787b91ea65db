import { expect, test } from 'vitest';
import { pastRuns, runsCsv } from '../../../src/core/jobs/runs.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';
import { MINUTE, queued, START } from './jobs.ts';

const [first, second, third] = queued(3, 'aaaaaaaa', { estimatedUsd: 2, owner: '=HYPERLINK("x")' });
const [fourth] = queued(1, 'aaaaaaaa', { id: 'aaaaaaaa-1-4' });
const [later] = queued(1, 'bbbbbbbb', { askedAt: START + MINUTE, estimatedUsd: 1 });
if (
  first === undefined ||
  second === undefined ||
  third === undefined ||
  fourth === undefined ||
  later === undefined
) {
  throw new Error('There are five jobs.');
}
const runs = pastRuns(
  [
    { ...first, status: 'Done', calls: 1.5 },
    { ...second, status: 'Failed', calls: 0.333333 },
    { ...third, calls: 0.333333 },
    { ...fourth, status: 'Cancelled' },
    later,
  ],
  PUBLISHED_PRICES,
);

test('a run is counted by what became of its videos, and what failed costs nothing', () => {
  expect(
    runs.map(({ run, done, failed, cancelled, open, usd, calls }) => [
      run,
      done,
      failed,
      cancelled,
      open,
      usd,
      calls,
    ]),
  ).toEqual([
    ['bbbbbbbb', 0, 0, 0, 1, 1, 0],
    ['aaaaaaaa', 1, 1, 1, 1, 4, 2],
  ]);
});

test('the file holds every run, and nothing that a spreadsheet reads as a formula', () => {
  expect(runsCsv(runs).split('\r\n')).toEqual([
    'run,when,who,rows,done,failed,cancelled,under way,cost (USD),calls',
    'bbbbbbbb,2026-11-01T09:01:00.000Z,ana,1,0,0,0,1,1.00,0',
    'aaaaaaaa,2026-11-01T09:00:00.000Z,"\'=HYPERLINK(""x"")",4,1,1,1,1,4.00,2',
    '',
  ]);
});
