import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

/** What a text becomes when a script sets it: value, display, formula. */
function set(text: string, format?: string): { value: unknown; display: unknown; formula: unknown } {
  const desk = new ScriptDesk();
  const [value, display, formula] = desk.run(`
    const cell = sheet.getRange(1, 1);
    ${format === undefined ? '' : `cell.setNumberFormat(${JSON.stringify(format)});`}
    cell.setValue(${JSON.stringify(text)});
    return [cell.getValue(), cell.getDisplayValue(), cell.getFormula()];
  `) as unknown[];
  return { value, display, formula };
}

describe('a text that a script sets is read as if it had been typed', () => {
  test.each([
    ['hello', 'hello', 'hello'],
    [' two words ', ' two words ', ' two words '],
    ['007', 7, '7'],
    ['1e5', 100_000, '1.00E+05'],
    ['-5', -5, '-5'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['.5', 0.5, '0.5'],
    ['TRUE', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['$5', 5, '$5'],
    ['-$1,234.50', -1234.5, '-$1,234.50'],
    ['50%', 0.5, '50%'],
    ['12.5%', 0.125, '12.50%'],
    ['2026-01-02', '2026-01-02T00:00:00.000Z', '2026-01-02'],
    ['1/2/2026', '2026-01-02T00:00:00.000Z', '1/2/2026'],
    ['Jan 2, 2026', '2026-01-02T00:00:00.000Z', 'Jan 2, 2026'],
    ['2026-01-02 13:05', '2026-01-02T13:05:00.000Z', '2026-01-02 13:05'],
    ['1/2', '2026-01-02T00:00:00.000Z', '1/2'],
    ['16:9', '1899-12-30T16:09:00.000Z', '16:09:00'],
    ['9:16', '1899-12-30T09:16:00.000Z', '9:16'],
    ['1:30 PM', '1899-12-30T13:30:00.000Z', '1:30 PM'],
    ['2026-13-45', '2026-13-45', '2026-13-45'],
    ['31/12/2026', '31/12/2026', '31/12/2026'],
    ['May I', 'May I', 'May I'],
    ["'007", '007', '007'],
    ["'=1", '=1', '=1'],
    ["''quoted'", "'quoted'", "'quoted'"],
    ['=', '=', '='],
    ['-', '-', '-'],
  ])('%j becomes %j and shows %j', (text, value, display) => {
    expect(set(text)).toEqual({ value, display, formula: '' });
  });

  test.each([
    ['=1', '=1', '1'],
    ['+1', '=+1', '1'],
    ['-A2', '=-A2', '0'],
    ['-hello', '=-hello', '#NAME?'],
    ['="open', '="open', '#ERROR!'],
    ['=(((', '=(((', '#ERROR!'],
    ['+1 555 0100', '=+1 555 0100', '#ERROR!'],
    ['="a"&"b"&3', '="a"&"b"&3', 'ab3'],
    ['=B9', '=B9', ''],
    ['=IMPORTXML("https://evil.example","//a")', '=IMPORTXML("https://evil.example","//a")', '#NAME?'],
    ['=1+1', '=1+1', '#ERROR!'],
    ['=A1', '=A1', '#REF!'],
    ['=Nowhere!A1', '=Nowhere!A1', '#REF!'],
  ])('%j becomes the formula %j and shows %j', (text, formula, display) => {
    expect(set(text)).toMatchObject({ formula, display });
  });

  test('a cell formatted as plain text keeps everything but a formula literally', () => {
    expect(set('007', '@')).toMatchObject({ value: '007', display: '007' });
    expect(set('2026-01-02', '@')).toMatchObject({ value: '2026-01-02' });
    expect(set('+1', '@')).toMatchObject({ value: '+1', formula: '' });
    expect(set('=1', '@')).toMatchObject({ formula: '=1' });
  });

  test('a leading apostrophe in a plain text cell is a character, or can be played as taken away', () => {
    expect(set("'x", '@')).toMatchObject({ value: "'x", display: "'x" });
    const desk = new ScriptDesk({ apostropheKeptInPlainText: false });
    desk.run(`sheet.getRange(1, 1).setNumberFormat('@').setValue("'x")`);
    expect(desk.hands.cell('Sheet1', 1, 1).value).toBe('x');
  });

  test('text after an apostrophe comes back exactly, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('=1', '+1', '007', 'TRUE', "'", '2026-01-02', '=IMPORTXML("x")', 'x'.repeat(50_000)),
    );
    fc.assert(
      fc.property(text, (wanted) => {
        const { value, formula } = set(`'${wanted}`);
        expect(value).toBe(wanted);
        expect(formula).toBe('');
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('no text whatever makes typing throw, and only texts led by = + - become formulas', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const { formula } = set(text);
        if (formula !== '') expect(text.trim()).toMatch(/^[=+-]/);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('values that are not texts', () => {
  test('a Date becomes a date cell in the time zone of the spreadsheet and comes back as the same instant', () => {
    const desk = new ScriptDesk({ timeZone: 'America/New_York' });
    const seen = desk.run(`
      const cell = sheet.getRange(1, 1).setValue(new Date(Date.UTC(2026, 6, 1, 12)));
      return [cell.getDisplayValue(), cell.getValue()];
    `);
    expect(seen).toEqual(['7/1/2026 8:00:00', '2026-07-01T12:00:00.000Z']);
  });

  test('an instant right after a change of the clocks comes back as it was', () => {
    const desk = new ScriptDesk({ timeZone: 'America/New_York' });
    const back = desk.run(`
      return sheet.getRange(1, 1).setValue(new Date(Date.UTC(2026, 2, 8, 7, 30))).getValue();
    `);
    expect(back).toBe('2026-03-08T07:30:00.000Z');
  });

  test('every instant comes back as it was, to the second', () => {
    const ms = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);
    const zone = fc.constantFrom('Etc/UTC', 'Asia/Kolkata', 'Pacific/Auckland');
    fc.assert(
      fc.property(ms, zone, (instant, timeZone) => {
        const desk = new ScriptDesk({ timeZone });
        const back = desk.run(
          `return sheet.getRange(1, 1).setValue(new Date(${instant})).getValue().getTime();`,
        );
        expect(back).toBe(instant);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('null and undefined empty a cell; objects are refused', () => {
    const desk = new ScriptDesk();
    desk.hands.type('Sheet1', 1, 1, 'x');
    desk.run('sheet.getRange(1, 1).setValue(null)');
    expect(desk.hands.cell('Sheet1', 1, 1).display).toBe('');
    expect(() => desk.run('sheet.getRange(1, 1).setValue({})')).toThrow(/don't match the method signature/);
  });
});
