import { describe, expect, it } from 'vitest';
import { endedWords, noteWithSummary, readableTime, runsEndedBy } from '../../../src/core/jobs/ended-run.ts';
import type { JobStatus } from '../../../src/core/jobs/status.ts';
import { OUTPUT_COLUMNS } from '../../../src/core/output-columns.ts';
import { job } from './jobs.ts';

const of = (id: string, status: JobStatus) => job({ id, status });

describe('a run has ended', () => {
  it.each<[string, JobStatus, JobStatus, string[]]>([
    ['when its last video is there', 'Done', 'Done', ['run']],
    ['when its last video failed', 'Failed', 'Cancelled', ['run']],
    ['not while another of its videos is made', 'Done', 'Rendering', []],
    ['not while another of its rows waits for the user', 'Done', 'Unconfirmed', []],
    ['without a word when its last rows were only taken back', 'Cancelled', 'Done', []],
  ])('%s', (_, last, other, ended) => {
    const one = of('run-1-1', last);
    expect(runsEndedBy([one], [one, of('run-1-2', other), of('next-1-1', 'Queued')])).toEqual(ended);
  });
});

it('its counts leave out what did not happen', () => {
  expect(endedWords({ done: 1, failed: 0, cancelled: 0 })).toBe('1 video done');
  expect(endedWords({ done: 38, failed: 2, cancelled: 1 })).toBe('38 videos done, 2 failed, 1 cancelled');
  expect(endedWords({ done: 0, failed: 5, cancelled: 0 })).toBe('5 videos failed');
});

it('a time is written as people write it, whatever their country', () => {
  expect(readableTime('2026-11-29 14:05')).toBe('29 Nov 2026, 14:05');
  expect(readableTime('2026-03-01 09:00')).toBe('1 Mar 2026, 09:00');
});

describe('the note on the header', () => {
  const ours = OUTPUT_COLUMNS[0].note;
  const summary = 'Run of 1 Mar 2026, 09:00: 1 video done. Written by Reelmerge.';
  const earlier = 'Run of 28 Feb 2026, 09:00: 2 videos done. Written by Reelmerge.';

  it.each([
    ['ours', ours, `${ours}\n${summary}`],
    ['ours with an earlier summary', `${ours}\n${earlier}`, `${ours}\n${summary}`],
    ['an earlier summary alone', earlier, summary],
    ['none', '', summary],
  ])('takes a summary when there is %s', (_, before, after) => {
    expect(noteWithSummary(before, summary)).toBe(after);
  });

  it.each([
    'Ask Bob.',
    'Run of luck',
    ` ${earlier}`,
    `${ours}\nAsk Bob.`,
    `${ours}\n${earlier}\n`,
    `${ours}\n${earlier} Ask Bob.`,
    `Ask Bob.\n${ours}`,
  ])('%j is the user’s and stays', (before) => {
    expect(noteWithSummary(before, summary)).toBeNull();
  });
});
