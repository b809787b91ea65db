import type { Plain } from '../service.ts';
import { wholeNumber, wrongArguments } from './range-arguments.ts';
import { areaOfRange, type SheetsLine } from './sheets-line.ts';

type Act = (method: string, ...args: readonly Plain[]) => object;
type Member = (...args: readonly unknown[]) => unknown;

/** The members of a Sheet about rows and columns: insert, delete, hide, and so on. */
export function rowAndColumnMembers(line: SheetsLine, gid: number, act: Act): Record<string, Member> {
  /** `shift` 1 turns "after row n" into "before row n + 1". */
  const lines =
    (name: string, method: string, shift = 0): Member =>
    (first, count = 1) =>
      act(
        method,
        wholeNumber(first, `Sheet.${name}`) + shift,
        wholeNumber(count, `Sheet.${name}`),
        wholeNumber(first, `Sheet.${name}`),
      );
  const hide =
    (name: string, method: string): Member =>
    (range) => {
      const area = areaOfRange(range);
      if (area === undefined) throw wrongArguments(`Sheet.${name}`, [range]);
      act(method, area.row, area.rows);
    };
  const hiddenBy =
    (method: string): Member =>
    (row) =>
      line.call(method, gid, wholeNumber(row, `Sheet.${method}`));
  const looks = (): Member => (first) => {
    const column = wholeNumber(first, 'Sheet.setColumnWidth');
    return act('setSheetStyle', column);
  };
  return {
    insertRowBefore: lines('insertRowBefore', 'insertRows'),
    insertRowAfter: lines('insertRowAfter', 'insertRows', 1),
    insertRowsBefore: lines('insertRowsBefore', 'insertRows'),
    insertRowsAfter: lines('insertRowsAfter', 'insertRows', 1),
    insertRows: lines('insertRows', 'insertRows'),
    deleteRow: lines('deleteRow', 'deleteRows'),
    deleteRows: lines('deleteRows', 'deleteRows'),
    insertColumnBefore: lines('insertColumnBefore', 'insertColumns'),
    insertColumnAfter: lines('insertColumnAfter', 'insertColumns', 1),
    insertColumnsBefore: lines('insertColumnsBefore', 'insertColumns'),
    insertColumnsAfter: lines('insertColumnsAfter', 'insertColumns', 1),
    insertColumns: lines('insertColumns', 'insertColumns'),
    deleteColumn: lines('deleteColumn', 'deleteColumns'),
    deleteColumns: lines('deleteColumns', 'deleteColumns'),
    hideRows: lines('hideRows', 'hideRows'),
    showRows: lines('showRows', 'showRows'),
    hideRow: hide('hideRow', 'hideRows'),
    unhideRow: hide('unhideRow', 'showRows'),
    isRowHiddenByUser: hiddenBy('isRowHiddenByUser'),
    isRowHiddenByFilter: hiddenBy('isRowHiddenByFilter'),
    getFrozenRows: () => line.call('getFrozenRows', gid),
    setFrozenRows: (rows) => act('setFrozenRows', wholeNumber(rows, 'Sheet.setFrozenRows')),
    setColumnWidth: looks(),
    setColumnWidths: looks(),
    autoResizeColumn: looks(),
    autoResizeColumns: looks(),
  };
}
