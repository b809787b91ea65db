import { describe, expect, test } from 'vitest';
import { refusalOf, worldOf } from '../emulator/world.ts';

type World = ReturnType<typeof worldOf>;
const MENU = { kind: 'menu' } as const;
const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet();';

/** Runs a function body with `sheet`, after the user has prepared the sheet. */
const run = (body: string, prepare: (world: World) => void = () => undefined, options = {}): unknown => {
  const world = worldOf(`function main() { ${SHEET} ${body} }`, options);
  prepare(world);
  const { value, error } = world.run('main', MENU);
  if (error !== null) throw new Error(error.message);
  return value;
};
const refusal = (body: string): string => refusalOf(`function main() { ${SHEET} ${body} }`);
/** Value, as a type, and display of what a script has set. */
const set = (value: string): unknown =>
  run(`const cell = sheet.getRange('A1').setValue(${value}); const is = cell.getValue();
    return [Object.prototype.toString.call(is).slice(8, -1), cell.getDisplayValue(), cell.getFormula()];`);

describe('Google’s cells', () => {
  test.each([
    [`'=1&2'`, ['String', '12', '=1&2']],
    [`'007'`, ['Number', '7', '']],
    [`'TRUE'`, ['Boolean', 'TRUE', '']],
    [`'2026-01-02'`, ['Date', '2026-01-02', '']],
    [`'16:9'`, ['Date', '16:09:00', '']],
    [`'+1'`, ['Number', '1', '=+1']],
    [`'$5'`, ['Number', '$5', '']],
    [`''`, ['String', '', '']],
  ])('read %s as if it were typed', (value, expected) => {
    expect(set(value)).toEqual(expected);
  });

  test.each([`"'=1&2"`, `"'007"`, `"'TRUE"`, `"'2026-01-02"`, `"'+1"`])(
    'keep the text %s after its apostrophe',
    (value) => {
      expect(set(value)).toEqual(['String', value.slice(2, -1), '']);
    },
  );

  test('keep the apostrophe as a character where they are formatted as plain text', () => {
    const shown = run(`return sheet.getRange('A1').setValue("'Done").getDisplayValue();`, ({ person }) =>
      person.format('Sheet1', 'A:A', '@'),
    );
    expect(shown).toBe("'Done");
  });

  test('of a new column are formatted like the column beside it', () => {
    const format = run(
      `sheet.insertColumnAfter(1); return sheet.getRange('B1').getNumberFormat();`,
      ({ person }) => person.format('Sheet1', 'A:A', '@'),
    );
    expect(format).toBe('@');
  });

  test('take 50,000 characters and no more', () => {
    expect(run(`return sheet.getRange('A1').setValue("'" + 'x'.repeat(50000)).getValue().length;`)).toBe(
      50_000,
    );
    expect(refusal(`sheet.getRange('A1').setValue('x'.repeat(50001));`)).toContain('50000');
  });

  test('show a user more than their value: dates, money and errors', () => {
    const [values, shown] = Object(
      run(
        `const cells = sheet.getRange('A1:D1'); return [cells.getValues()[0].map((v) => Object.prototype.toString.call(v).slice(8, -1)), cells.getDisplayValues()[0]];`,
        ({ person }) => person.pasteText('Sheet1', 1, 1, '1/2/2026\t$5.00\tTRUE\t=NA()'),
      ),
    );
    expect(values).toEqual(['Date', 'Number', 'Boolean', 'String']);
    expect(shown).toEqual(['1/2/2026', '$5.00', 'TRUE', '#N/A']);
  });

  test.each([
    ['de_DE', '31.12.2026\t1.234,50\tWAHR\t=NA()', ['31.12.2026', '1.234,50', 'WAHR', '#NV']],
    ['fr_FR', '31/12/2026\t1234,5\tVRAI\t=RIEN()', ['31/12/2026', '1234,5', 'VRAI', '#NOM?']],
    ['ja_JP', '2026/12/31\t1,234.50\tTRUE\t=NA()', ['2026/12/31', '1,234.50', 'TRUE', '#N/A']],
  ])('of a sheet in %s show and read other things', (locale, typed, shown) => {
    const read = run(
      `return sheet.getRange('A1:D1').getDisplayValues()[0];`,
      ({ person }) => person.pasteText('Sheet1', 1, 1, typed),
      { spreadsheet: { locale } },
    );
    expect(read).toEqual(shown);
  });

  test('with a link show its label, and the address only in the formula', () => {
    const prepare = ({ person }: World) =>
      person.type('Sheet1', 1, 1, '=HYPERLINK("https://example.com";"here")');
    expect(
      run(`const cell = sheet.getRange('A1'); return [cell.getValue(), cell.getDisplayValue()];`, prepare),
    ).toEqual(['here', 'here']);
  });

  test.each([
    [
      'by formula',
      (world: World) => world.person.type('Sheet1', 1, 1, '=IMAGE("https://example.com/a.png")'),
    ],
    ['put in by hand', (world: World) => world.person.putPicture('Sheet1', 1, 1)],
  ])('with a picture %s show nothing, and their value is an object', (_, prepare) => {
    const look = `const cell = sheet.getRange('A1'); return [cell.getDisplayValue(), String(cell.getValue()), cell.isBlank()];`;
    expect(run(look, prepare)).toEqual(['', 'CellImage', false]);
  });

  test('with check boxes are FALSE down to the last box, and so the last row is there', () => {
    const prepare = ({ person }: World) => person.insertCheckboxes('Sheet1', 'C2:C900');
    expect(run(`return [sheet.getLastRow(), sheet.getRange('C900').getDisplayValue()];`, prepare)).toEqual([
      900,
      'FALSE',
    ]);
  });

  test('that are merged have one value, in the first of them', () => {
    const prepare = ({ person }: World) => {
      person.load('Sheet1', [['Red'], ['x'], ['y']]);
      person.mergeCells('Sheet1', 'A1:A3');
    };
    expect(run(`return sheet.getRange('A1:A3').getDisplayValues();`, prepare)).toEqual([['Red'], [''], ['']]);
  });
});

