import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestFrom, requestOf } from '../../../src/core/request/request.ts';
import { readRow } from '../../../src/core/row/row-reading.ts';
import { readTable, type Table } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';
import { ANY_ROW, KNOWN } from './random-rows.ts';

test('the request of a row that was read already is the request of the row', () => {
  const check = (cells: Readonly<Record<string, string>>): void => {
    const table = readTable([Object.keys(cells), Object.values(cells)]);
    for (const row of table.rows) {
      const reading = readRow(table, row, {}, KNOWN);
      expect(requestFrom(reading, table, row, KNOWN)).toEqual(requestOf(table, row, {}, KNOWN));
    }
  };
  fc.assert(fc.property(ANY_ROW, check), cases(300, 20260712));
});

test('it looks up no merge field a second time', () => {
  let lookups = 0;
  const read = readTable([
    ['first_name', 'script', 'avatar_id'],
    ['Ana', 'Hi <<first_name>>, <<first_name|you>>!', 'Anna_Office_Front_public'],
  ]);
  const table: Table = {
    ...read,
    fieldOf: (name) => {
      lookups += 1;
      return read.fieldOf(name);
    },
  };
  for (const row of table.rows) {
    const reading = readRow(table, row, {}, KNOWN);
    const before = lookups;
    expect(before).toBeGreaterThan(0);
    expect(requestFrom(reading, table, row, KNOWN).ok).toBe(true);
    expect(lookups).toBe(before);
  }
});
