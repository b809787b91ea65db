import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINK_COLUMNS } from '../../../src/core/heygen/video-links.ts';
import { UNKNOWN_BATCH } from '../../../src/core/jobs/job.ts';
import { fromLine, LEDGER_COLUMNS, toLine } from '../../../src/core/jobs/ledger-line.ts';
import { cases } from '../../cases.ts';
import { anyJob, job } from './jobs.ts';

test('every job comes back from its line as it went in', () => {
  fc.assert(
    fc.property(anyJob, (each) => {
      expect(fromLine(toLine(each))).toEqual(each);
    }),
    cases(1000, 6),
  );
});

test('every field of a job has its own column', () => {
  expect(toLine(job())).toHaveLength(LEDGER_COLUMNS.length);
  expect(new Set(LEDGER_COLUMNS).size).toBe(LEDGER_COLUMNS.length);
  expect(Object.keys(job())).toHaveLength(LEDGER_COLUMNS.length);
});

test('the columns keep their words and places: every ledger that was ever written begins with them', () => {
  const first =
    'job status shown tab owner asked_at send_as attempt key item batch_id video_id sent_at claimed_at checked_at ' +
    'seen absent_since due_at outages code problem seconds video_url video_page thumbnail person print template ' +
    'gif_url captioned_video_url subtitle_url folder_id';
  expect(LEDGER_COLUMNS.slice(0, 32)).toEqual(first.split(' '));
});

test('a line of an earlier version is read: what stood for nothing means nothing', () => {
  const cells = toLine(job({ status: 'Rendering', batch: UNKNOWN_BATCH }));
  const old = new Map([
    ['item', '-1'],
    ['seconds', '0'],
    ['batch_id', '?'],
    ['template', ''],
  ]);
  const line = cells.slice(0, 27).map((cell, at) => old.get(LEDGER_COLUMNS[at] ?? '') ?? cell);
  expect(fromLine(line)).toEqual(job({ status: 'Rendering', batch: UNKNOWN_BATCH }));
});

test('a job that was read goes back as its line stood, and one that has changed since as it is', () => {
  const line = [...toLine(job({ status: 'Rendering' }))];
  line[LEDGER_COLUMNS.indexOf('attempt')] = 'by hand';
  const read = fromLine(line);
  if (read === null) throw new Error('The line holds a job.');
  expect(toLine(read)).toEqual(line);
  expect(toLine({ ...read, code: 'x' })).toEqual(toLine(job({ status: 'Rendering', code: 'x' })));
});

test('a link stands in the ledger under the name of its column', () => {
  for (const { name } of LINK_COLUMNS) {
    expect(toLine(job({ [name]: 'https://files.example/x' }))[LEDGER_COLUMNS.indexOf(name)]).toBe(
      'https://files.example/x',
    );
  }
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
    cases(100, 7),
  );
});
