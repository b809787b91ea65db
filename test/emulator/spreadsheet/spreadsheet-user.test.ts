import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

/** Header and `count` rows of three cells that name their row. */
function numbered(count: number): ScriptDesk {
  const desk = new ScriptDesk();
  const rows = Array.from({ length: count }, (_, n) => [`a${n}`, `b${n}`, `c${n}`]);
  desk.hands.load('Sheet1', [['A', 'B', 'C'], ...rows]);
  return desk;
}

/** The rows below the header that hold anything, in an order of their own. */
function rowSet(desk: ScriptDesk): string[] {
  const rows = desk.hands.displayValues('Sheet1').slice(1);
  return rows
    .map((row, index) => `${row.join('|')} ${desk.hands.cell('Sheet1', index + 2, 1).note}`)
    .filter((row) => /\w/.test(row))
    .sort();
}

const row = fc.integer({ min: 2, max: 12 });
const act = fc.oneof(
  fc.tuple(fc.constant('sort'), fc.integer({ min: 1, max: 3 }), fc.boolean()),
  fc.tuple(fc.constant('insert'), row, fc.integer({ min: 1, max: 3 })),
  fc.tuple(fc.constant('move'), row, row),
  fc.tuple(fc.constant('hide'), row, fc.constant(1)),
  fc.tuple(fc.constant('column'), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
);

describe('the hands of the user', () => {
  test('sorting, inserting, moving and hiding never tear a row apart', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
        const desk = numbered(8);
        for (let n = 2; n <= 9; n += 1) desk.run(`sheet.getRange(${n}, 1).setNote('note ' + ${n - 2})`);
        const columns = [1, 2, 3];
        for (const [name, one, two] of acts) {
          const [first, second] = [one as number, two as number];
          if (name === 'sort') desk.hands.sortRows('Sheet1', first, two as boolean);
          if (name === 'insert') desk.hands.insertRows('Sheet1', first, second);
          if (name === 'move') desk.hands.moveRow('Sheet1', first, second);
          if (name === 'hide') desk.hands.hideRows('Sheet1', first, 1);
          if (name === 'column') {
            desk.hands.moveColumn('Sheet1', first, second);
            columns.splice(second - 1, 0, ...columns.splice(first - 1, 1));
          }
        }
        const header = desk.hands.displayValues('Sheet1')[0];
        expect(header).toEqual(columns.map((n) => 'ABC'[n - 1]));
        const back = new ScriptDesk();
        back.service.restore(desk.service.snapshot());
        for (const name of ['A', 'B', 'C']) {
          const at = back.hands.displayValues('Sheet1')[0]?.indexOf(name) ?? 0;
          back.hands.moveColumn('Sheet1', at + 1, 'ABC'.indexOf(name) + 1);
        }
        const expected = Array.from({ length: 8 }, (_, n) => `a${n}|b${n}|c${n} note ${n}`);
        expect(rowSet(back)).toEqual(expected);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test('sorting takes hidden flags and relative formulas along', () => {
    const desk = numbered(3);
    desk.hands.type('Sheet1', 2, 4, '=A2&"!"');
    desk.hands.hideRows('Sheet1', 2);
    desk.hands.sortRows('Sheet1', 1, false);
    expect(desk.hands.rowHiddenBy('Sheet1', 2)).toBeNull();
    expect(desk.hands.rowHiddenBy('Sheet1', 4)).toBe('user');
    expect(desk.hands.cell('Sheet1', 4, 4)).toMatchObject({ formula: '=A4&"!"', display: 'a0!' });
  });

  test('sorting some rows leaves the others', () => {
    const desk = numbered(4);
    desk.hands.sortRows('Sheet1', 1, false, { first: 3, last: 4 });
    expect(desk.hands.displayValues('Sheet1').map(([a]) => a)).toEqual(['A', 'a0', 'a2', 'a1', 'a3']);
  });

  test('a duplicated row carries everything, an id in it too', () => {
    const desk = numbered(2);
    desk.hands.duplicateRow('Sheet1', 2);
    expect(desk.hands.displayValues('Sheet1').map(([a]) => a)).toEqual(['A', 'a0', 'a0', 'a1']);
  });

  test('a cut row replaces the one it is pasted on and leaves a blank one', () => {
    const desk = numbered(3);
    desk.hands.cutPasteRow('Sheet1', 2, 4);
    expect(desk.hands.displayValues('Sheet1').map(([a]) => a)).toEqual(['A', '', 'a1', 'a0']);
  });

  test('loaded cells are literal, typed and pasted ones are read', () => {
    const desk = new ScriptDesk();
    const texts = ['=1', '+1', '007', 'TRUE', '2026-01-02', "'x", ' a\nb '];
    desk.hands.load('Sheet1', [texts]);
    expect(desk.hands.displayValues('Sheet1')).toEqual([texts]);
    expect(desk.run('return sheet.getDataRange().getValues()')).toEqual([texts]);
    expect(desk.hands.formulaCells()).toEqual([]);
    desk.hands.pasteText('Sheet1', 2, 1, '007\t=1\nTRUE');
    expect(desk.hands.cell('Sheet1', 2, 1).value).toBe(7);
    expect(desk.hands.cell('Sheet1', 2, 2).formula).toBe('=1');
    expect(desk.hands.cell('Sheet1', 3, 1).value).toBe(true);
  });

  test('renaming a header and inserting or deleting a column change nothing else', () => {
    const desk = numbered(1);
    desk.hands.renameHeader('Sheet1', 2, 'Beta');
    desk.hands.insertColumn('Sheet1', 1);
    desk.hands.deleteColumn('Sheet1', 4);
    expect(desk.hands.displayValues('Sheet1')).toEqual([
      ['', 'A', 'Beta'],
      ['', 'a0', 'b0'],
    ]);
  });
});
