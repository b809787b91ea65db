import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

const SIZES =
  'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.';

describe('ranges', () => {
  test('every way of naming a range means the same cells', () => {
    const desk = new ScriptDesk();
    const seen = desk.run(`
      const a1 = (range) => range.getA1Notation();
      return [
        a1(sheet.getRange(2, 3)), a1(sheet.getRange(2, 3, 4)), a1(sheet.getRange(2, 3, 4, 5)),
        a1(sheet.getRange('C2:G5')), a1(sheet.getRange('$G$5:c2')), a1(sheet.getRange('A5:M')),
        a1(sheet.getRange('5:7')), a1(sheet.getRange('A:C')), a1(sheet.getRange('AA1'.replace('AA', 'Z'))),
        a1(SpreadsheetApp.getActive().getRange("'Sheet1'!B2")), a1(SpreadsheetApp.getActive().getRange('D4')),
        a1(sheet.getRange('B2').offset(1, 2)), a1(sheet.getRange('B2:C3').getCell(2, 2)),
      ];
    `);
    const expected = [
      'C2',
      'C2:C5',
      'C2:G5',
      'C2:G5',
      'C2:G5',
      'A5:M1000',
      'A5:Z7',
      'A1:C1000',
      'Z1',
      'B2',
      'D4',
      'D3',
      'C3',
    ];
    expect(seen).toEqual(expected);
  });

  test.each(['', 'A0', '1A', 'Sheet9!A1', 'A1:B2:C3', 'B', 'names', ':'])('%j is no range', (notation) => {
    const desk = new ScriptDesk();
    expect(() => desk.run(`SpreadsheetApp.getActive().getRange(${JSON.stringify(notation)})`)).toThrow(
      'Range not found',
    );
  });

  test('a range outside the grid is refused', () => {
    const desk = new ScriptDesk();
    const outside = 'The coordinates of the range are outside the dimensions of the sheet.';
    expect(() => desk.run('sheet.getRange(1001, 1).getValue()')).toThrow(outside);
    expect(() => desk.run('sheet.getRange(1000, 26, 1, 2).setValues([[1, 2]])')).toThrow(outside);
    expect(() => desk.run('sheet.getRange(0, 1)')).toThrow('The starting row of the range is too small.');
    expect(() => desk.run('sheet.getRange(1, 1, 0)')).toThrow('must be at least 1');
  });

  test('the data range covers what has content, and at least A1', () => {
    const desk = new ScriptDesk();
    const extent = 'return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()]';
    expect(desk.run(extent)).toEqual(['A1', 0, 0]);
    desk.run("sheet.getRange('C4').setValue('x'); sheet.getRange('F9').setNote('a note is no content')");
    expect(desk.run(extent)).toEqual(['A1:C4', 4, 3]);
  });
});

describe('a write that cannot be done whole is refused whole', () => {
  test('data of another size than the range', () => {
    const desk = new ScriptDesk();
    expect(() => desk.run('sheet.getRange(1, 1, 2, 1).setValues([[1]])')).toThrow(SIZES);
    expect(() => desk.run('sheet.getRange(1, 1, 2, 1).setValues([[1], [2, 3]])')).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    );
    expect(() => desk.run("sheet.getRange(1, 1).setValues('x')")).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(desk.hands.displayValues('Sheet1')).toEqual([]);
  });

  test('a cell of more than 50,000 characters', () => {
    const desk = new ScriptDesk();
    desk.run("sheet.getRange(1, 1).setValue('x'.repeat(50000))");
    expect(() => desk.run("sheet.getRange(1, 1, 1, 2).setValues([[1, 'x'.repeat(50001)]])")).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(desk.hands.displayValues('Sheet1')).toEqual([['x'.repeat(50_000)]]);
  });

  test('a protected cell, unless the script protected it itself', () => {
    const desk = new ScriptDesk();
    desk.hands.protect('Sheet1', 'B2');
    const write = "sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]])";
    expect(() => desk.run(write)).toThrow('You are trying to edit a protected cell or object.');
    expect(() => desk.run("sheet.getRangeList(['A1', 'B2']).clearContent()")).toThrow('protected');
    expect(() => desk.run('sheet.deleteRows(2, 1)')).toThrow('protected');
    expect(desk.hands.displayValues('Sheet1')).toEqual([]);
    desk.hands.unprotect('Sheet1');
    desk.run(`sheet.getRange('B2').protect().setDescription('mine'); ${write}`);
    expect(desk.hands.displayValues('Sheet1')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    const listed =
      'return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((p) => p.getDescription())';
    expect(desk.run(listed)).toEqual(['mine']);
    expect(() => desk.run("sheet.getProtections('RANGE')")).toThrow("don't match the method signature");
  });

  test('a value that validation refuses', () => {
    const desk = new ScriptDesk();
    desk.hands.validate('Sheet1', 'B5:B6', ['yes', 'no']);
    expect(() => desk.run("sheet.getRange('A5:B6').setValues([[1, 'yes'], [2, 'maybe']])")).toThrow(
      'The data you entered in cell B6 violates the data validation rules set on this cell.',
    );
    expect(desk.hands.displayValues('Sheet1')).toEqual([]);
    desk.run("sheet.getRange('A5:B6').setValues([[1, 'yes'], [2, '']])");
    expect(desk.hands.cell('Sheet1', 5, 2).display).toBe('yes');
    desk.run("sheet.getRange('B5').clearContent()");
    expect(() => desk.run("sheet.getRange('B5').setValue('maybe')")).toThrow('cell B5 violates');
  });

  test('any block with one bad cell leaves every cell as it was', () => {
    const desk = new ScriptDesk();
    desk.hands.validate('Sheet1', 'A1:E8', ['1', '2', '3']);
    const block = fc.array(fc.array(fc.constantFrom('1', '2', '3', 'bad'), { minLength: 5, maxLength: 5 }), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(block, (rows) => {
        const before = desk.hands.displayValues('Sheet1');
        const write = `sheet.getRange('A1:E8').setValues(${JSON.stringify(rows)})`;
        if (rows.flat().includes('bad')) {
          expect(() => desk.run(write)).toThrow('violates');
          expect(desk.hands.displayValues('Sheet1')).toEqual(before);
        } else {
          desk.run(write);
          expect(desk.hands.displayValues('Sheet1')).toEqual(rows);
        }
      }),
      { seed: 4, numRuns: 100, examples: [[Array.from({ length: 8 }, () => ['1', '2', '3', '1', '2'])]] },
    );
  });
});

