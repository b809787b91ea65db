import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases } from '../../cases.ts';
import { ScriptDesk } from './script-bench.ts';

function desk(): ScriptDesk {
  const bench = new ScriptDesk();
  const rows = Array.from({ length: 6 }, (_, n) => [`a${(n * 5) % 6}`, `b${n}`, '']);
  bench.hands.load('Sheet1', [['A', 'B', 'C'], ...rows]);
  bench.hands.type('Sheet1', 3, 3, '=A4');
  bench.hands.setNote('Sheet1', 2, 1, 'a note');
  bench.hands.addSheet('Other');
  bench.hands.type('Other', 1, 1, '=Sheet1!A5');
  return bench;
}

/** Everything that is stored of the sheets; blank ends of rows and lists count for nothing. */
function stored(bench: ScriptDesk): unknown {
  return bench.service.book.sheets.map(({ rows, filter, ...rest }) => ({
    ...rest,
    filter: filter && [...filter.hidden].map(([column, words]) => [column, [...words]]),
    rows: rows.flatMap((row, at) => {
      const cells = (row?.cells ?? []).flatMap((cell, column) =>
        cell === undefined ? [] : [{ column, ...cell }],
      );
      return cells.length === 0 && !row?.hidden ? [] : [{ at, hidden: row?.hidden, cells }];
    }),
  }));
}

/** An act that shows nothing, such as the same filter again, may be a step too. */
function untilSeen(bench: ScriptDesk, press: () => void): void {
  const before = JSON.stringify(stored(bench));
  for (let tries = 0; tries < 9 && JSON.stringify(stored(bench)) === before; tries += 1) press();
}

const line = fc.integer({ min: 2, max: 8 });
const few = fc.integer({ min: 1, max: 3 });
const act = fc.oneof(
  fc.tuple(line, few, fc.constantFrom('x', '7', '=B2', '', '2026-03-04')).map(
    ([row, column, text]) =>
      (bench: ScriptDesk) =>
        bench.hands.type('Sheet1', row, column, text),
  ),
  fc.tuple(few, fc.boolean()).map(
    ([column, up]) =>
      (bench: ScriptDesk) =>
        bench.hands.sortRows('Sheet1', column, up),
  ),
  fc.tuple(line, few).map(
    ([at, count]) =>
      (bench: ScriptDesk) =>
        bench.hands.insertRows('Sheet1', at, count),
  ),
  fc.tuple(line, few).map(
    ([at, count]) =>
      (bench: ScriptDesk) =>
        bench.hands.deleteRows('Sheet1', at, count),
  ),
  fc.tuple(line, line).map(
    ([from, to]) =>
      (bench: ScriptDesk) =>
        bench.hands.moveRow('Sheet1', from, to),
  ),
  line.map((row) => (bench: ScriptDesk) => bench.hands.duplicateRow('Sheet1', row)),
  fc.tuple(line, few).map(
    ([at, count]) =>
      (bench: ScriptDesk) =>
        bench.hands.hideRows('Sheet1', at, count),
  ),
  fc.constant((bench: ScriptDesk) => bench.hands.setFilter('Sheet1', 'A1:C7', 1, ['a2'])),
  few.map((column) => (bench: ScriptDesk) => bench.hands.insertColumn('Sheet1', column)),
);

describe('a person who undoes', () => {
  test('any acts gets the sheet back as it was, and by repeating them as it had become', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const bench = desk();
        const states = [stored(bench)];
        for (const one of acts) {
          one(bench);
          const now = stored(bench);
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
        }
        for (let at = states.length - 2; at >= 0; at -= 1) {
          untilSeen(bench, () => bench.hands.undo());
          expect(stored(bench)).toEqual(states[at]);
        }
        for (const state of states.slice(1)) {
          untilSeen(bench, () => bench.hands.redo());
          expect(stored(bench)).toEqual(state);
        }
        bench.hands.redo();
        expect(stored(bench)).toEqual(states.at(-1));
      }),
      cases(40, 13),
    );
  });

  test('an act leaves what a script has written meanwhile, beside the row that it was written to', () => {
    const bench = desk();
    bench.hands.activate('Sheet1');
    bench.hands.sortRows('Sheet1', 1, true);
    const sorted = bench.hands.displayValues('Sheet1').map(([first]) => first);
    bench.run(`sheet.getRange(${sorted.indexOf('a5') + 1}, 5).setValue('Done')`);
    bench.hands.undo();
    const rows = bench.hands.displayValues('Sheet1');
    expect(rows.map(([first]) => first)).toEqual(['A', 'a0', 'a5', 'a4', 'a3', 'a2', 'a1']);
    expect(rows.find((row) => row[4] === 'Done')?.[0]).toBe('a5');
  });

  test('an edit gets back neither a cell that a script has overwritten nor what the script wrote beside it', () => {
    const bench = desk();
    bench.hands.activate('Sheet1');
    bench.hands.enter('Sheet1', [
      { row: 2, column: 1, text: 'mine' },
      { row: 2, column: 2, text: 'mine too' },
    ]);
    bench.run("sheet.getRange('B2:D2').setValues([['theirs', '', 'Done']])");
    bench.hands.undo();
    expect(bench.hands.displayValues('Sheet1')[1]).toEqual(['a0', 'theirs', '', 'Done']);
  });

  test('an edit leaves a cell that a script has written since, also with what the user had typed', () => {
    const bench = desk();
    const write = "sheet.getRange('B2:C2').setValues([['mine', 'Done']])";
    bench.hands.activate('Sheet1');
    bench.run(write);
    bench.hands.enter('Sheet1', [{ row: 2, column: 2, text: 'other' }]);
    bench.hands.enter('Sheet1', [{ row: 2, column: 2, text: 'mine' }]);
    bench.run(write);
    bench.run(write);
    bench.hands.undo();
    expect(bench.hands.displayValues('Sheet1')[1]?.[1]).toBe('mine');
  });

  test('an edit is not repeated over what a script has written since it was taken back', () => {
    const bench = desk();
    const write = "sheet.getRange('B2:C2').setValues([['theirs', 'Done']])";
    bench.hands.activate('Sheet1');
    bench.run(write);
    bench.hands.enter('Sheet1', [{ row: 2, column: 2, text: 'mine' }]);
    bench.hands.undo();
    bench.run(write);
    bench.hands.redo();
    expect(bench.hands.displayValues('Sheet1')[1]?.[1]).toBe('theirs');
  });

  test('after a script has inserted rows is told why this cannot be undone, and nothing changes', () => {
    const bench = desk();
    bench.hands.activate('Sheet1');
    bench.hands.type('Sheet1', 2, 1, 'mine');
    bench.run('sheet.insertRowsBefore(2, 3)');
    const before = stored(bench);
    expect(() => bench.hands.undo()).toThrow(
      'Rows or columns of “Sheet1” have come or gone since, so this cannot be undone.',
    );
    expect(stored(bench)).toEqual(before);
  });
});
