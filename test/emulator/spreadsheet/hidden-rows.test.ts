import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

const HIDDEN = `return [sheet.getFilter() === null, [2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row))];`;

const tableDesk = (): ScriptDesk => {
  const desk = new ScriptDesk();
  desk.hands.load('Sheet1', [['city'], ['Rome'], ['Oslo'], ['Rome']]);
  desk.hands.makeTable('Sheet1', 'A1:A4');
  return desk;
};

describe('a table’s own filter', () => {
  test('hides rows, and the sheet says that it has no filter', () => {
    const desk = tableDesk();
    desk.hands.filterTable('Sheet1', 1, ['Rome']);
    expect(desk.run(HIDDEN)).toEqual([true, [true, false, true]]);
    expect(desk.hands.rowHiddenBy('Sheet1', 2)).toBe('filter');
    expect(desk.run('return sheet.isRowHiddenByUser(2);')).toBe(false);
  });

  test('follows its table and outlives a snapshot', () => {
    const desk = tableDesk();
    desk.hands.filterTable('Sheet1', 1, ['Rome']);
    desk.hands.insertColumn('Sheet1', 1);
    desk.hands.insertRows('Sheet1', 1);
    const other = new ScriptDesk();
    other.service.restore(desk.service.snapshot());
    expect(other.run('return [3, 4, 5].map((row) => sheet.isRowHiddenByFilter(row));')).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('a filter view', () => {
  test('hides rows from the user, and a script cannot see that', () => {
    const desk = tableDesk();
    desk.hands.openFilterView('Sheet1', 'A1:A4', 1, ['Oslo']);
    expect(desk.hands.rowHiddenByView('Sheet1', 3)).toBe(true);
    expect(desk.run(HIDDEN)).toEqual([true, [false, false, false]]);
    expect(desk.run('return sheet.isRowHiddenByUser(3);')).toBe(false);
    desk.hands.closeFilterView('Sheet1');
    expect(desk.hands.rowHiddenByView('Sheet1', 3)).toBe(false);
  });
});
