import { listOf, numberOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { Plain } from '../service.ts';
import { a1Notation } from '../spreadsheet/a1.ts';
import type { Rect } from '../spreadsheet/rect.ts';
import { guarded } from './guarded.ts';
import { cellInput, cellInputs, cellValue, text, wholeNumber, wrongArguments } from './range-arguments.ts';
import { rangeCosmetics } from './range-cosmetics.ts';
import { createFilterFacade, createProtection } from './sheet-extras.ts';
import { rememberArea, type SheetHandle, type SheetsLine } from './sheets-line.ts';

/** A Range of a script: coordinates on a sheet. It does not follow rows that move. */
export function createRange(line: SheetsLine, sheet: SheetHandle, rect: Rect): object {
  const { row, column, rows, columns } = rect;
  const area = { gid: sheet.gid, row, column, rows, columns };
  const at = (other: Rect): object => createRange(line, sheet, other);
  const read = (method: string): readonly (readonly Plain[])[] => listOf(line.call(method, area)).map(listOf);
  const corner = { ...area, rows: 1, columns: 1 };
  const readFirst = (method: string): Plain | undefined => listOf(listOf(line.call(method, corner))[0])[0];
  const write = (method: string, inputs: Plain): object => {
    line.call(method, [area], inputs);
    return self;
  };

  const self: object = guarded('Range', {
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getHeight: () => rows,
    getWidth: () => columns,
    getLastRow: () => row + rows - 1,
    getLastColumn: () => column + columns - 1,
    getRowIndex: () => row,
    getA1Notation: () => a1Notation(rect),
    getGridId: () => sheet.gid,
    getSheet: () => sheet.facade(),
    getCell: (down: unknown, right: unknown) => {
      const place = { row: wholeNumber(down, 'Range.getCell'), column: wholeNumber(right, 'Range.getCell') };
      if (place.row < 1 || place.row > rows || place.column < 1 || place.column > columns) {
        throw refused('cellOutOfRange');
      }
      return at({ row: row + place.row - 1, column: column + place.column - 1, rows: 1, columns: 1 });
    },
    offset: (...args: readonly unknown[]) => at(offsetRect(rect, args)),

    getValues: () => read('getValues').map((cells) => cells.map(cellValue)),
    getValue: () => cellValue(readFirst('getValues')),
    getDisplayValues: () => read('getDisplayValues'),
    getDisplayValue: () => readFirst('getDisplayValues'),
    getFormulas: () => read('getFormulas'),
    getFormula: () => readFirst('getFormulas'),
    getNotes: () => read('getNotes'),
    getNote: () => readFirst('getNotes'),
    getNumberFormats: () => read('getNumberFormats'),
    getNumberFormat: () => readFirst('getNumberFormats'),
    isBlank: () => read('getValues').every((cells) => cells.every((cell) => cell === '')),

    setValues: (values: unknown) => write('setValues', cellInputs(values, 'Range.setValues')),
    setValue: (value: unknown) => write('setValue', cellInput(value, 'Range.setValue')),
    setFormulas: (values: unknown) => write('setFormulas', cellInputs(values, 'Range.setFormulas')),
    setFormula: (value: unknown) => write('setFormula', text(value, 'Range.setFormula')),
    setNotes: (values: unknown) => write('setNotes', cellInputs(values, 'Range.setNotes')),
    setNote: (value: unknown) => write('setNote', value === null ? '' : text(value, 'Range.setNote')),
    setNumberFormats: (v: unknown) => write('setNumberFormats', cellInputs(v, 'Range.setNumberFormats')),
    setNumberFormat: (value: unknown) => write('setNumberFormat', text(value, 'Range.setNumberFormat')),
    clearContent: () => write('clearContent', null),
    clearNote: () => write('setNote', ''),
    clear: (...options: readonly unknown[]) => {
      if (options.length > 0) throw new Error('Range.clear with options is not emulated');
      return write('clear', null);
    },
    ...rangeCosmetics(line, [area], () => self),

    activate: () => {
      line.call('setActiveRanges', line.interactive, [area]);
      return self;
    },
    sort: (spec: unknown) => {
      line.call('sort', area, sortKeys(spec));
      return self;
    },
    createFilter: () => {
      line.call('createFilter', area);
      return createFilterFacade(line, sheet.gid, rect, at);
    },
    protect: () => createProtection(line, numberOf(line.call('protect', sheet.gid, area)), self),
  });
  rememberArea(self, area);
  return self;
}

function offsetRect(rect: Rect, args: readonly unknown[]): Rect {
  if (args.length < 2 || args.length > 4) throw wrongArguments('Range.offset', args);
  const [down = 0, right = 0, rows = rect.rows, columns = rect.columns] = args.map((value) =>
    wholeNumber(value, 'Range.offset'),
  );
  const moved = { row: rect.row + down, column: rect.column + right, rows, columns };
  if (moved.row < 1 || moved.column < 1 || rows < 1 || columns < 1) {
    throw refused('outsideSheet');
  }
  return moved;
}

/** `2`, `{ column: 2, ascending: false }` or a list of these; columns count from the sheet's first. */
function sortKeys(spec: unknown): { column: number; ascending: boolean }[] {
  const keys = Array.isArray(spec) ? spec : [spec];
  return keys.map((key: unknown) => {
    if (typeof key === 'number') return { column: wholeNumber(key, 'Range.sort'), ascending: true };
    if (typeof key !== 'object' || key === null || !('column' in key))
      throw wrongArguments('Range.sort', [key]);
    const ascending = 'ascending' in key ? key.ascending !== false : true;
    return { column: wholeNumber(key.column, 'Range.sort'), ascending };
  });
}
