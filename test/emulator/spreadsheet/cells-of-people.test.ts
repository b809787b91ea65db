import { describe, expect, test } from 'vitest';
import type { LocaleName } from '../../../src/emulator/spreadsheet/sheet-locale.ts';
import { ScriptDesk } from './script-bench.ts';

/** What a script sees of a cell: value, display, formula. */
const seen = (desk: ScriptDesk, cell = 'A1'): unknown =>
  desk.run(
    `const cell = sheet.getRange('${cell}');
    const value = cell.getValue();
    return [typeof value === 'object' ? String(value) : value, cell.getDisplayValue(), cell.getFormula()];`,
  );

const typed = (text: string, locale: LocaleName = 'en_US'): ScriptDesk => {
  const desk = new ScriptDesk({ locale });
  desk.hands.type('Sheet1', 1, 1, text);
  return desk;
};

describe('formulas that show something else than their text', () => {
  test.each([
    ['=HYPERLINK("https://example.com","Click")', 'Click', 'Click'],
    ['=HYPERLINK("https://example.com")', 'https://example.com', 'https://example.com'],
    ['=NA()', '#N/A', '#N/A'],
    ['=IMAGE("https://example.com/a.png")', 'CellImage', ''],
  ])('%s has the value %j and shows %j', (formula, value, display) => {
    expect(seen(typed(formula))).toEqual([value, display, formula]);
  });

  test('ARRAYFORMULA has its formula in the first cell only, and shows in all', () => {
    const desk = new ScriptDesk();
    desk.hands.load('Sheet1', [
      ['', 'Ann'],
      ['', 'Bob'],
    ]);
    desk.hands.type('Sheet1', 1, 1, '=ARRAYFORMULA(HYPERLINK("https://example.com",B1:B2))');
    expect(desk.run(`return sheet.getRange('A1:A2').getDisplayValues();`)).toEqual([['Ann'], ['Bob']]);
    expect(seen(desk, 'A2')).toEqual(['Bob', 'Bob', '']);
  });
});

describe('a picture in a cell', () => {
  const pictureDesk = (): ScriptDesk => {
    const desk = new ScriptDesk();
    desk.hands.putPicture('Sheet1', 2, 1);
    return desk;
  };

  test('is an object without a text and without a formula', () => {
    expect(seen(pictureDesk(), 'A2')).toEqual(['CellImage', '', '']);
    const type = `sheet.getRange('A2').getValue().valueType`;
    expect(pictureDesk().run(`return ${type} === SpreadsheetApp.ValueType.IMAGE;`)).toBe(true);
  });

  test('counts as content', () => {
    const look = `return [sheet.getLastRow(), sheet.getRange('A2').isBlank(), sheet.getRange('A1').isBlank()];`;
    expect(pictureDesk().run(look)).toEqual([2, false, true]);
  });

  test('goes when something else is written, and outlives a snapshot', () => {
    const other = new ScriptDesk();
    other.service.restore(pictureDesk().service.snapshot());
    expect(seen(other, 'A2')).toEqual(['CellImage', '', '']);
    other.run(`sheet.getRange('A2').setValue('text');`);
    expect(seen(other, 'A2')).toEqual(['text', 'text', '']);
  });
});

describe('check boxes', () => {
  const boxDesk = (locale: LocaleName = 'en_US'): ScriptDesk => {
    const desk = new ScriptDesk({ locale });
    desk.hands.insertCheckboxes('Sheet1', 'A1:A500');
    return desk;
  };

  test('are FALSE until they are ticked, and fill the sheet down to the last of them', () => {
    const desk = boxDesk();
    desk.hands.type('Sheet1', 2, 1, 'TRUE');
    expect([seen(desk, 'A1'), seen(desk, 'A2')]).toEqual([
      [false, 'FALSE', ''],
      [true, 'TRUE', ''],
    ]);
    expect(desk.run('return sheet.getLastRow();')).toBe(500);
  });

  test('take no text from a script', () => {
    expect(() => boxDesk().run(`sheet.getRange('A1').setValue('Done');`)).toThrow(
      /one of the following values: TRUE, FALSE/,
    );
    expect(() => boxDesk().run(`sheet.getRange('A1').setValues([[true]]);`)).not.toThrow();
  });

  test('show the words of the sheet’s locale', () => {
    expect(seen(boxDesk('de_DE'))).toEqual([false, 'FALSCH', '']);
  });
});

test('a chip is its label, with nothing behind it that a script could see', () => {
  const desk = new ScriptDesk();
  desk.hands.putChip('Sheet1', 1, 1, 'Anna Example');
  expect(seen(desk)).toEqual(['Anna Example', 'Anna Example', '']);
});