describe('cells', () => {
  test('values, display values, formulas and notes are read apart', () => {
    const desk = new ScriptDesk();
    const seen = desk.run(`
      const range = sheet.getRange('A1:C1');
      range.setValues([[7, '=A1&" dwarfs"', new Date(Date.UTC(2026, 0, 2))]]).setNotes([['n', '', 'd']]);
      return [range.getValues(), range.getDisplayValues(), range.getFormulas(), range.getNotes()];
    `);
    expect(seen).toEqual([
      [[7, '7 dwarfs', '2026-01-02T00:00:00.000Z']],
      [['7', '7 dwarfs', '1/2/2026']],
      [['', '=A1&" dwarfs"', '']],
      [['n', '', 'd']],
    ]);
    expect(desk.hands.formulaCells()).toEqual([
      { sheet: 'Sheet1', row: 1, column: 2, formula: '=A1&" dwarfs"' },
    ]);
  });

  test('a range list writes and clears all of its ranges in one call', () => {
    const desk = new ScriptDesk();
    desk.run("sheet.getRangeList(['A1', 'C1:C2', 'B5:B5']).setValue('x')");
    expect(desk.hands.displayValues('Sheet1').flat().filter(Boolean)).toHaveLength(4);
    desk.run("sheet.getRangeList(['A1:C2', 'B5']).clearContent()");
    expect(desk.hands.displayValues('Sheet1')).toEqual([]);
    expect(desk.calls.filter(({ method }) => method === 'clearContent')).toHaveLength(1);
  });

  test('clearing the content keeps notes and formats, clearing all keeps notes', () => {
    const desk = new ScriptDesk();
    desk.run("sheet.getRange('A1').setNumberFormat('@').setValue('007').setNote('n').clearContent()");
    desk.run("sheet.getRange('A1').setValue('007')");
    expect(desk.hands.cell('Sheet1', 1, 1)).toMatchObject({ value: '007', note: 'n' });
    desk.run("sheet.clear(); sheet.getRange('A1').setValue('007')");
    expect(desk.hands.cell('Sheet1', 1, 1)).toMatchObject({ value: 7, note: 'n' });
  });

  test('copying values with a script turns protected text into a formula, as on the platform', () => {
    const desk = new ScriptDesk();
    desk.run("sheet.getRange('A1').setValue(\"'=1\")");
    desk.run("sheet.getRange('B1').setValues(sheet.getRange('A1').getValues())");
    expect(desk.hands.cell('Sheet1', 1, 2).formula).toBe('=1');
  });
});

describe('what is not there', () => {
  test('a member that is not emulated throws and says so', () => {
    const desk = new ScriptDesk();
    expect(() => desk.run('sheet.getCharts()')).toThrow('Sheet.getCharts is not emulated');
    expect(() => desk.run("SpreadsheetApp.openById('x')")).toThrow('SpreadsheetApp.openById is not emulated');
    expect(() => desk.run('sheet.getRange(1, 1).setValue = 1')).toThrow('Range.setValue cannot be assigned');
  });

  test('a toast goes to the user interface, and getUi is the one that the execution gave', () => {
    const desk = new ScriptDesk();
    expect(desk.run("SpreadsheetApp.getActive().toast('Done'); return SpreadsheetApp.getUi()")).toBe(
      'the ui',
    );
    expect(desk.calls.find(({ service }) => service === 'ui')).toMatchObject({ method: 'toast' });
  });
});
