import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import type { VideoRequest } from '../../../src/core/heygen/video-request.ts';
import { requestFields, requestJson } from '../../../src/core/jobs/request-json.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';
import { ANY_ROW, KNOWN } from '../request/random-rows.ts';

test('whatever was written before, a request is written as JSON.stringify writes it, and so is each of its fields', () => {
  const anyRequests = fc.array(ANY_ROW, { minLength: 1, maxLength: 6 }).map((rows) =>
    rows.flatMap((cells): VideoRequest[] => {
      const table = readTable([Object.keys(cells), Object.values(cells)]);
      const [row] = table.rows;
      const asked = row === undefined ? null : requestOf(table, row, {}, KNOWN);
      return asked?.ok === true ? [asked.value.request] : [];
    }),
  );
  fc.assert(
    fc.property(anyRequests, (requests) => {
      // Each after each: what two neighbours have in common is written once.
      for (const request of [...requests, ...requests, ...[...requests].reverse()]) {
        expect(requestJson(request)).toBe(JSON.stringify(request));
        expect(requestFields(request).map(({ part }) => part)).toEqual(
          Object.entries(request).map(([name, value]) => [name, fingerprint(JSON.stringify(value))]),
        );
      }
    }),
    cases(200, 20260411),
  );
});
