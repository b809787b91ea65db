import { describe, expect, test } from 'vitest';
import { worldOf } from '../world.ts';
import { ScriptDesk } from './script-bench.ts';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const TYPED = 'This operation is not allowed on cells in typed columns.';

/** A sheet whose column B is protected. */
const guardedDesk = (): ScriptDesk => {
  const desk = new ScriptDesk({ refusesAt: 'flush' });
  desk.hands.protect('Sheet1', 'B:B');
  return desk;
};
const columnOf = (desk: ScriptDesk, column: number): string[] =>
  [1, 2, 3].map((row) => desk.hands.cell('Sheet1', row, column).display);

describe('a write into a protected cell', () => {
  test('passes, is even read back, and throws at the flush', () => {
    const desk = guardedDesk();
    expect(desk.script(`sheet.getRange('B1').setValue('x'); return sheet.getRange('B1').getValue();`)).toBe(
      'x',
    );
    expect(() => desk.script('SpreadsheetApp.flush();')).toThrow(PROTECTED);
    expect(desk.script(`return sheet.getRange('B1').getValue();`)).toBe('');
  });

  test('takes every later write with it, but none that came before', () => {
    const desk = guardedDesk();
    desk.script(`for (const cell of ['A1', 'B2', 'A3']) sheet.getRange(cell).setValue(cell);`);
    expect(() => desk.script('SpreadsheetApp.flush();')).toThrow(PROTECTED);
    expect(columnOf(desk, 1)).toEqual(['A1', '', '']);
    desk.script('SpreadsheetApp.flush();');
    expect(columnOf(desk, 1)).toEqual(['A1', '', '']);
  });

  test('is refused as one block, the cells outside the protection with it', () => {
    const desk = guardedDesk();
    desk.script(`sheet.getRange('A1:B1').setValues([['a', 'b']]);`);
    expect(() => desk.script('SpreadsheetApp.flush();')).toThrow(PROTECTED);
    expect(columnOf(desk, 1)).toEqual(['', '', '']);
  });

  test('throws at the change of structure that flushes it', () => {
    const desk = guardedDesk();
    desk.script(`sheet.getRange('B1').setValue('x');`);
    expect(() => desk.script('sheet.insertRowBefore(1);')).toThrow(PROTECTED);
  });

  test('fails the run at whose end it was left over, behind the back of every catch', () => {
    const world = worldOf(
      `function main() { try { SpreadsheetApp.getActiveSheet().getRange('B1').setValue('x'); } catch (error) {} return 'fine'; }`,
      { refusesAt: 'flush' },
    );
    world.person.protect('Sheet1', 'B:B');
    expect(world.run('main', { kind: 'trigger' })).toMatchObject({
      outcome: 'threw',
      value: null,
      error: { name: 'Exception', message: PROTECTED },
    });
    const { reply } = world.serve({ functionName: 'main', args: [] });
    expect(reply).toEqual({ ok: false, error: PROTECTED });
  });

  test('is refused where the protection came between the write and the flush', () => {
    const desk = new ScriptDesk({ refusesAt: 'flush' });
    desk.script(`sheet.getRange('B1').setValue('x');`);
    desk.hands.protect('Sheet1', 'B:B');
    expect(() => desk.script('SpreadsheetApp.flush();')).toThrow(PROTECTED);
  });

  test('refuses looks there too', () => {
    const desk = guardedDesk();
    desk.script(`sheet.getRange('B1').setFontWeight('bold');`);
    expect(() => desk.script('SpreadsheetApp.flush();')).toThrow(PROTECTED);
  });

  test('dies without a word in a killed run', () => {
    const world = worldOf(
      `function main() { const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange('A1').setValue('a'); sheet.getRange('B1').setValue('b'); SpreadsheetApp.flush(); }`,
      { refusesAt: 'flush' },
    );
    world.person.protect('Sheet1', 'B:B');
    const execution = world.run('main', { kind: 'menu', killAtCall: 5, keepOnKill: 'everything' });
    expect(execution).toMatchObject({ outcome: 'killed', error: null });
    expect(world.person.displayValues('Sheet1')).toEqual([['a']]);
  });
});

test('a value that a validation rule forbids is refused at the flush as well', () => {
  const desk = new ScriptDesk({ refusesAt: 'flush' });
  desk.hands.validate('Sheet1', 'A1', ['yes', 'no']);
  desk.script(`sheet.getRange('A1').setValue('maybe');`);
  expect(() => desk.script('SpreadsheetApp.flush();')).toThrow(/violates the data validation rules/);
  desk.run(`sheet.getRange('A1').setValue('yes');`);
  expect(desk.hands.cell('Sheet1', 1, 1).display).toBe('yes');
});

describe.each(['write', 'flush'] as const)('typed columns of a table, refused at the %s,', (refusesAt) => {
  const tableDesk = (): ScriptDesk => {
    const desk = new ScriptDesk({ refusesAt });
    desk.hands.load('Sheet1', [['name', 'age', 'size', 'sent']]);
    desk.hands.makeTable('Sheet1', 'A1:D5', { 2: 'number', 3: ['small', 'big'], 4: 'checkbox' });
    return desk;
  };
  const refuses = (call: string): void => {
    expect(() => tableDesk().script(`sheet.getRange(${call}; SpreadsheetApp.flush();`)).toThrow(TYPED);
  };

  test.each([
    `'B2').setNumberFormat('@')`,
    `'A2:B2').setNumberFormats([['@', '@']])`,
    `'B2').setValue('old')`,
    `'C2').setValue('huge')`,
    `'C2').setFormula('="big"')`,
    `'D2').setValue('yes')`,
    `'A2:D2').setValues([['Ann', 30, 'small', 'no']])`,
  ])('refuse %s', refuses);

  test('take what fits, and blanks; the header and columns without a type take everything', () => {
    const desk = tableDesk();
    desk.run(`
      sheet.getRange('A1').setNumberFormat('@');
      sheet.getRange('A2:D3').setValues([['Ann', 30, 'small', true], ['', '', '', '']]);
      sheet.getRange('B1').setValue('years');
      sheet.getRange('B6').setValue('below');`);
    expect(desk.hands.displayValues('Sheet1')[1]).toEqual(['Ann', '30', 'small', 'TRUE']);
  });

  test('move with their table', () => {
    const desk = tableDesk();
    desk.hands.insertColumn('Sheet1', 1);
    desk.run(`sheet.getRange('B2').setValue('Ann');`);
    expect(() => desk.script(`sheet.getRange('C2').setValue('old'); SpreadsheetApp.flush();`)).toThrow(TYPED);
  });
});
