import { describe, expect, test } from 'vitest';
import { ScriptDesk } from './script-bench.ts';

describe('what calls cost', () => {
  test('reads and writes by the call and the cell, the rest by its kind; naming cells is free', () => {
    const desk = new ScriptDesk();
    desk.run(`
      const range = sheet.getRange(1, 1, 10, 10);
      range.getValues(); range.setValue('x'); SpreadsheetApp.flush();
      sheet.getLastRow(); sheet.getName(); range.getA1Notation(); sheet.insertRowsAfter(1, 1);
    `);
    expect(desk.costs()).toEqual([201, 201, 300, 100, 300]);
  });

  test('asking after hidden rows is cheap for neighbours, until something is written', () => {
    const desk = new ScriptDesk();
    desk.run(`
      for (let row = 2; row < 5; row += 1) { sheet.isRowHiddenByFilter(row); sheet.isRowHiddenByUser(row); }
      sheet.isRowHiddenByFilter(9);
      sheet.getRange(1, 1).setValue(1);
      sheet.isRowHiddenByFilter(10);
    `);
    expect(desk.costs()).toEqual([150, 5, 5, 5, 5, 5, 150, 200.01, 150]);
  });

  test('10,000 rows of 30 columns are read, written, saved and restored within moments', () => {
    const desk = new ScriptDesk();
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      Array.from({ length: 30 }, (__, c) => `cell ${n} ${c}`),
    );
    const began = process.hrtime.bigint();
    desk.hands.load('Sheet1', rows);
    const last = desk.run(`
      const values = sheet.getDataRange().getValues();
      const status = sheet.getRange(2, 5, 9999, 3);
      for (let pass = 0; pass < 5; pass += 1) {
        status.setValues(values.slice(1).map((row, n) => ['Queued', n, row[0]]));
        SpreadsheetApp.flush();
      }
      sheet.insertRowsBefore(2, 1);
      return sheet.getRange(10001, 5, 1, 3).getValues();
    `);
    desk.hands.sortRows('Sheet1', 1, false);
    const text = JSON.stringify(desk.service.snapshot());
    desk.service.restore(JSON.parse(text));
    const ms = Number(process.hrtime.bigint() - began) / 1e6;
    expect(last).toEqual([['Queued', 9998, 'cell 9999 0']]);
    // Generous for a busy machine; it takes about one second.
    expect(ms).toBeLessThan(10_000);
  });
});
