import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RectangleWrite, type RowWrite, rectangles } from '../../../src/core/sheet/cell-writes.ts';
import { cases } from '../../cases.ts';

type Grid = string[][];

/** Writes rectangles as a sheet does; cells to be put back are written as they were. */
function written(grid: Grid, writes: readonly RectangleWrite<string>[]): Grid {
  const after = grid.map((line) => [...line]);
  for (const { row, column, cells } of writes) {
    const width = cells[0]?.length ?? 0;
    expect(width).toBeGreaterThan(0);
    cells.forEach((line, down) => {
      expect(line).toHaveLength(width);
      line.forEach((cell, right) => {
        const target = after[row - 1 + down];
        if (target === undefined || column - 1 + right >= target.length) throw new Error('outside the grid');
        target[column - 1 + right] = cell ?? grid[row - 1 + down]?.[column - 1 + right] ?? '';
      });
    });
  }
  return after;
}

const ROWS = 12;
const COLUMNS = 8;
const grid: Grid = Array.from({ length: ROWS }, (_, y) =>
  Array.from({ length: COLUMNS }, (_, x) => `${y},${x}`),
);

const columnLists = fc
  .uniqueArray(fc.integer({ min: 1, max: COLUMNS }), { minLength: 1, maxLength: COLUMNS })
  .map((columns) => columns.sort((a, b) => a - b));

const anyCase = columnLists.chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.uniqueArray(
      fc.record({
        row: fc.integer({ min: 1, max: ROWS }),
        contents: fc.array(fc.constantFrom('', 'new', '=1'), {
          minLength: columns.length,
          maxLength: columns.length,
        }),
      }),
      { selector: ({ row }) => row, maxLength: ROWS },
    ),
    mostRuns: fc.integer({ min: 1, max: 5 }),
  }),
);

function runs(rows: readonly RowWrite<string>[]): number {
  const numbers = new Set(rows.map(({ row }) => row));
  return [...numbers].filter((row) => !numbers.has(row - 1)).length;
}

describe('scattered rows written as rectangles', () => {
  test('change exactly the cells of the patches, and nothing else', () => {
    fc.assert(
      fc.property(anyCase, ({ columns, rows, mostRuns }) => {
        const expected = grid.map((line) => [...line]);
        for (const { row, contents } of rows) {
          contents.forEach((text, place) => {
            const line = expected[row - 1];
            if (line !== undefined) line[(columns[place] ?? 1) - 1] = text;
          });
        }
        expect(written(grid, rectangles(columns, rows, mostRuns))).toEqual(expected);
      }),
      cases(400, 8),
    );
  });

  test('take no more calls than runs are allowed times groups of columns', () => {
    fc.assert(
      fc.property(anyCase, ({ columns, rows, mostRuns }) => {
        const groups = columns.filter((column) => !columns.includes(column - 1)).length;
        const most = Math.max(1, Math.min(mostRuns, runs(rows))) * groups;
        expect(rectangles(columns, rows, mostRuns).length).toBeLessThanOrEqual(rows.length === 0 ? 0 : most);
      }),
      cases(100, 9),
    );
  });

  test('put nothing back when the rows follow each other', () => {
    const rows = [4, 2, 3].map((row) => ({ row, contents: [`${row}`] }));
    expect(rectangles([3], rows, 1)).toEqual([{ row: 2, column: 3, cells: [['2'], ['3'], ['4']] }]);
  });
});
