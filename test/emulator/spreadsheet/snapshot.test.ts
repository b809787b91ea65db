import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

const input = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('=A1', '007', '2026-01-02', '$5', "'=1", ''),
);
const place = fc.record({ row: fc.nat(30), column: fc.nat(20), text: input });

describe('a snapshot', () => {
  test('restored through JSON is the same spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        const desk = new ScriptDesk();
        for (const { row, column, text } of places) desk.hands.type('Sheet1', row + 1, column + 1, text);
        desk.run("sheet.getRange('B2').setNote('n'); sheet.getRange('C3').setNumberFormat('@')");
        const other = new ScriptDesk();
        other.service.restore(JSON.parse(JSON.stringify(desk.service.snapshot())));
        expect(other.service.snapshot()).toEqual(desk.service.snapshot());
        expect(other.hands.displayValues('Sheet1')).toEqual(desk.hands.displayValues('Sheet1'));
        expect(other.hands.formulaCells()).toEqual(desk.hands.formulaCells());
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  test('holds sheets, hidden rows, filters, rules, protections and the selection', () => {
    const desk = new ScriptDesk({ name: 'Outreach', timeZone: 'Europe/Berlin' });
    desk.hands.load('Sheet1', [['h'], ['a'], ['b']]);
    desk.hands.hideRows('Sheet1', 2);
    desk.hands.setFilter('Sheet1', 'A1:A3', 1, ['b']);
    desk.hands.validate('Sheet1', 'B2:B3', ['x']);
    desk.hands.protect('Sheet1', 'C1');
    desk.run("SpreadsheetApp.getActive().insertSheet('Jobs').hideSheet(); sheet.setFrozenRows(1)");
    desk.hands.select('Sheet1', ['A2:A3']);
    const other = new ScriptDesk();
    other.service.restore(JSON.parse(JSON.stringify(desk.service.snapshot())));
    expect(other.hands.sheets()).toEqual(desk.hands.sheets());
    expect([2, 3].map((row) => other.hands.rowHiddenBy('Sheet1', row))).toEqual(['user', 'filter']);
    expect(() => other.run("sheet.getRange('B2').setValue('y')")).toThrow('violates');
    expect(() => other.run("sheet.getRange('C1').setValue('y')")).toThrow('protected');
    expect(other.run('return sheet.getActiveRange().getA1Notation()')).toBe('A2:A3');
    expect(other.run('return SpreadsheetApp.getActive().getSpreadsheetTimeZone()')).toBe('Europe/Berlin');
  });

  test('holds nothing of what is still buffered', () => {
    const desk = new ScriptDesk();
    desk.script("sheet.getRange('A1').setValue('x')");
    expect(JSON.stringify(desk.service.snapshot())).not.toContain('"x"');
  });

  test('does not change when the spreadsheet does', () => {
    const desk = new ScriptDesk();
    desk.hands.load('Sheet1', [['a', 'b']]);
    const before = desk.service.snapshot();
    const text = JSON.stringify(before);
    desk.hands.type('Sheet1', 1, 1, 'changed');
    desk.hands.insertColumn('Sheet1', 1);
    desk.hands.renameSheet('Sheet1', 'Other');
    expect(JSON.stringify(before)).toBe(text);
  });
});
