import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLine, LEDGER_COLUMNS, toLine } from '../../../src/core/jobs/ledger-line.ts';
import { anyJob, job } from './jobs.ts';

test('every job comes back from its line as it went in', () => {
  fc.assert(
    fc.property(anyJob, (each) => {
      expect(fromLine(toLine(each))).toEqual(each);
    }),
    { seed: 6, numRuns: 1_000 },
  );
});

test('every field of a job has its own column', () => {
  expect(toLine(job())).toHaveLength(LEDGER_COLUMNS.length);
  expect(new Set(LEDGER_COLUMNS).size).toBe(LEDGER_COLUMNS.length);
  expect(Object.keys(job())).toHaveLength(LEDGER_COLUMNS.length);
});

test('a line that holds no job is told apart, and never throws', () => {
  expect(fromLine([])).toBeNull();
  expect(fromLine(['', 'Done'])).toBeNull();
  expect(fromLine(['run-1-1', 'finished'])).toBeNull();
  expect(fromLine(['run-1-1', 'constructor'])).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 30 }), (cells) => {
      const back = fromLine(['run-1-1', 'Rendering', ...cells]);
      expect(back?.status).toBe('Rendering');
      for (const value of Object.values(back ?? {})) expect(value).not.toBeNaN();
    }),
    { seed: 7 },
  );
});
