import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

function loaded(rows: readonly (readonly string[])[]): ScriptDesk {
  const desk = new ScriptDesk();
  desk.hands.load('Sheet1', rows);
  return desk;
}

const shown = (desk: ScriptDesk): string[] => desk.hands.displayValues('Sheet1').map((row) => row.join('|'));

describe('rows and columns', () => {
  test('are inserted and deleted where the script says', () => {
    const desk = loaded([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
    desk.run('sheet.insertRowsAfter(1, 2)');
    expect(shown(desk)).toEqual(['a|1', '|', '|', 'b|2', 'c|3']);
    desk.run('sheet.insertRowBefore(1)');
    desk.run('sheet.deleteRows(3, 2)');
    expect(shown(desk)).toEqual(['|', 'a|1', 'b|2', 'c|3']);
    desk.run('sheet.insertColumnAfter(1); sheet.deleteRow(1)');
    expect(shown(desk)).toEqual(['a||1', 'b||2', 'c||3']);
    desk.run('sheet.insertColumnsBefore(1, 1); sheet.deleteColumns(2, 2)');
    expect(shown(desk)).toEqual(['|1', '|2', '|3']);
    expect(desk.run('return [sheet.getMaxRows(), sheet.getMaxColumns()]')).toEqual([1000, 26]);
  });

  test('out of the grid are refused, and so is deleting all of them', () => {
    const desk = new ScriptDesk();
    expect(() => desk.run('sheet.deleteRows(1000, 2)')).toThrow('Those rows are out of bounds.');
    expect(() => desk.run('sheet.insertRowsAfter(1001, 1)')).toThrow('Those rows are out of bounds.');
    expect(() => desk.run('sheet.insertColumnsAfter(1, 0)')).toThrow('Those columns are out of bounds.');
    expect(() => desk.run('sheet.deleteRows(1, 1000)')).toThrow(
      "You can't delete all the rows on the sheet.",
    );
    expect(() => desk.run('sheet.insertRowsAfter(1, 400000)')).toThrow('above the limit of 10000000 cells');
  });

  test('carry formulas, the filter, protections and the selection along', () => {
    const desk = loaded([
      ['h', ''],
      ['a', ''],
      ['b', ''],
    ]);
    desk.hands.type('Sheet1', 2, 2, '=A2&$A$3');
    desk.hands.addSheet('Other');
    desk.hands.type('Other', 1, 1, '=Sheet1!A3');
    desk.hands.setFilter('Sheet1', 'A1:B3', 1, ['b']);
    desk.hands.protect('Sheet1', 'A3');
    desk.hands.select('Sheet1', ['A3']);
    desk.hands.insertRows('Sheet1', 2, 2);
    expect(desk.hands.formulaCells().map(({ formula }) => formula)).toEqual(['=A4&$A$5', '=Sheet1!A5']);
    expect(desk.hands.rowHiddenBy('Sheet1', 5)).toBe('filter');
    expect(() => desk.run("sheet.getRange('A5').setValue(1)")).toThrow('protected');
    expect(desk.run('return sheet.getActiveRange().getA1Notation()')).toBe('A5');
    desk.hands.unprotect('Sheet1');
    desk.hands.deleteRows('Sheet1', 5);
    expect(desk.hands.cell('Other', 1, 1)).toMatchObject({ display: '#REF!' });
    expect(desk.run('return SpreadsheetApp.getActiveRange()')).toBeNull();
  });

  test('carry references to other sheets and fixed ones, and leave texts in formulas alone', () => {
    const desk = new ScriptDesk();
    desk.hands.renameSheet('Sheet1', "It's mine");
    desk.hands.type("It's mine", 1, 1, `="A5"&'It''s mine'!$A$5&Other!A5&A5:B6&LOG10(A5)&XA5X`);
    desk.hands.insertRows("It's mine", 3, 1);
    expect(desk.hands.cell("It's mine", 1, 1).formula).toBe(
      `="A5"&'It''s mine'!$A$6&Other!A5&A6:B7&LOG10(A6)&XA5X`,
    );
  });

  test('take rules of conditional formatting along, which a script reads, replaces and copies', () => {
    const desk = loaded([['h'], ['a'], ['b']]);
    const add = `sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(),
      SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('Done').setBackground('#00ff00')
        .setRanges([sheet.getRange('A2:A3')]).build()]);`;
    const read = `return sheet.getConditionalFormatRules().map((rule) => {
      const condition = rule.getBooleanCondition();
      const isText = condition.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO;
      return [rule.getRanges().map((range) => range.getA1Notation()), isText, condition.getCriteriaValues()];
    })`;
    desk.run(add);
    desk.hands.insertColumn('Sheet1', 1);
    desk.hands.insertRows('Sheet1', 3);
    const here = [['B2:B4'], true, ['Done']];
    expect(desk.run(read)).toEqual([here]);
    desk.run(add);
    expect(desk.run(read)).toEqual([here, [['A2:A3'], true, ['Done']]]);
    desk.hands.deleteColumn('Sheet1', 2);
    expect(desk.run(read)).toEqual([[['A2:A3'], true, ['Done']]]);
    desk.hands.protect('Sheet1', null);
    desk.run('sheet.setConditionalFormatRules(sheet.getConditionalFormatRules())');
    expect(() => desk.run('sheet.setConditionalFormatRules([1])')).toThrow('setConditionalFormatRules');
  });

  test('are inserted under hostile formulas of any length at once', () => {
    const desk = new ScriptDesk();
    for (const [index, text] of ['a', "'", '"', '(', 'A1!', '$', 'a.', '-'].entries()) {
      desk.hands.type('Sheet1', index + 1, 1, `=${text.repeat(40_000 / text.length)}`);
    }
    // Of the processor, which others may keep busy.
    const began = process.cpuUsage();
    desk.hands.insertRows('Sheet1', 3);
    desk.hands.displayValues('Sheet1');
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  test('that are hidden tell by whom', () => {
    const desk = loaded([['h'], ['a'], ['b'], ['c']]);
    desk.hands.hideRows('Sheet1', 2);
    desk.hands.setFilter('Sheet1', 'A1:A4', 1, ['b']);
    const hidden =
      'return [2, 3, 4].map((row) => [sheet.isRowHiddenByUser(row), sheet.isRowHiddenByFilter(row)])';
    expect(desk.run(hidden)).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    desk.run('sheet.getFilter().remove(); sheet.showRows(2, 1); sheet.hideRow(sheet.getRange(4, 1))');
    expect(desk.run(hidden)).toEqual([
      [false, false],
      [false, false],
      [true, false],
    ]);
    desk.run("sheet.getRange('A1:A4').createFilter()");
    expect(() => desk.run("sheet.getRange('A1:A4').createFilter()")).toThrow('already has a filter');
  });

  test('a script sorts numbers before texts, blanks last, and equal rows stay in order', () => {
    const desk = new ScriptDesk();
    desk.run("sheet.getRange('A1:B5').setValues([['b', 1], ['', 2], [10, 3], ['a', 4], [9, 5]])");
    desk.run("sheet.getRange('A1:B5').sort({ column: 1, ascending: true })");
    expect(shown(desk)).toEqual(['9|5', '10|3', 'a|4', 'b|1', '|2']);
    desk.run('sheet.sort(1, false)');
    expect(shown(desk)).toEqual(['b|1', 'a|4', '10|3', '9|5', '|2']);
  });
});

describe('sheets', () => {
  test('are added, renamed, moved, hidden and deleted', () => {
    const desk = new ScriptDesk();
    const names = 'return SpreadsheetApp.getActive().getSheets().map((one) => one.getName())';
    desk.run(`
      const book = SpreadsheetApp.getActive();
      book.insertSheet('Jobs').hideSheet();
      book.insertSheet('First', 0);
      sheet.setName('Mine').activate();
    `);
    expect(desk.run(names)).toEqual(['First', 'Mine', 'Jobs']);
    const jobs = "const jobs = SpreadsheetApp.getActive().getSheetByName('Jobs');";
    expect(
      desk.run(`${jobs} return [jobs.isSheetHidden(), jobs.getMaxRows(), jobs.getMaxColumns()]`),
    ).toEqual([true, 1000, 26]);
    expect(() => desk.run(`${jobs} jobs.setName('mine')`)).toThrow(
      'A sheet with the name "mine" already exists. Please enter another name.',
    );
    desk.run(`${jobs} SpreadsheetApp.getActive().deleteSheet(jobs)`);
    expect(desk.run(names)).toEqual(['First', 'Mine']);
    expect(desk.run("return SpreadsheetApp.getActive().getSheetByName('Jobs')")).toBeNull();
  });

  test('keep their id when they are renamed, and a copy gets its own', () => {
    const desk = new ScriptDesk();
    desk.hands.renameSheet('Sheet1', 'Mine');
    const copy = desk.hands.duplicateSheet('Mine');
    const gids = desk.hands.sheets().map(({ gid }) => gid);
    expect(gids[0]).toBe(0);
    expect(gids[1]).not.toBe(0);
    expect(desk.run(`return SpreadsheetApp.getActive().getSheetById(${gids[1]}).getName()`)).toBe(copy);
  });

  test('at least one visible sheet stays', () => {
    const desk = new ScriptDesk();
    expect(() => desk.run('sheet.hideSheet()')).toThrow("You can't hide all the sheets in a document.");
    expect(() => desk.run('SpreadsheetApp.getActive().deleteSheet(sheet)')).toThrow(
      "You can't remove all the sheets",
    );
  });

  test('a sheet that was deleted meanwhile is not found', () => {
    const desk = new ScriptDesk();
    desk.hands.addSheet('Gone');
    expect(() =>
      desk.run('const gone = sheet; SpreadsheetApp.getActive().deleteSheet(gone); gone.getLastRow()'),
    ).toThrow(/^Sheet \d+ not found$/);
  });
});

describe('the selection', () => {
  test('is what the user selected: several ranges, overlapping, open-ended', () => {
    const desk = loaded([['h'], ['a']]);
    desk.hands.select('Sheet1', ['A2:B3', 'B3:B4', 'C:C', '900:2000']);
    const seen = desk.run(`
      const list = SpreadsheetApp.getActiveRangeList().getRanges().map((range) => range.getA1Notation());
      return [list, sheet.getSelection().getActiveRange().getA1Notation(), sheet.getCurrentCell().getA1Notation()];
    `);
    expect(seen).toEqual([['A2:B3', 'B3:B4', 'C1:C1000', 'A900:Z1000'], 'A900:Z1000', 'A900']);
  });

  test('may be nothing', () => {
    const desk = new ScriptDesk();
    desk.hands.clearSelection();
    expect(desk.run('return [sheet.getActiveRange(), SpreadsheetApp.getActiveRangeList()]')).toEqual([
      null,
      null,
    ]);
  });

  test('is nothing to a trigger, whose active sheet is the first one', () => {
    const desk = new ScriptDesk();
    desk.hands.addSheet('Second');
    desk.hands.select('Second', ['A1:A5']);
    const seen =
      'return [sheet.getName(), SpreadsheetApp.getActiveRangeList(), SpreadsheetApp.getActiveRange()]';
    expect(desk.run(seen, { interactive: true })).toMatchObject(['Second', {}, {}]);
    expect(desk.run(seen, { interactive: false })).toEqual(['Sheet1', null, null]);
    desk.run("SpreadsheetApp.getActive().insertSheet('Jobs')", { interactive: false });
    expect(desk.hands.sheets().find(({ active }) => active)?.name).toBe('Second');
  });

  test('can be set by a script', () => {
    const desk = new ScriptDesk();
    desk.run("sheet.getRange('B2:C3').activate()");
    expect(desk.run('return sheet.getActiveRange().getA1Notation()')).toBe('B2:C3');
    desk.run("SpreadsheetApp.setActiveRange(sheet.getRange('D4'))");
    expect(desk.run('return SpreadsheetApp.getCurrentCell().getA1Notation()')).toBe('D4');
  });
});
