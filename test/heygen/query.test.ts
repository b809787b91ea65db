import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASE, halves, statusChunks, statusesPath } from '../../src/heygen/query.ts';
import { cases } from '../cases.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 400 });

test('each call asks for at most 100 ids in at most 2,000 characters, and every id is asked for once', () => {
  fc.assert(
    fc.property(ids, ids, (videoIds, batchIds) => {
      const chunks = statusChunks([...videoIds, ...videoIds, ''], batchIds);
      for (const chunk of chunks) {
        expect(chunk.videoIds.length + chunk.batchIds.length).toBeLessThanOrEqual(100);
        expect(BASE.length + statusesPath(chunk).length).toBeLessThanOrEqual(2_000);
      }
      expect(chunks.flatMap((chunk) => chunk.videoIds)).toEqual(videoIds);
      expect(chunks.flatMap((chunk) => chunk.batchIds)).toEqual(batchIds);
    }),
    cases(100, 11),
  );
});

test('a call with batches leaves room for a cursor', () => {
  const batchIds = Array.from({ length: 100 }, (_, n) => `${n}`.padStart(36, 'b'));
  for (const chunk of statusChunks([], batchIds)) {
    expect(BASE.length + statusesPath(chunk).length).toBeLessThanOrEqual(1_500);
  }
});

test('short ids fill a call up to its 100', () => {
  const videoIds = Array.from({ length: 200 }, (_, n) => `v${n}`);
  expect(statusChunks(videoIds, []).map((chunk) => chunk.videoIds.length)).toEqual([100, 100]);
});

test('halves hold all ids between them and end at single ids', () => {
  fc.assert(
    fc.property(ids, ids, (videoIds, batchIds) => {
      const parts = halves({ videoIds, batchIds });
      if (parts === null) {
        expect(videoIds.length + batchIds.length).toBeLessThan(2);
        return;
      }
      const sizes = parts.map((part) => part.videoIds.length + part.batchIds.length);
      expect(Math.abs((sizes[0] ?? 0) - (sizes[1] ?? 0))).toBeLessThanOrEqual(1);
      expect(parts.flatMap((part) => part.videoIds)).toEqual(videoIds);
      expect(parts.flatMap((part) => part.batchIds)).toEqual(batchIds);
    }),
    cases(100, 13),
  );
});
