import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

const READ = `return sheet.getRange('A1').getDisplayValue();`;
const write = (text: string): string => `sheet.getRange('A1').setValue('${text}');`;

/** Execution 1 has read the sheet; then execution 2 has written and ended. */
const staleDesk = (): ScriptDesk => {
  const desk = new ScriptDesk();
  desk.script(READ);
  desk.run(write('theirs'), { execution: 2 });
  return desk;
};

describe('an execution whose reads are cached', () => {
  test('sees nothing that another has written since its first read', () => {
    const desk = staleDesk();
    expect(desk.script(READ)).toBe('');
    expect(desk.script('return [sheet.getLastRow(), sheet.getDataRange().getValues()];')).toEqual([
      0,
      [['']],
    ]);
  });

  test('sees it after its own flush', () => {
    expect(staleDesk().script(`SpreadsheetApp.flush(); ${READ}`)).toBe('theirs');
  });

  test('sees it after its own change of structure', () => {
    expect(staleDesk().script(`sheet.insertRowAfter(1); ${READ}`)).toBe('theirs');
  });

  test('sees its own writes on top of what it has read', () => {
    const desk = staleDesk();
    desk.script(`sheet.getRange('B1').setValue('mine');`);
    expect(desk.script(`return sheet.getRange('A1:B1').getValues();`)).toEqual([['', 'mine']]);
    desk.service.commit(1);
    expect(desk.hands.displayValues('Sheet1')).toEqual([['theirs', 'mine']]);
  });

  test('does not see a new tab, and cannot make it again', () => {
    const desk = staleDesk();
    desk.run(`SpreadsheetApp.getActiveSpreadsheet().insertSheet('Jobs');`, { execution: 2 });
    const look = `const book = SpreadsheetApp.getActiveSpreadsheet(); return [book.getSheetByName('Jobs') === null, book.getNumSheets()];`;
    expect(desk.script(look)).toEqual([true, 1]);
    expect(() => desk.script(`SpreadsheetApp.getActiveSpreadsheet().insertSheet('Jobs');`)).toThrow(
      /already exists/,
    );
    expect(desk.script(look)).toEqual([false, 2]);
  });

  test('sees no filter and no row of the user that came later', () => {
    const desk = new ScriptDesk();
    desk.hands.load('Sheet1', [['name'], ['Ann'], ['Bob']]);
    desk.script(READ);
    desk.hands.setFilter('Sheet1', 'A1:A3', 1, ['Bob']);
    desk.hands.sortRows('Sheet1', 1, false);
    expect(
      desk.script(
        `return [sheet.getFilter(), sheet.isRowHiddenByFilter(2), sheet.getRange('A2').getValue()];`,
      ),
    ).toEqual([null, false, 'Ann']);
  });

  test('begins anew with its next execution', () => {
    const desk = staleDesk();
    desk.service.commit(1);
    expect(desk.script(READ)).toBe('theirs');
  });
});

test('without the habit, every read sees what is stored', () => {
  const desk = new ScriptDesk({ readsAreCached: false });
  desk.script(READ);
  desk.run(write('theirs'), { execution: 2 });
  expect(desk.script(READ)).toBe('theirs');
});
