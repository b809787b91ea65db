import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawnItems,
  itemAfterKey,
  listHeight,
  scrollToShow,
  type Viewport,
} from '../../src/sidebar/catalogue/virtual-window.ts';
import { cases } from '../cases.ts';

const views: fc.Arbitrary<Viewport> = fc.record({
  count: fc.nat(6000),
  columns: fc.integer({ min: 1, max: 5 }),
  rowHeight: fc.integer({ min: 40, max: 400 }),
  scrolled: fc.integer({ min: -500, max: 1_200_000 }),
  height: fc.integer({ min: 0, max: 1400 }),
});

describe('the window of a virtual list', () => {
  it('holds every item that can be seen', () => {
    fc.assert(
      fc.property(views, fc.nat(5999), (view, index) => {
        fc.pre(index < view.count);
        const top = Math.floor(index / view.columns) * view.rowHeight - view.scrolled;
        fc.pre(top + view.rowHeight > 0 && top < view.height);
        const { first, end } = drawnItems(view);
        expect(index >= first && index < end).toBe(true);
      }),
      cases(100, 3),
    );
  });

  it('is never larger than what can be seen and four rows more', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { first, end } = drawnItems(view);
        const rows = Math.ceil(view.height / view.rowHeight) + 1 + 4;
        expect(first).toBeLessThanOrEqual(end);
        expect(end - first).toBeLessThanOrEqual(rows * view.columns);
        expect(end).toBeLessThanOrEqual(view.count);
      }),
      cases(100, 3),
    );
  });

  it('draws less than 100 of 5,000 looks in a sidebar', () => {
    const { first, end } = drawnItems({
      count: 5000,
      columns: 2,
      rowHeight: 176,
      scrolled: 90_000,
      height: 900,
    });
    expect(end - first).toBeLessThan(100);
    expect(listHeight({ count: 5000, columns: 2, rowHeight: 176 })).toBe(2500 * 176);
  });

  it('scrolls just as far as an item needs to be seen, and not at all when it is', () => {
    fc.assert(
      fc.property(views, fc.nat(5999), (view, index) => {
        fc.pre(index < view.count && view.height >= view.rowHeight);
        const moved = { ...view, scrolled: view.scrolled + scrollToShow(index, view) };
        const top = Math.floor(index / view.columns) * view.rowHeight - moved.scrolled;
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + view.rowHeight).toBeLessThanOrEqual(view.height);
        expect(scrollToShow(index, moved)).toBe(0);
      }),
      cases(100, 3),
    );
  });
});

describe('the keys of a list', () => {
  const view: Viewport = { count: 11, columns: 2, rowHeight: 100, scrolled: 0, height: 300 };

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowDown', 0, 2],
    ['ArrowUp', 1, 0],
    ['PageDown', 0, 6],
    ['End', 3, 10],
    ['Home', 9, 0],
    ['ArrowDown', 10, 10],
    ['ArrowDown', -1, 0],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(itemAfterKey(key, from, view)).toBe(to);
  });

  it('leaves every other key alone', () => {
    expect(itemAfterKey('Tab', 3, view)).toBeNull();
    expect(itemAfterKey('ArrowRight', 3, { ...view, columns: 1 })).toBeNull();
  });
});
