import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookPatch, patchedBook } from '../../src/page/book-patch.ts';
import {
  afterNews,
  type BookView,
  emptyState,
  type RowView,
  type SheetView,
} from '../../src/page/page-state.ts';

const EMPTY = emptyState({ title: 'a.csv', mode: 'bound', heygen: null });

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'b'),
  fc.record({ text: fc.constantFrom('1', '2'), note: fc.constant('n') }),
);

const sheet = (gid: number): fc.Arbitrary<SheetView> =>
  fc
    .array(
      fc.record({ hidden: fc.constantFrom(null, 'user' as const), cells: fc.array(cell, { maxLength: 3 }) }),
      {
        maxLength: 5,
      },
    )
    .map((rows) => ({
      gid,
      name: `Sheet${gid}`,
      hidden: false,
      maxRows: 1000,
      maxColumns: 26,
      filter: null,
      rows: rows.map((row, at) => ({ number: at + 1, ...row })),
    }));

const book: fc.Arbitrary<BookView> = fc
  .tuple(fc.subarray([0, 7, 9]), sheet(0), sheet(7), sheet(9))
  .map(([gids, ...sheets]) => ({
    active: gids[0] ?? 0,
    selection: null,
    sheets: sheets.filter(({ gid }) => gids.includes(gid)),
  }));

test('a page that hears of every change shows the same book as one that is opened now', () => {
  fc.assert(
    fc.property(fc.array(book, { minLength: 1, maxLength: 6 }), (books) => {
      let before: BookView = EMPTY.book;
      let state = EMPTY;
      for (const next of books) {
        state = afterNews(state, { kind: 'book', book: bookPatch(before, next) });
        before = next;
      }
      expect(state.book).toEqual(before);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('of a sheet in which one cell changed, one row is told', () => {
  const row = (number: number, text: string) => ({ number, hidden: null, cells: [text] });
  const sheetOf = (...texts: string[]): BookView => ({
    active: 0,
    selection: null,
    sheets: [
      {
        gid: 0,
        name: 'S',
        hidden: false,
        maxRows: 9,
        maxColumns: 9,
        filter: null,
        rows: texts.map((text, at) => row(at + 1, text)),
      },
    ],
  });
  const patch = bookPatch(sheetOf('a', 'b', 'c'), sheetOf('a', 'B', 'c'));
  expect(patch.sheets[0]?.rows).toEqual([row(2, 'B')]);
});

test('the log keeps the newest', () => {
  let state = EMPTY;
  for (let at = 0; at < 400; at += 1) {
    const entry = { at, tone: 'plain' as const, text: '', details: [] };
    state = afterNews(state, { kind: 'log', entries: [entry] });
  }
  expect(state.log.length).toBe(300);
  expect(state.log.at(-1)?.at).toBe(399);
});

test('a sorted sheet is told by where its rows came from, and each open page gets the same sheet', () => {
  const rows = Array.from(
    { length: 300 },
    (_, at): RowView => ({ number: at + 1, hidden: null, cells: [`row ${at}`] }),
  );
  const book = (lines: readonly RowView[]): BookView => ({
    active: 1,
    selection: null,
    sheets: [{ gid: 1, name: 'S', hidden: false, maxRows: 400, maxColumns: 9, filter: null, rows: lines }],
  });
  const before = book(rows);
  const sorted = [...rows].reverse().map((row, at): RowView => ({ ...row, number: at + 1 }));
  sorted[7] = { number: 8, hidden: null, cells: ['new'] };
  sorted[8] = { number: 9, hidden: 'user', cells: sorted[8]?.cells ?? [] };
  const after = book(sorted.slice(0, 299));
  const patch = bookPatch(before, after);
  expect(patch.sheets[0]?.rows.map(({ number }) => number)).toEqual([8, 9]);
  expect(patchedBook(before, JSON.parse(JSON.stringify(patch)))).toEqual(after);
});
