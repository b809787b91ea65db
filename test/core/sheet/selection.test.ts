import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOfSelection } from '../../../src/core/sheet/selection.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

/** Rows 2 to 11, of which 4 is blank in between and 10 and 11 are past the data. */
const table = readTable([['script'], ['a'], ['b'], [''], ['c'], ['d'], ['e'], ['f'], ['g'], [''], ['']]);
const rows = (...spans: [number, number][]) =>
  rowsOfSelection(
    spans.map(([firstRow, lastRow]) => ({ firstRow, lastRow })),
    table,
  );

test('several ranges in any order, overlapping, give each row once and in order', () => {
  expect(rows([7, 8], [2, 3], [3, 5], [8, 8])).toEqual([2, 3, 4, 5, 7, 8]);
});

test('the header and what lies past the data is not selected, a blank row between rows is', () => {
  expect(rows([1, 1])).toEqual([]);
  expect(rows([1, 2])).toEqual([2]);
  expect(rows([9, 1000])).toEqual([9]);
  expect(rows([10, 1000])).toEqual([]);
  expect(rows([4, 4])).toEqual([4]);
});

test('a whole column is every row', () => {
  expect(rows([1, 10_000_000])).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(rows([1, Number.POSITIVE_INFINITY])).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

test('nothing selected, and a sheet with nothing in it, give nothing', () => {
  expect(rows()).toEqual([]);
  expect(rowsOfSelection([{ firstRow: 1, lastRow: 9 }], readTable([['script'], ['']]))).toEqual([]);
});

test('a row is in the answer exactly when one of the ranges holds it', () => {
  const span = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const ranges = spans.map(([first, more]): [number, number] => [first, first + more]);
      const expected = [2, 3, 4, 5, 6, 7, 8, 9].filter((row) =>
        ranges.some(([a, b]) => a <= row && row <= b),
      );
      expect(rows(...ranges)).toEqual(expected);
    }),
    cases(100, 20260706),
  );
});
