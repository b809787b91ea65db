import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipboardCells, clipboardText, pastedCells } from '../../src/page/clipboard.ts';

test('what is copied is pasted alike, whatever is in the cells', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r\n', ' ', '=') });
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    )
    // One blank line at the end is how other programs end the last row.
    .filter((lines) => lines.at(-1)?.some((cell) => cell !== '') === true);
  fc.assert(
    fc.property(rows, (lines) => {
      expect(clipboardCells(clipboardText(lines))).toEqual(lines);
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('text of another program is read line by line', () => {
  expect(clipboardCells('one\ttwo\r\nthree 5" four\t\r\n')).toEqual([
    ['one', 'two'],
    ['three 5" four', ''],
  ]);
  expect(clipboardCells('one\ttwo\rthree\r')).toEqual([['one', 'two'], ['three']]);
});

test('what is pasted goes on from the first cell, and fills a block that holds it several times over', () => {
  const places = (text: string, rows: number, columns: number) =>
    pastedCells(text, { row: 2, column: 3, rows, columns }).map(
      (cell) => `${cell.row}.${cell.column} ${cell.text}`,
    );
  expect(places('a\tb\nc', 1, 1)).toEqual(['2.3 a', '2.4 b', '3.3 c']);
  expect(places('a', 2, 2)).toEqual(['2.3 a', '2.4 a', '3.3 a', '3.4 a']);
  expect(places('a\tb', 2, 2)).toEqual(['2.3 a', '2.4 b', '3.3 a', '3.4 b']);
  expect(places('a\tb', 2, 3)).toEqual(['2.3 a', '2.4 b']);
});