describe('Google refuses a block of cells', () => {
  test.each([
    ['of another size than its range', `sheet.getRange('A1:B1').setValues([['a']]);`, 'does not match'],
    ['outside the grid', `sheet.getRange(1001, 1).setValue('a');`, 'outside the dimensions'],
    ['with a number format in a typed column', `sheet.getRange('B2').setNumberFormat('@');`, 'typed columns'],
    ['that touches a protection', `sheet.getRange('C1:D1').setValues([['a', 'b']]);`, 'protected cell'],
    [
      'one value of which breaks a rule',
      `sheet.getRange('F1:G1').setValues([['a', 'b']]);`,
      'data validation',
    ],
  ])('%s', (_, body, words) => {
    const world = worldOf(`function main() { ${SHEET} ${body} }`);
    world.person.makeTable('Sheet1', 'A1:B9', { 2: 'number' });
    world.person.protect('Sheet1', 'D:D');
    world.person.validate('Sheet1', 'G1', ['yes']);
    expect(world.run('main', MENU).error?.message).toContain(words);
    expect(world.person.displayValues('Sheet1')).toEqual([]);
  });
});

describe('Google hides rows', () => {
  const look = `return [sheet.getFilter() === null, sheet.isRowHiddenByFilter(2), sheet.isRowHiddenByUser(2)];`;
  const loaded =
    (hide: (person: World['person']) => void) =>
    ({ person }: World) => {
      person.load('Sheet1', [['city'], ['Rome'], ['Oslo']]);
      hide(person);
    };

  test('by the filter of the sheet, of which a script knows', () => {
    expect(
      run(
        look,
        loaded((person) => person.setFilter('Sheet1', 'A1:A3', 1, ['Rome'])),
      ),
    ).toEqual([false, true, false]);
  });

  test('by the filter of a table, of which getFilter knows nothing', () => {
    const hide = loaded((person) => {
      person.makeTable('Sheet1', 'A1:A3');
      person.filterTable('Sheet1', 1, ['Rome']);
    });
    expect(run(look, hide)).toEqual([true, true, false]);
  });

  test('by a filter view, which no script can see', () => {
    expect(
      run(
        look,
        loaded((person) => person.openFilterView('Sheet1', 'A1:A3', 1, ['Rome'])),
      ),
    ).toEqual([true, false, false]);
  });

  test('by hand', () => {
    expect(
      run(
        look,
        loaded((person) => person.hideRows('Sheet1', 2)),
      ),
    ).toEqual([true, false, true]);
  });
});

describe('Google’s selection', () => {
  const RANGES = `const list = sheet.getActiveRangeList(); return list && list.getRanges().map((range) => range.getA1Notation());`;

  test('may be nothing', () => {
    expect(run(RANGES, ({ person }) => person.clearSelection())).toBeNull();
  });

  test('may overlap itself, contain the header and run past the data', () => {
    const prepare = ({ person }: World) => {
      person.load('Sheet1', [['city'], ['Rome']]);
      person.select('Sheet1', ['A1:B3', 'B2:C900']);
    };
    expect(run(RANGES, prepare)).toEqual(['A1:B3', 'B2:C900']);
  });
});

test('a row that is duplicated carries whatever id is in it', () => {
  const world = worldOf('');
  world.person.load('Sheet1', [['id'], ['job-1']]);
  world.person.duplicateRow('Sheet1', 2);
  expect(world.person.displayValues('Sheet1')).toEqual([['id'], ['job-1'], ['job-1']]);
});
