import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterKey, type GridShape, stepped } from '../../src/page/grid-moves.ts';
import { cellSelection, type GridSelection, selectionOf } from '../../src/page/grid-selection.ts';
import { cases } from '../cases.ts';

/** Rows 1 to 9 without the hidden row 4; A1:C6 is filled but for B3. */
const SHAPE: GridShape = {
  numbers: [1, 2, 3, 5, 6, 7, 8, 9],
  columns: 5,
  maxRows: 100,
  maxColumns: 26,
  end: { row: 6, column: 3 },
  page: 4,
  isFilled: ({ row, column }) => row <= 6 && column <= 3 && !(row === 3 && column === 2),
};

function place(name: string): { row: number; column: number } {
  return { row: Number(name.slice(1)), column: name.charCodeAt(0) - 64 };
}

function name({ rects }: GridSelection): string {
  const { row, column, rows, columns } = rects.at(-1) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const cell = (one: number, other: number) => `${String.fromCharCode(64 + other)}${one}`;
  return rows * columns === 1
    ? cell(row, column)
    : `${cell(row, column)}:${cell(row + rows - 1, column + columns - 1)}`;
}

/** Presses keys such as `Shift+Down` one after another. */
function press(from: string, ...keys: string[]): string {
  let selection = cellSelection(place(from));
  for (const words of keys) {
    const parts = words.split('+');
    const last = parts.at(-1) ?? '';
    const key = ['Up', 'Down', 'Left', 'Right'].includes(last) ? `Arrow${last}` : last;
    const pressed = { key, shift: parts.includes('Shift'), jump: parts.includes('Ctrl') };
    selection = afterKey(selection, pressed, SHAPE) ?? selection;
  }
  return name(selection);
}

describe('A key in the grid', () => {
  it.each([
    ['B2', ['Down', 'Right'], 'C3'],
    ['A3', ['Down'], 'A5'],
    ['A1', ['Up', 'Left'], 'A1'],
    ['B2', ['Shift+Down', 'Shift+Right'], 'B2:C3'],
    ['B3', ['Shift+Up', 'Shift+Left', 'Shift+Down'], 'A3:B3'],
    ['A1', ['Ctrl+Down'], 'A6'],
    ['A6', ['Ctrl+Down'], 'A9'],
    ['B1', ['Ctrl+Down'], 'B2'],
    ['B2', ['Ctrl+Down'], 'B5'],
    ['A9', ['Ctrl+Up'], 'A6'],
    ['A2', ['Ctrl+Shift+Right', 'Ctrl+Shift+Down'], 'A2:C6'],
    ['A2', ['End'], 'C2'],
    ['C2', ['End', 'Home'], 'A2'],
    ['C2', ['Ctrl+End'], 'C6'],
    ['C6', ['Ctrl+Home'], 'A1'],
    ['A1', ['PageDown'], 'A6'],
    ['A9', ['PageUp', 'PageUp'], 'A1'],
    ['B2', ['Ctrl+a'], 'A1:C6'],
    ['B2', ['Ctrl+a', 'Ctrl+a'], 'A1:Z100'],
    ['E9', ['Ctrl+a'], 'A1:Z100'],
    ['B2', ['Shift+ '], 'A2:Z2'],
    ['B2', ['Ctrl+ '], 'B1:B100'],
    ['E2', ['Tab'], 'E2'],
  ])('from %s: %j leads to %s', (from, keys, to) => {
    expect(press(from, ...keys)).toBe(to);
  });

  it('leaves letters and other commands alone', () => {
    for (const key of ['x', 'F5', 'Enter']) {
      expect(afterKey(cellSelection(place('A1')), { key, shift: false, jump: false }, SHAPE)).toBeNull();
    }
  });
});

describe('Enter and Tab', () => {
  it('go back to the column in which the Tabs began', () => {
    const tabs = [1, 1].reduce((all) => stepped(all, [0, 1], SHAPE), cellSelection(place('A2')));
    expect(name(tabs)).toBe('C2');
    expect(name(stepped(tabs, [1, 0], SHAPE))).toBe('A3');
  });

  it('go round in a block and meet each visible cell of it once, forwards and backwards', () => {
    const block = fc.record({
      row: fc.constantFrom(1, 2, 3, 5),
      column: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 2, max: 5 }),
      columns: fc.integer({ min: 1, max: 3 }),
    });
    const way = fc.constantFrom([0, 1] as const, [0, -1] as const, [1, 0] as const, [-1, 0] as const);
    fc.assert(
      fc.property(block, way, (rect, step) => {
        const inside = SHAPE.numbers.filter((row) => row >= rect.row && row < rect.row + rect.rows);
        const seen = new Set<string>();
        let selection = selectionOf([rect]);
        for (let count = 0; count < inside.length * rect.columns; count += 1) {
          selection = stepped(selection, step, SHAPE);
          seen.add(`${selection.active.row} ${selection.active.column}`);
          expect(inside).toContain(selection.active.row);
        }
        expect(seen.size).toBe(inside.length * rect.columns);
        expect(selection.active).toEqual({ row: inside[0], column: rect.column });
        expect(selection.rects).toEqual([rect]);
      }),
      cases(60, 4),
    );
  });
});
