import { describe, expect, test } from 'vitest';
import type { SheetHabits } from '../../../src/emulator/spreadsheet/sheet-habits.ts';
import { ScriptDesk } from './script-bench.ts';

/** A sheet whose A1:A3 holds a, b, c. */
function abc(habits: SheetHabits = {}): ScriptDesk {
  const desk = new ScriptDesk(habits);
  desk.hands.load('Sheet1', [['a'], ['b'], ['c']]);
  return desk;
}

const column = (desk: ScriptDesk): (string | undefined)[] =>
  desk.hands.displayValues('Sheet1').map((row) => row[0]);
const WRITES =
  "sheet.getRange('A1').setValue('x'); sheet.getRange('A2').setValue('y'); sheet.getRange('A3').setValue('z');";

describe('writes are buffered until the flush', () => {
  test('an execution reads its own writes; nobody else does', () => {
    const desk = abc();
    const own = `${WRITES} return [sheet.getRange('A1').getValue(), sheet.getLastRow()]`;
    expect(desk.script(own)).toEqual(['x', 3]);
    expect(desk.script("return sheet.getRange('A1').getValue()", { execution: 2 })).toBe('a');
    expect(column(desk)).toEqual(['a', 'b', 'c']);
    desk.script('SpreadsheetApp.flush()');
    expect(column(desk)).toEqual(['x', 'y', 'z']);
    desk.service.commit(2);
    expect(desk.script("return sheet.getRange('A1').getValue()", { execution: 2 })).toBe('x');
  });

  test('the end of a run makes its writes durable', () => {
    const desk = abc();
    desk.script(WRITES);
    desk.service.commit(1);
    expect(column(desk)).toEqual(['x', 'y', 'z']);
  });

  test('a kill loses all writes, or none, or any of them', () => {
    const kept = ([keep, rows]: [Parameters<ScriptDesk['service']['abandon']>[1], string[]]): void => {
      const desk = abc();
      desk.script(WRITES);
      desk.service.abandon(1, keep);
      expect(column(desk)).toEqual(rows);
      desk.service.commit(1);
      expect(column(desk)).toEqual(rows);
    };
    kept(['nothing', ['a', 'b', 'c']]);
    kept(['everything', ['x', 'y', 'z']]);
    kept([(index) => index === 1, ['a', 'y', 'c']]);
  });

  test('a write to several ranges is kept or lost as one', () => {
    const desk = abc();
    desk.script("sheet.getRangeList(['A1', 'A3']).setValue('x'); sheet.getRange('A2').setValue('y')");
    desk.service.abandon(1, (index) => index === 0);
    expect(column(desk)).toEqual(['x', 'b', 'x']);
  });

  test('a flush before a kill cannot be undone', () => {
    const desk = abc();
    desk.script(
      "sheet.getRange('A1').setValue('x'); SpreadsheetApp.flush(); sheet.getRange('A2').setValue('y')",
    );
    desk.service.abandon(1, 'nothing');
    expect(column(desk)).toEqual(['x', 'b', 'c']);
  });

  test('a change of structure flushes what the execution wrote before it', () => {
    const desk = abc();
    desk.script(`${WRITES} sheet.insertRowsBefore(1, 1); sheet.getRange('A1').setValue('lost')`);
    desk.service.abandon(1, 'nothing');
    expect(column(desk)).toEqual(['', 'x', 'y', 'z']);
  });

  test('an appended row is a buffered write like any other', () => {
    const desk = abc();
    expect(desk.script("sheet.appendRow(['d', '007']); return sheet.getLastRow()")).toBe(4);
    expect(column(desk)).toHaveLength(3);
    desk.service.abandon(1, 'nothing');
    desk.run("sheet.appendRow(['d'])");
    expect(column(desk)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('an append below a full grid makes the grid longer', () => {
    const desk = new ScriptDesk();
    const seen = desk.run(
      "sheet.getRange('A1000').setValue(1); sheet.appendRow([2]); return sheet.getRange('A1001').getValue()",
    );
    expect(seen).toBe(2);
    expect(desk.hands.sheets()[0]?.maxRows).toBe(1001);
  });
});

describe('what the user does meanwhile', () => {
  test('a buffered write lands at its coordinates, on whatever row is there by then', () => {
    const desk = abc();
    desk.script("sheet.getRange('A1').setNote('for a')");
    desk.hands.moveRow('Sheet1', 1, 3);
    desk.script('SpreadsheetApp.flush()');
    expect(desk.hands.cell('Sheet1', 1, 1)).toMatchObject({ display: 'b', note: 'for a' });
  });

  test('the execution reads the moved rows under its own writes, where reads are not cached', () => {
    const desk = abc({ readsAreCached: false });
    expect(desk.script("return sheet.getRange('A1').setValue('x').getValue()")).toBe('x');
    desk.hands.deleteRows('Sheet1', 2);
    desk.hands.type('Sheet1', 3, 1, 'new');
    expect(desk.script("return sheet.getRange('A1:A3').getValues().flat()")).toEqual(['x', 'c', 'new']);
  });

  test('writes to rows and sheets that are gone by the flush are lost without harm', () => {
    const desk = abc();
    desk.hands.addSheet('Other');
    desk.script("sheet.getRange('A1').setValue(1)");
    desk.hands.activate('Sheet1');
    desk.script("sheet.getRange('A1000').setValue('x'); sheet.getRange('A1').setValue('kept')");
    desk.hands.deleteRows('Sheet1', 999, 2);
    desk.hands.deleteSheet('Other');
    desk.script('SpreadsheetApp.flush()');
    expect(column(desk)).toEqual(['kept', 'b', 'c']);
  });

  test('two executions do not overwrite each other where they wrote apart', () => {
    const desk = abc();
    desk.script("sheet.getRange('A1').setValue('one')", { execution: 1 });
    desk.script("sheet.getRange('A2').setValue('two')", { execution: 2 });
    desk.service.commit(2);
    desk.service.commit(1);
    expect(column(desk)).toEqual(['one', 'two', 'c']);
  });
});

describe('durable changes are announced', () => {
  test('by a flush, a commit, a change of structure and the hands, and by nothing else', () => {
    const desk = abc();
    let announced = 0;
    desk.service.onDurable(() => {
      announced += 1;
    });
    const counted = (act: () => void): number => {
      const before = announced;
      act();
      return Math.sign(announced - before);
    };
    expect(counted(() => desk.script("sheet.getRange('A1').setValue('x').getValue()"))).toBe(0);
    expect(counted(() => desk.script('SpreadsheetApp.flush()'))).toBe(1);
    expect(counted(() => desk.script('SpreadsheetApp.flush()'))).toBe(0);
    expect(counted(() => desk.script('sheet.insertRowsAfter(1, 1)'))).toBe(1);
    expect(counted(() => desk.hands.type('Sheet1', 1, 1, 'y'))).toBe(1);
    desk.script("sheet.getRange('A1').setValue('x')");
    expect(counted(() => desk.service.commit(1))).toBe(1);
  });
});
