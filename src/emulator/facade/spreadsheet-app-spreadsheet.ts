import { numberOf, recordOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { areaOf } from '../spreadsheet/call.ts';
import type { SheetRect } from '../spreadsheet/rect.ts';
import { guarded } from './guarded.ts';
import { createRange } from './range.ts';
import { text, wholeNumber, wrongArguments } from './range-arguments.ts';
import { createRangeList } from './range-list.ts';
import { createSheet, createSheets } from './sheet.ts';
import { selectionMembers } from './sheet-selection.ts';
import {
  areaOfRange,
  handleOfSheet,
  rememberSpreadsheet,
  type SheetHandle,
  type SheetsLine,
} from './sheets-line.ts';

/** What comes with a Spreadsheet object. */
export interface SpreadsheetInfo {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** The members of a Spreadsheet that SpreadsheetApp itself uses. */
export interface Spreadsheet {
  readonly getActiveSheet: () => object;
  readonly getActiveRange: () => object | null;
  readonly getActiveRangeList: () => object | null;
  readonly getCurrentCell: () => object | null;
  readonly getSelection: () => object;
  readonly setActiveSheet: (sheet: unknown, restoreSelection?: unknown) => object;
  readonly setActiveRange: (range: unknown) => object;
}

export function createSpreadsheet(line: SheetsLine, info: SpreadsheetInfo): Spreadsheet {
  const parent = (): object => self;
  const sheetFrom = (answer: Plain): object => createSheet(line, answer, parent);
  const optionalSheet = (answer: Plain): object | null => (answer === null ? null : sheetFrom(answer));
  const activeSheet = (): object => sheetFrom(line.call('getActiveSheet', line.interactive));

  /** A range on another sheet fetches the sheet only when the script wants it. */
  const rangeAt = (area: SheetRect): object => createRange(line, lazyHandle(area.gid), area);
  const lazyHandle = (gid: number): SheetHandle => {
    const fetched = (): object => sheetFrom(line.call('getSheetById', gid));
    return { gid, name: '', facade: fetched };
  };
  const selection = selectionMembers(line, null, rangeAt, (areas) => createRangeList(line, areas, rangeAt));

  const self = guarded('Spreadsheet', {
    getId: () => info.id,
    getName: () => info.name,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${info.id}/edit`,
    getSpreadsheetLocale: () => info.locale,
    getSpreadsheetTimeZone: () => info.timeZone,

    getSheets: () => createSheets(line, line.call('getSheets'), parent),
    getNumSheets: () => createSheets(line, line.call('getSheets'), parent).length,
    getSheetByName: (name: unknown) =>
      optionalSheet(line.call('getSheetByName', text(name, 'Spreadsheet.getSheetByName'))),
    getSheetById: (gid: unknown) =>
      optionalSheet(line.call('getSheetById', wholeNumber(gid, 'Spreadsheet.getSheetById'))),
    insertSheet: (...args: readonly unknown[]) => {
      const [first, second] = args;
      const name = typeof first === 'string' ? first : null;
      const index = typeof first === 'number' ? first : typeof second === 'number' ? second : null;
      const given = Number(name !== null) + Number(index !== null);
      if (given !== args.length) throw wrongArguments('Spreadsheet.insertSheet', args);
      return sheetFrom(line.call('insertSheet', name, index, line.interactive));
    },
    deleteSheet: (sheet: unknown) => {
      line.call('deleteSheet', gidOf(sheet, 'Spreadsheet.deleteSheet'));
    },
    moveActiveSheet: (position: unknown) => {
      const { gid } = recordOf(line.call('getActiveSheet', line.interactive));
      line.call('moveSheet', numberOf(gid), wholeNumber(position, 'Spreadsheet.moveActiveSheet'));
    },

    getRange: (notation: unknown) => {
      const answer = recordOf(line.call('resolveRange', null, text(notation, 'Spreadsheet.getRange')));
      const { gid } = recordOf(answer.sheet);
      return rangeAt(areaOf({ ...recordOf(answer.rect), gid }));
    },
    getActiveSheet: activeSheet,
    ...selection,
    getSelection: () => guarded('Selection', { ...selection, getActiveSheet: activeSheet }),
    setActiveSheet: (sheet: unknown, restoreSelection?: unknown) => {
      const gid = gidOf(sheet, 'Spreadsheet.setActiveSheet');
      line.call('setActiveSheet', line.interactive, gid, restoreSelection === true);
      return Object(sheet);
    },
    setActiveRange: (range: unknown) => {
      const area = areaOfRange(range);
      if (area === undefined) throw wrongArguments('Spreadsheet.setActiveRange', [range]);
      line.call('setActiveRanges', line.interactive, [{ ...area }]);
      return Object(range);
    },
    toast: (message: unknown, title: unknown = '', seconds: unknown = 5) => {
      line.perform('ui', 'toast', String(message), String(title), Number(seconds));
    },
  });
  rememberSpreadsheet(self);
  return self;
}

function gidOf(sheet: unknown, method: string): number {
  const handle = handleOfSheet(sheet);
  if (handle === undefined) throw wrongArguments(method, [sheet]);
  return handle.gid;
}
