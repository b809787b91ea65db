import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BATCH_LIMIT,
  batchOf,
  batchSearch,
  isJobId,
  jobId,
  taggedJob,
  taggedTitle,
} from '../../../src/core/jobs/job-id.ts';
import { cases } from '../../cases.ts';

const run = fc.stringMatching(/^[a-z0-9]{8}$/);
const index = fc.nat(99_999);

describe('a job id', () => {
  test('is found again at the end of any title', () => {
    fc.assert(
      fc.property(run, index, fc.string({ unit: 'grapheme' }), (name, at, title) => {
        expect(taggedJob(taggedTitle(title, jobId(name, at)))).toBe(jobId(name, at));
      }),
      cases(100, 1),
    );
  });

  test('is its own for every row of a run, and a batch holds a hundred of them', () => {
    const ids = Array.from({ length: 1_234 }, (_, at) => jobId('run', at));
    expect(new Set(ids).size).toBe(ids.length);
    const sizes = new Map<string, number>();
    for (const id of ids) sizes.set(batchOf(id), (sizes.get(batchOf(id)) ?? 0) + 1);
    expect([...sizes.values()]).toEqual([...Array(12).fill(BATCH_LIMIT), 34]);
  });

  test('is told from other texts of a cell', () => {
    expect(isJobId(jobId('abcd1234', 100))).toBe(true);
    for (const text of ['', 'Engineer', 'abcd1234', 'abcd1234-1', 'ABCD1234-1-1', 'x abcd1234-1-1']) {
      expect(isJobId(text)).toBe(false);
    }
  });

  test('is not read from a title in which the tag is not the last word', () => {
    for (const title of ['', 'rm-abc-1-1 final cut', 'alarm-abc-1-1', 'rm-abc-1', 'RM-ABC-1-1']) {
      expect(taggedJob(title)).toBe('');
    }
    expect(taggedJob('rm-abc-1-1 ')).toBe('abc-1-1');
  });
});

describe('the search for a batch', () => {
  test('finds the titles of that batch and of no other', () => {
    fc.assert(
      fc.property(run, index, index, fc.constantFrom('', 'Hello'), (name, one, other, title) => {
        const found = taggedTitle(title, jobId(name, other)).includes(batchSearch(batchOf(jobId(name, one))));
        expect(found).toBe(batchOf(jobId(name, one)) === batchOf(jobId(name, other)));
      }),
      cases(100, 2),
    );
  });
});
