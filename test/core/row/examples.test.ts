import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { ROW_ISSUE_CODES } from '../../../src/core/issue.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { cellOf, readTable } from '../../../src/core/sheet/table.ts';

function example(name: string): string[][] {
  const file = new URL(`../../../examples/${name}`, import.meta.url);
  return parse(readFileSync(file, 'utf8'), { bom: true });
}

describe('examples/outreach.csv', () => {
  const grid = example('outreach.csv');
  const table = readTable(grid);

  test('is a dozen rows with nothing to complain about', () => {
    expect(table.issues).toEqual([]);
    expect(table.notices).toEqual([]);
    expect(table.rows).toHaveLength(12);
  });

  test.each(table.rows.map((row) => [row.number, row] as const))('row %i can be sent', (_number, row) => {
    const read = requestOf(table, row, {});
    expect(read.ok ? [] : read.failure).toEqual([]);
  });

  test('shows accents, commas, quotes, emoji, lines in a cell, an escape and an empty name', () => {
    const cells = grid.slice(1).flat();
    for (const sign of [/é/u, /,/u, /"/u, /\p{Extended_Pictographic}/u, /\n/u, /\\<</u, /^=/u]) {
      expect(cells.some((cell) => sign.test(cell))).toBe(true);
    }
    expect(table.rows.some((row) => cellOf(row, 0) === '')).toBe(true);
  });
});

describe('examples/mistakes.csv', () => {
  const table = readTable(example('mistakes.csv'));
  const explanation = table.headers.indexOf('what_is_wrong');
  const rows = table.rows.map((row) => {
    const read = requestOf(table, row, {});
    return { number: row.number, says: cellOf(row, explanation), issues: read.ok ? [] : read.failure };
  });

  test('can be read as a sheet', () => {
    expect(table.issues).toEqual([]);
  });

  test.each(rows.map((row) => [row.number, row.says, row.issues] as const))(
    'row %i: %s',
    (_number, says, issues) => {
      const told = { 'Nothing:': 0, 'Two things': 2, Five: 5 };
      const expected = Object.entries(told).find(([word]) => says.startsWith(`${word} `))?.[1] ?? 1;
      expect(issues).toHaveLength(expected);
    },
  );

  test('has a row for every issue that a row of a CSV can have', () => {
    const codes = new Set(rows.flatMap((row) => row.issues.map(({ code }) => code)));
    // No file of texts holds a picture in a cell, or a second sheet.
    const possible = ROW_ISSUE_CODES.filter((code) => code !== 'cell_without_text' && code !== 'say_unclear');
    expect([...codes].sort()).toEqual([...possible].sort());
  });

  test('has good rows among the others', () => {
    expect(rows.filter((row) => row.issues.length === 0).length).toBeGreaterThanOrEqual(3);
  });
});
