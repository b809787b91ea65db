import { describe, expect, it } from 'vitest';
import { changedLines, gridLines } from '../../src/page/grid-lines.ts';
import type { RowView, SheetView } from '../../src/page/page-state.ts';

function sheetOf(rows: readonly RowView[]): SheetView {
  return { gid: 1, name: 'S', hidden: false, maxRows: 50_000, maxColumns: 26, filter: null, rows };
}

function row(number: number, text: string, hidden: RowView['hidden'] = null): RowView {
  return { number, hidden, cells: [text] };
}

/** A list, and how often something in it was looked at. */
function watched<Item>(list: Item[]): { readonly list: Item[]; looks(): number } {
  let looks = 0;
  const proxy = new Proxy(list, {
    get: (target, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(target, name);
    },
  });
  return { list: proxy, looks: () => looks };
}

describe('The lines of the grid', () => {
  it('are made in one walk over the rows', () => {
    const numbers = watched(Array.from({ length: 2_000 }, (_, at) => at + 1));
    expect(gridLines(sheetOf([]), numbers.list, 3)).toHaveLength(2_000);
    expect(numbers.looks()).toBe(2_000);
  });

  it('tell how many rows before each are hidden, whichever lines are asked for', () => {
    const sheet = sheetOf([row(1, 'a'), row(2, 'b', 'user'), row(3, 'c', 'user'), row(4, 'd'), row(5, 'e')]);
    expect(gridLines(sheet, [1, 4, 5], 1)).toEqual([
      { number: 1, gap: 0, c1: 'a' },
      { number: 4, gap: 2, c1: 'd' },
      { number: 5, gap: 0, c1: 'e' },
    ]);
    expect(gridLines(sheet, [1, 4, 5], 1, (number) => number === 4)).toEqual([
      { number: 4, gap: 2, c1: 'd' },
    ]);
  });
});

describe('Rows that have changed', () => {
  const numbers = Array.from({ length: 3_000 }, (_, at) => at + 1);
  const before = sheetOf(numbers.map((number) => row(number, `${number}`)));

  it('are updated one by one when they are few', () => {
    const rows = before.rows.map((one) => (one.number % 1_000 === 0 ? row(one.number, 'new') : one));
    const changed = changedLines(before, sheetOf(rows), numbers, 1);
    expect(changed).toEqual([1_000, 2_000, 3_000].map((number) => ({ number, gap: 0, c1: 'new' })));
    expect(changedLines(before, before, numbers, 1)).toEqual([]);
  });

  it('are not looked up one by one when they are many, as after sorting', () => {
    const sorted = before.rows.map(({ number }) => row(number, `${3_001 - number}`));
    expect(changedLines(before, sheetOf(sorted), numbers, 1)).toBe('many');
  });
});