describe('merged cells', () => {
  const mergedDesk = (): ScriptDesk => {
    const desk = new ScriptDesk();
    desk.hands.load('Sheet1', [
      ['team', 'name'],
      ['Red', 'Ann'],
      ['x', 'Bob'],
      ['y', 'Cid'],
    ]);
    desk.hands.mergeCells('Sheet1', 'A2:A4');
    return desk;
  };

  test('have their value in the first of them; the others are blank', () => {
    expect(mergedDesk().run(`return sheet.getRange('A2:A4').getDisplayValues();`)).toEqual([
      ['Red'],
      [''],
      [''],
    ]);
  });

  test('lose what is written into the others', () => {
    const desk = mergedDesk();
    desk.run(`sheet.getRange('A2:A4').setValues([['Blue'], ['Done'], ['Done']]);`);
    expect(desk.hands.displayValues('Sheet1').slice(1)).toEqual([
      ['Blue', 'Ann'],
      ['', 'Bob'],
      ['', 'Cid'],
    ]);
  });

  test('move with their rows and outlive a snapshot', () => {
    const desk = mergedDesk();
    desk.hands.insertRows('Sheet1', 2);
    const other = new ScriptDesk();
    other.service.restore(desk.service.snapshot());
    other.run(`sheet.getRange('A5').setValue('lost');`);
    expect(other.hands.cell('Sheet1', 5, 1).display).toBe('');
    other.run(`sheet.getRange('A2').setValue('kept');`);
    expect(other.hands.cell('Sheet1', 2, 1).display).toBe('kept');
  });
});

describe('a sheet of another locale', () => {
  test.each<[LocaleName, string, unknown, string]>([
    ['de_DE', '1.234,50', 1234.5, '1.234,50'],
    ['de_DE', '1234,5', 1234.5, '1234,5'],
    ['de_DE', '-0,25', -0.25, '-0,25'],
    ['de_DE', '12 €', 12, '12 €'],
    ['de_DE', '1.5.2', '1.5.2', '1.5.2'],
    ['de_DE', 'wahr', true, 'WAHR'],
    ['de_DE', '=NA()', '#NV', '#NV'],
    ['de_DE', '=Nirgends!A1', '#BEZUG!', '#BEZUG!'],
    ['fr_FR', '1234,5', 1234.5, '1234,5'],
    ['fr_FR', 'faux', false, 'FAUX'],
    ['fr_FR', '=INCONNU()', '#NOM?', '#NOM?'],
    ['ja_JP', '1,234.5', 1234.5, '1,234.50'],
    ['ja_JP', 'true', true, 'TRUE'],
  ])('%s reads %s as %j and shows %s', (locale, text, value, display) => {
    const desk = typed(text, locale);
    expect(desk.run(`return sheet.getRange('A1').getValue();`)).toEqual(value);
    expect(desk.hands.cell('Sheet1', 1, 1).display).toBe(display);
  });

  test.each<[LocaleName, string, string]>([
    ['de_DE', '31.12.2026', '31.12.2026'],
    ['de_DE', '1.5', '01.05.2026'],
    ['fr_FR', '31/12/2026', '31/12/2026'],
    ['ja_JP', '12/31', '2026/12/31'],
    ['en_US', '12/31/2026', '12/31/2026'],
    ['de_DE', '2026-12-31', '2026-12-31'],
  ])('%s reads %s as a date and shows %s', (locale, text, display) => {
    const desk = typed(text, locale);
    expect(desk.hands.cell('Sheet1', 1, 1).display).toBe(display);
    expect(desk.run(`return Object.prototype.toString.call(sheet.getRange('A1').getValue());`)).toBe(
      '[object Date]',
    );
  });

  test.each<[LocaleName, string]>([
    ['de_DE', '02.01.2026 10:30:00'],
    ['fr_FR', '02/01/2026 10:30:00'],
    ['ja_JP', '2026/01/02 10:30:00'],
    ['en_US', '1/2/2026 10:30:00'],
  ])('%s shows a date of a script as %s', (locale, display) => {
    const desk = new ScriptDesk({ locale });
    desk.run(`sheet.getRange('A1').setValue(new Date(Date.UTC(2026, 0, 2, 10, 30)));`);
    expect(desk.hands.cell('Sheet1', 1, 1).display).toBe(display);
  });

  test('reads the texts of a script as if typed there, but not after an apostrophe', () => {
    const desk = new ScriptDesk({ locale: 'de_DE' });
    desk.run(`sheet.getRange('A1:C1').setValues([['1.5', "'1.5", '16:9']]);`);
    expect(desk.hands.displayValues('Sheet1')).toEqual([['01.05.2026', '1.5', '16:09:00']]);
  });

  test('joins numbers with its own decimal sign, and parts arguments with semicolons', () => {
    expect(typed('="a"&1.5', 'de_DE').hands.cell('Sheet1', 1, 1).display).toBe('a1,5');
    expect(typed('=HYPERLINK("x";"y")', 'de_DE').hands.cell('Sheet1', 1, 1).display).toBe('y');
  });

  test('tells scripts its name', () => {
    expect(
      typed('x', 'fr_FR').run('return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();'),
    ).toBe('fr_FR');
  });
});
