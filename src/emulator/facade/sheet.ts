import { listOf, numberOf, recordOf, textOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { areaOf } from '../spreadsheet/call.ts';
import type { Rect, SheetRect } from '../spreadsheet/rect.ts';
import { formatRuleMembers } from './format-rules.ts';
import { guarded } from './guarded.ts';
import { createRange } from './range.ts';
import { cellInput, rectOfArguments, text, wholeNumber, wrongArguments } from './range-arguments.ts';
import { createRangeList } from './range-list.ts';
import { createFilterFacade } from './sheet-extras.ts';
import { protectionMembers } from './sheet-protections.ts';
import { selectionMembers } from './sheet-selection.ts';
import { rowAndColumnMembers } from './sheet-structure.ts';
import { areaOfRange, rememberSheet, type SheetHandle, type SheetsLine } from './sheets-line.ts';

/** A Sheet of a script: an id, and the name that came with it. `parent` gives the Spreadsheet object. */
export function createSheet(line: SheetsLine, info: Plain, parent: () => object): object {
  const { gid: id, name } = recordOf(info);
  const gid = numberOf(id);
  const handle: SheetHandle = { gid, name: textOf(name), facade: () => self };
  const rangeAt = (rect: Rect): object => createRange(line, handle, rect);
  const list = (areas: readonly SheetRect[]): object => createRangeList(line, areas, rangeAt);
  const ask = (method: string): Plain => line.call(method, gid);
  const act = (method: string, ...args: readonly Plain[]): object => {
    line.call(method, gid, ...args);
    return self;
  };
  const rectFor = (...args: readonly unknown[]): Rect => {
    const rect = rectOfArguments(args, 'Sheet.getRange');
    if (rect !== null) return rect;
    const notation = text(args[0], 'Sheet.getRange');
    if (notation.includes('!')) throw new Error('Sheet.getRange with the name of a sheet is not emulated');
    return areaOf({ ...recordOf(recordOf(line.call('resolveRange', gid, notation)).rect), gid });
  };
  const whole = (): Rect => {
    const rows = numberOf(ask('getMaxRows'));
    return { row: 1, column: 1, rows, columns: numberOf(ask('getMaxColumns')) };
  };

  const self: object = guarded('Sheet', {
    getName: () => handle.name,
    getSheetName: () => handle.name,
    getSheetId: () => gid,
    getParent: parent,
    getIndex: () => recordOf(ask('getSheetState')).index,
    isSheetHidden: () => recordOf(ask('getSheetState')).hidden,
    setName: (value: unknown) => {
      act('setName', text(value, 'Sheet.setName'));
      handle.name = String(value);
      return self;
    },
    hideSheet: () => act('hideSheet'),
    showSheet: () => act('showSheet'),
    activate: () => {
      line.call('setActiveSheet', line.interactive, gid);
      return self;
    },

    getRange: (...args: readonly unknown[]) => rangeAt(rectFor(...args)),
    getRangeList: (notations: unknown) => {
      if (!Array.isArray(notations) || notations.length === 0)
        throw wrongArguments('Sheet.getRangeList', [notations]);
      return list(notations.map((notation: unknown) => ({ gid, ...rectFor(notation) })));
    },
    getDataRange: () => rangeAt(areaOf(ask('getDataRange'))),
    getLastRow: () => ask('getLastRow'),
    getLastColumn: () => ask('getLastColumn'),
    getMaxRows: () => ask('getMaxRows'),
    getMaxColumns: () => ask('getMaxColumns'),
    appendRow: (contents: unknown) => {
      if (!Array.isArray(contents)) throw wrongArguments('Sheet.appendRow', [contents]);
      return act(
        'appendRow',
        Array.from(contents, (cell: unknown) => cellInput(cell, 'Sheet.appendRow')),
      );
    },
    clear: () => {
      line.call('clear', [{ gid, ...whole() }], null);
      return self;
    },
    clearContents: () => {
      line.call('clearContent', [{ gid, ...whole() }], null);
      return self;
    },
    ...rowAndColumnMembers(line, gid, act),

    getFilter: () => {
      const area = ask('getFilter');
      return area === null ? null : createFilterFacade(line, gid, areaOf(area), rangeAt);
    },
    sort: (column: unknown, ascending: unknown = true) => {
      const last = numberOf(ask('getMaxRows'));
      const first = numberOf(ask('getFrozenRows')) + 1;
      const area = {
        gid,
        row: first,
        column: 1,
        rows: last - first + 1,
        columns: numberOf(ask('getMaxColumns')),
      };
      line.call('sort', area, [
        { column: wholeNumber(column, 'Sheet.sort'), ascending: ascending !== false },
      ]);
      return self;
    },
    ...selectionMembers(line, gid, rangeAt, list),
    getSelection: () =>
      guarded('Selection', { ...selectionMembers(line, gid, rangeAt, list), getActiveSheet: () => self }),
    setActiveRange: (range: unknown) => {
      const area = areaOfRange(range);
      if (area === undefined || area.gid !== gid) throw wrongArguments('Sheet.setActiveRange', [range]);
      line.call('setActiveRanges', line.interactive, [{ ...area }]);
      return range;
    },
    ...protectionMembers(line, gid, rangeAt, whole),
    ...formatRuleMembers(line, gid, rangeAt),
  });
  rememberSheet(self, handle);
  return self;
}

/** The Sheet objects of a list that a call answered. */
export function createSheets(line: SheetsLine, infos: Plain, parent: () => object): object[] {
  return listOf(infos).map((info) => createSheet(line, info, parent));
}
