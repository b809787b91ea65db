import { expect, test } from 'vitest';
import { pastRuns, runsCsv } from '../../../src/core/jobs/runs.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';
import { MINUTE, queued, START } from './jobs.ts';

const [first, second, third] = queued(3, 'aaaaaaaa', { estimatedUsd: 2, owner: '=HYPERLINK("x")' });
const [later] = queued(1, 'bbbbbbbb', { askedAt: START + MINUTE, estimatedUsd: 1 });
if (first === undefined || second === undefined || third === undefined || later === undefined) {
  throw new Error('There are four jobs.');
}
const runs = pastRuns(
  [{ ...first, status: 'Done' }, { ...second, status: 'Failed' }, third, later],
  PUBLISHED_PRICES,
);

test('a run is counted by what became of its videos, and what failed costs nothing', () => {
  expect(runs.map(({ run, done, failed, open, usd }) => [run, done, failed, open, usd])).toEqual([
    ['bbbbbbbb', 0, 0, 1, 1],
    ['aaaaaaaa', 1, 1, 1, 4],
  ]);
});

test('the file holds every run, and nothing that a spreadsheet reads as a formula', () => {
  expect(runsCsv(runs).split('\r\n')).toEqual([
    'run,when,who,rows,done,failed,under way,cost (USD)',
    'bbbbbbbb,2026-11-01T09:01:00.000Z,ana,1,0,0,1,1.00',
    'aaaaaaaa,2026-11-01T09:00:00.000Z,"\'=HYPERLINK(""x"")",3,1,1,1,4.00',
    '',
  ]);
});
