import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Execution } from '../../src/emulator/execution.ts';
import { MANIFEST, type WorldOptions, worldOf } from './world.ts';

const CODE = `
  function SEEN(value) { return JSON.stringify(value); }
  function KIND(value) { return Object.prototype.toString.call(value).slice(8, -1); }
  function DAY(value) { return value.toISOString(); }
  function DOUBLE(value) { return value * 2; }
  function LIST(count) { return Array.from({ length: count }, (_, at) => 'item ' + (at + 1)); }
  function TABLE() { return [['a', 1], ['b']]; }
  function TURNED(range) { return range[0].map((_, at) => range.map((row) => row[at])); }
  function THROWS() { throw new Error('no good'); }
  function NOTHING() {}
  function hidden_() { return 1; }
  function outer() { function INNER() { return 1; } return INNER(); }
  function FETCHES() { return UrlFetchApp.fetch('https://api.heygen.com/v3/x').getContentText(); }
  function WRITES() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); return 'wrote'; }
  function TRIGGERS() { return ScriptApp.getProjectTriggers().length; }
  function ZONE() { return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(); }
  function LOOKS() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }
  function SLOW() { Utilities.sleep(31000); return 'late'; }
  function read() { return SpreadsheetApp.getActiveSheet().getDataRange().getDisplayValues(); }
  function writesAndReads() {
    const sheet = SpreadsheetApp.getActiveSheet();
    return [5, 7].map((n) => { sheet.getRange('A1').setValue(n); return sheet.getRange('B1').getDisplayValue(); });
  }
  function sizes() { const sheet = SpreadsheetApp.getActiveSheet(); return [sheet.getLastRow(), sheet.getLastColumn()]; }
`;

/** A sheet with these cells typed in, and every execution that was told of. */
function sheetOf(cells: Readonly<Record<string, string>>, options: WorldOptions = {}) {
  const told: Execution[] = [];
  const world = worldOf(CODE, { onExecution: (execution) => told.push(execution), ...options });
  const type = (a1: string, text: string): void =>
    world.person.type('Sheet1', Number(a1.slice(1)), a1.charCodeAt(0) - 64, text);
  for (const [a1, text] of Object.entries(cells)) type(a1, text);
  return { world, told, type, shown: (a1: string) => shown(world, a1) };
}

function shown(world: Emulator, a1: string): string {
  return world.person.cell('Sheet1', Number(a1.slice(1)), a1.charCodeAt(0) - 64).display;
}

/** What one formula shows in D1 of a sheet with a few values. */
function formula(text: string, options: WorldOptions = {}): string {
  const cells = { A1: 'name', B1: '2.5', C1: '2026-01-02', A2: "'007", B2: 'TRUE', D1: text };
  return sheetOf(cells, options).shown('D1');
}

describe('the arguments of a custom function', () => {
  test.each([
    ['=SEEN(A1)', '"name"'],
    ['=seen(a2)', '"007"'],
    ['=SEEN(B1)', '2.5'],
    ['=SEEN(B2)', 'true'],
    ['=SEEN(C2)', '""'],
    ['=SEEN("a ""b""")', '"a \\"b\\""'],
    ['=SEEN(-B1)', '-2.5'],
    ['=SEEN(A1&B1)', '"name2.5"'],
    ['=SEEN($A$1:B2)', '[["name",2.5],["007",true]]'],
    ['=SEEN(B2:A1)', '[["name",2.5],["007",true]]'],
    ['=SEEN(Sheet1!A1:A2)', '[["name"],["007"]]'],
    ['=SEEN(A1:A1)', '"name"'],
    ['=SEEN(A999:A2000)', '[[""],[""]]'],
    ['=SEEN(1/0)', '#ERROR!'],
    ['=SEEN(F:F)', '#NAME?'],
    ['=SEEN(A1', '#ERROR!'],
    ['=SEEN(A1 A2)', '#ERROR!'],
    ['=SEEN(,A1)', '#ERROR!'],
    ['=SEEN(AA1)', '"#REF!"'],
    ['=SEEN(NOSUCH(1))', '#NAME?'],
    ['=SEEN(Other!A1:A2)', '"#REF!"'],
    ['=KIND(C1)', 'Date'],
    ['=DAY(C1)', '2026-01-02T00:00:00.000Z'],
    ['=SEEN(TO_TEXT(C1))', '"2026-01-02"'],
    ['=SEEN(TO_TEXT(B1))', '"2.5"'],
    ['=SEEN(TO_TEXT(A1:C1))', '"#VALUE!"'],
    ['=SEEN(ARRAYFORMULA(TO_TEXT(A1:C2)))', '[["name","2.5","2026-01-02"],["007","TRUE",""]]'],
    ['=ARRAYFORMULA(SEEN(TO_TEXT(A1:B1)))', '[["name","2.5"]]'],
    ['=DOUBLE(DOUBLE(B1))', '10'],
  ])('%s is %s', (text, result) => {
    expect(formula(text)).toBe(result);
  });

  test('a date is the moment that it stands for in the spreadsheet’s time zone', () => {
    const manifest = { ...MANIFEST, timeZone: 'Asia/Tokyo' };
    expect(formula('=DAY(C1)', { manifest })).toBe('2026-01-01T15:00:00.000Z');
    expect(formula('=ZONE()', { manifest })).toBe('Asia/Tokyo');
  });
});

