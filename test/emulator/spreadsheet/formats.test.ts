import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

const FORMATS = `return sheet.getRange('A1:D3').getNumberFormats();`;
const put = (cell: string): string => `sheet.getRange('${cell}').setValue("'Done")`;
const shown = (desk: ScriptDesk, row: number, column: number): string =>
  desk.hands.cell('Sheet1', row, column).display;

/** A sheet of three columns that the user has formatted as plain text. */
const plainDesk = (): ScriptDesk => {
  const desk = new ScriptDesk();
  desk.hands.load('Sheet1', [
    ['name', 'city', 'age'],
    ['Ann', 'Rome', '007'],
  ]);
  desk.hands.format('Sheet1', 'A:C', '@');
  return desk;
};

describe('a column that the user has formatted as plain text', () => {
  test('keeps the apostrophe of a text that a script or a person puts there', () => {
    const desk = plainDesk();
    desk.run(put('B3'));
    desk.hands.type('Sheet1', 3, 1, "'typed");
    expect([shown(desk, 3, 2), shown(desk, 3, 1)]).toEqual(["'Done", "'typed"]);
  });

  test('keeps what was there before as it was', () => {
    expect(plainDesk().hands.displayValues('Sheet1')[1]).toEqual(['Ann', 'Rome', '007']);
  });

  test('gives its format to columns that are inserted beside it', () => {
    const desk = plainDesk();
    desk.run(`sheet.insertColumnAfter(3); sheet.insertColumnsBefore(1, 2);`);
    const formats = desk.run(`return sheet.getRange('A3:G3').getNumberFormats()[0];`);
    expect(formats).toEqual(['@', '@', '@', '@', '@', '@', 'General']);
    desk.run(put('F1'));
    expect(shown(desk, 1, 6)).toBe("'Done");
  });

  test('lets a script give the new column the automatic format', () => {
    const desk = plainDesk();
    desk.run(`sheet.insertColumnAfter(3); sheet.getRange('D1:D3').setNumberFormat('General'); ${put('D1')};`);
    expect(shown(desk, 1, 4)).toBe('Done');
  });

  test('does not reach into the empty columns to its right', () => {
    const desk = plainDesk();
    desk.run(put('D1'));
    expect(shown(desk, 1, 4)).toBe('Done');
  });
});

test('a whole sheet of plain text keeps apostrophes wherever a script writes, on appended rows and columns too', () => {
  const desk = new ScriptDesk();
  desk.hands.formatAll('Sheet1', '@');
  desk.hands.load('Sheet1', [['name']]);
  desk.run(`
    const last = sheet.getMaxRows();
    sheet.getRange(last, 1).setValue('end');
    sheet.appendRow(["'Done"]);
    sheet.insertColumnAfter(sheet.getMaxColumns());
    sheet.getRange(2, sheet.getMaxColumns()).setValue("'Done");`);
  expect([shown(desk, 1001, 1), shown(desk, 2, 27)]).toEqual(["'Done", "'Done"]);
});

describe('a new row', () => {
  test('takes over formats and rules of the row beside which it is put', () => {
    const desk = new ScriptDesk();
    desk.hands.format('Sheet1', 'A2:A2', '@');
    desk.hands.validate('Sheet1', 'B2', ['yes', 'no']);
    desk.run('sheet.insertRowAfter(2);');
    expect(desk.run(FORMATS)).toEqual([
      ['General', 'General', 'General', 'General'],
      ['@', 'General', 'General', 'General'],
      ['@', 'General', 'General', 'General'],
    ]);
    expect(() => desk.run(`sheet.getRange('B3').setValue('perhaps');`)).toThrow(/data validation/);
  });

  test('can be played as bare', () => {
    const desk = new ScriptDesk({ newLinesInherit: false });
    desk.hands.format('Sheet1', 'A2', '@');
    desk.run('sheet.insertRowAfter(2);');
    expect(desk.run(`return sheet.getRange('A3').getNumberFormat();`)).toBe('General');
  });
});
