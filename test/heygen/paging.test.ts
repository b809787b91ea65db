import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asked } from '../../src/app/ports/heygen.ts';
import { everyPage, type Page } from '../../src/heygen/paging.ts';
import { cases } from '../cases.ts';

function answered<Item>(items: readonly Item[], hasMore: boolean, nextToken: string): Asked<Page<Item>> {
  return { ok: true, value: { items, unreadable: 0, hasMore, nextToken } };
}

test('every page is asked for once, in order, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(), { maxLength: 5 }), { minLength: 1, maxLength: 20 }), (pages) => {
      const asked: string[] = [];
      const all = everyPage((token) => {
        asked.push(token);
        const number = token === '' ? 0 : Number(token);
        const hasMore = number < pages.length - 1;
        return answered(pages[number] ?? [], hasMore, hasMore ? String(number + 1) : '');
      });
      expect(all).toEqual({
        ok: true,
        value: { items: pages.flat(), unreadable: 0, complete: true },
      });
      expect(asked).toEqual(pages.map((_, n) => (n === 0 ? '' : String(n))));
    }),
    cases(100, 5),
  );
});

test('a cursor that turns in a circle ends, and the list is not called complete', () => {
  let count = 0;
  const all = everyPage((token) => {
    count++;
    return answered([count], true, token === 'a' ? 'b' : 'a');
  });
  expect(all).toEqual({ ok: true, value: { items: [1, 2, 3], unreadable: 0, complete: false } });
});

test('a page that promises more without a token is not called complete', () => {
  expect(everyPage(() => answered([1], true, ''))).toEqual({
    ok: true,
    value: { items: [1], unreadable: 0, complete: false },
  });
});

test('a list without an end is left after 200 pages', () => {
  let count = 0;
  const all = everyPage(() => {
    count++;
    return answered([count], true, `t${count}`);
  });
  expect(count).toBe(200);
  expect(all).toMatchObject({ value: { complete: false } });
});

test('the last page is complete even when it is also enough', () => {
  expect(
    everyPage(
      () => answered([1], false, ''),
      () => true,
    ),
  ).toMatchObject({ value: { complete: true } });
});

test('a list with an entry that cannot be read is gone through to its end, and is not called complete', () => {
  const all = everyPage((token) => {
    const first = token === '';
    return {
      ok: true,
      value: { items: [token], unreadable: first ? 2 : 0, hasMore: first, nextToken: first ? 'b' : '' },
    };
  });
  expect(all).toEqual({ ok: true, value: { items: ['', 'b'], unreadable: 2, complete: false } });
});