describe('what a custom function returns', () => {
  test.each([
    ['=THROWS()', '#ERROR!'],
    ['=NOTHING()', ''],
    ['=LIST(0)', ''],
    ['=THROWS()&"x"', '#ERROR!'],
    ['=LIST(2)&"x"', '#VALUE!'],
    ['=A1:A2', '#VALUE!'],
    ['=hidden_()', '#NAME?'],
    ['=INNER()', '#NAME?'],
    ['=read', '#NAME?'],
    ['=TRIGGERS()', '#ERROR!'],
    ['=WRITES()', '#ERROR!'],
    ['=SLOW()', '#ERROR!'],
    ['=TO_TEXT()', '#N/A'],
  ])('%s shows %s', (text, result) => {
    expect(formula(text)).toBe(result);
  });

  test('a list fills the cells below, lists fill rows', () => {
    const { world, shown: at } = sheetOf({ A2: '=LIST(3)', C1: '=TABLE()', A6: '=A4' });
    expect(world.person.displayValues('Sheet1')).toEqual([
      ['', '', 'a', '1'],
      ['item 1', '', 'b', ''],
      ['item 2', '', '', ''],
      ['item 3', '', '', ''],
      ['', '', '', ''],
      ['item 3', '', '', ''],
    ]);
    expect(at('D2')).toBe('');
    expect(world.person.cell('Sheet1', 3, 1).formula).toBe('');
  });

  test('values that were spread count as content for scripts, and follow what they are made of', () => {
    const { world, type } = sheetOf({ A1: 'x', B1: '5', A3: '=TURNED(A1:B2)' });
    const run = (name: string) => world.run(name, { kind: 'menu' }).value;
    expect(run('sizes')).toEqual([4, 2]);
    expect(run('read')).toEqual([
      ['x', '5'],
      ['', ''],
      ['x', ''],
      ['5', ''],
    ]);
    type('B2', 'new');
    expect(run('read')).toEqual([
      ['x', '5'],
      ['', 'new'],
      ['x', ''],
      ['5', 'new'],
    ]);
  });

  test('an execution sees them made of its own writes, before these are flushed', () => {
    const { world } = sheetOf({ A1: '1', B1: '=DOUBLE(A1)' });
    const { value } = world.run('writesAndReads', { kind: 'menu' });
    expect(value).toEqual(['10', '14']);
  });

  test('where cells are in the way it shows #REF!, and nothing is lost', () => {
    const { type, shown: at } = sheetOf({ A1: '=LIST(3)', A3: 'mine' });
    expect([at('A1'), at('A2'), at('A3')]).toEqual(['#REF!', '', 'mine']);
    type('A3', '');
    expect([at('A1'), at('A3')]).toEqual(['item 1', 'item 3']);
    type('B1', '=LIST(2000)');
    expect(at('B1')).toBe('#REF!');
  });

  test('two that would overlap do not, and a formula that reads itself comes to nothing', () => {
    const { shown: at } = sheetOf({ A2: '=TABLE()', B1: '=LIST(3)', D1: '=SEEN(D1)', E1: '=SEEN(E1:F1)' });
    expect([at('B1'), at('B2'), at('A2')]).toEqual(['item 1', 'item 2', '#REF!']);
    expect(at('D1')).toContain('#REF!');
    expect(at('E1')).toContain('#REF!');
  });

  test('a function that reads the cell that it is in ends', () => {
    expect(sheetOf({ A1: '=LOOKS()' }).shown('A1')).toMatch(/^#(REF|ERROR)!$/);
  });

  test('a formula follows its row when the sheet is sorted', () => {
    const { world } = sheetOf({ A1: 'n', A2: '2', A3: '1', B2: '=DOUBLE(A2)', B3: '=DOUBLE(A3)' });
    world.person.sortRows('Sheet1', 1, true);
    expect(world.person.displayValues('Sheet1')).toEqual([
      ['n', ''],
      ['1', '2'],
      ['2', '4'],
    ]);
  });
});

describe('the executions of custom functions', () => {
  test('a function runs again when an argument changed, not at every look', () => {
    const logs: string[] = [];
    const {
      type,
      shown: at,
      world,
    } = sheetOf(
      { A1: '1', B1: '=THROWS(A1)' },
      { onExecution: (execution) => logs.push(`${execution.kind} ${execution.error?.message}`) },
    );
    for (let looks = 0; looks < 3; looks += 1) at('B1');
    world.person.insertRows('Sheet1', 5);
    at('B1');
    expect(logs).toEqual(['custom-function no good']);
    type('A1', '2');
    at('B1');
    expect(logs).toHaveLength(2);
  });

  test('they are in no other execution’s record and take none of its time', () => {
    const plain = sheetOf({ A1: '1', B1: 'x' });
    const cells = sheetOf({ A1: '1', B1: '=ZONE()&SEEN(A1)' });
    const [without, within] = [plain, cells].map(({ world }) => world.run('read', { kind: 'menu' }));
    expect(within?.value).toEqual([['1', 'Etc/UTC1']]);
    expect(within?.calls.map(({ method, cost }) => [method, cost])).toEqual(
      without?.calls.map(({ method, cost }) => [method, cost]),
    );
    expect(within?.ended).toBe(without?.ended);
    expect(within?.id).toBe(without?.id);
    expect(cells.told.map(({ kind }) => kind)).toEqual(['menu']);
  });

  test('interleaved executions read them at every switch, and each as if alone', () => {
    const { world } = sheetOf({ A1: '1', B1: '=DOUBLE(A1)' });
    const run = { functionName: 'read', kind: 'menu' as const };
    const executions = world.interleave([run, run], (step) => step % 2);
    expect(executions.map(({ value }) => value)).toEqual([[['1', '2']], [['1', '2']]]);
  });

  test('a fetch needs the scope that the user may have denied', () => {
    const granted = MANIFEST.oauthScopes.filter((scope) => !scope.endsWith('external_request'));
    expect(formula('=FETCHES()')).toBe('ok');
    expect(formula('=FETCHES()', { grantedScopes: granted })).toBe('#ERROR!');
  });

  test('a formula of hostile length comes to an error', () => {
    const long = `=SEEN(${'SEEN('.repeat(9_000)}`;
    const wide = `=SEEN(${'A1,'.repeat(16_000)}A1)`;
    expect([formula(long), formula(wide)]).toEqual(['#ERROR!', '#ERROR!']);
  });

  test('the same arguments in many rows are one execution', () => {
    const { world, told } = sheetOf({ A1: 'x', A2: 'y' });
    for (let row = 3; row <= 300; row += 1) world.person.type('Sheet1', row, 2, `=THROWS(A${(row % 2) + 1})`);
    expect(world.person.displayValues('Sheet1').filter(([, b]) => b === '#ERROR!')).toHaveLength(298);
    expect(told).toHaveLength(2);
  });
});
