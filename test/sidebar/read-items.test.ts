import { expect, test } from 'vitest';
import type { RowText } from '../../src/app/sidebar/contract.ts';
import { readItems } from '../../src/sidebar/script/read-items.ts';

const said = (row: number, text: string, more: Partial<RowText> = {}): RowText => ({
  row,
  text,
  marks: [],
  fallbacks: [],
  seconds: 1,
  problems: [],
  state: 'ready',
  ...more,
});

const TEXTS = [
  said(2, 'Hello Ana, welcome!'),
  said(3, 'Hello Benjamin, welcome to all of us!'),
  said(4, 'Hi'),
  said(5, 'Hello null, welcome!', { problems: ['“null” looks like a machine’s word.'] }),
  said(6, '', { state: 'blocked', problems: ['<<name>> is empty.'] }),
  said(7, 'Hello Cho, welcome!'),
  said(8, 'Hello there, welcome!', { fallbacks: ['first_name'] }),
];

test('the odd ones come first, each with its reason', () => {
  expect(readItems(TEXTS, '').map(({ row, why }) => [row, why])).toEqual([
    [6, 'blocked'],
    [5, 'warning'],
    [8, 'fallback'],
    [3, 'longest'],
    [4, 'shortest'],
    [2, ''],
    [7, ''],
  ]);
});

test('a search finds words, and what is wrong', () => {
  expect(readItems(TEXTS, 'ANA').map(({ row }) => row)).toEqual([2]);
  expect(readItems(TEXTS, 'is empty').map(({ row }) => row)).toEqual([6]);
});

test('a warning and a fallback are told in words, and a search finds them', () => {
  const notes = readItems(TEXTS, '').map(({ row, note }) => [row, note]);
  expect(notes.slice(0, 4)).toEqual([
    [6, ''],
    [5, '“null” looks like a machine’s word.'],
    [8, 'Empty, so its fallback is said: first_name.'],
    [3, ''],
  ]);
  expect(readItems(TEXTS, 'first_name').map(({ row }) => row)).toEqual([8]);
});
