import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDeleted } from '../../../src/core/jobs/deleted-video.ts';
import { outputOf } from '../../../src/core/jobs/row-output.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { cases } from '../../cases.ts';
import { anyEvent, anyJob, START } from './jobs.ts';

const CASES = cases(2000, 20261101);

describe('a job whose video was deleted', () => {
  test('was Done and stays so: in every other status the deletion changes nothing', () => {
    fc.assert(
      fc.property(anyJob, (before) => {
        const after = transition(before, { type: 'deleted' }, START);
        expect(isDeleted(after)).toBe(before.status === 'Done');
        if (before.status !== 'Done') {
          expect(after).toBe(before);
          return;
        }
        const { id, videoId, seconds, shown, sourcePrints, requestPrint, owner, attempt } = before;
        expect(after).toMatchObject({
          id,
          videoId,
          seconds,
          shown,
          sourcePrints,
          requestPrint,
          owner,
          attempt,
        });
      }),
      CASES,
    );
  });

  test('shows no link in its row, and how to have it made again', () => {
    fc.assert(
      fc.property(anyJob, (before) => {
        if (before.status !== 'Done') return;
        const output = outputOf(transition(before, { type: 'deleted' }, START), START);
        expect(JSON.stringify(output)).not.toContain('http');
        expect(output.status).toBe('Done');
        expect(output.problem).toContain('“Render selected rows again…”');
      }),
      CASES,
    );
  });

  test('gets its video back by no late news', () => {
    fc.assert(
      fc.property(anyJob, fc.array(anyEvent, { maxLength: 8 }), (before, events) => {
        if (before.status !== 'Done') return;
        const deleted = transition(before, { type: 'deleted' }, START);
        const after = events.reduce((at, event) => transition(at, event, START), deleted);
        expect({ ...after, shown: null }).toEqual({ ...deleted, shown: null });
        expect(transition(deleted, { type: 'deleted' }, START)).toBe(deleted);
      }),
      CASES,
    );
  });
});
