import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/local/csv.ts';
import { called } from './page-calls.ts';
import { World } from './world.ts';

/** The row and the header of the cell in which the user stands. */
function standing(world: World): { readonly row: number; readonly header: string } {
  const [{ row, column }] = Object(world.emulator.snapshot()).services.sheets.selection.rects;
  const [headers = []] = world.hands.displayValues(world.sheet);
  return { row, header: headers[column - 1] ?? '' };
}

test('“Go to cell” goes to the row and the column of every mistake in the example of mistakes', () => {
  const csv = readCsv(readFileSync('examples/mistakes.csv'));
  if (!csv.ok) throw new Error(csv.failure);
  const world = new World();
  world.prepare(csv.value.rows);
  const check = called(world, 'sidebarCheck').value;
  expect(check.groups.length).toBeGreaterThan(20);
  for (const { column, rows } of check.groups) {
    const [row = 0] = rows;
    called(world, 'sidebarGoTo', row, column);
    expect({ column, ...standing(world) }).toMatchObject({
      row,
      ...(column === '' ? {} : { header: column }),
    });
  }
});
