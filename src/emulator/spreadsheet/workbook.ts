import { refused } from '../refusals/refused.ts';
import type { Rect } from './rect.ts';
import { newSheet, type SheetData, type SheetFilter } from './sheet-data.ts';
import type { LocaleName } from './sheet-locale.ts';

/** A protected range or sheet. */
export interface Protection {
  readonly id: number;
  readonly gid: number;
  /** null protects the whole sheet. */
  readonly rect: Rect | null;
  readonly description: string;
  /** Whether the script's user may edit anyway, because they made the protection. */
  readonly editable: boolean;
  readonly warningOnly: boolean;
}

/** What is selected on the active sheet. The last block has the current cell. */
export interface Selection {
  readonly gid: number;
  readonly rects: readonly Rect[];
}

/** The whole spreadsheet: what Google stores. */
export interface Workbook {
  readonly id: string;
  name: string;
  readonly locale: string;
  readonly timeZone: string;
  /** In the order of the tabs; never empty. */
  sheets: SheetData[];
  activeGid: number;
  selection: Selection | null;
  /** The selection on each sheet that the user has left, in this browser tab. Not durable. */
  readonly left: Map<number, Selection>;
  /** The filter view that the user looks through, by sheet. No script sees it. Not durable. */
  readonly filterViews: Map<number, SheetFilter>;
  protections: Protection[];
  /** The next sheet or protection id. */
  nextId: number;
  /** Grows with every change, so that a view can see that it is stale. Not durable. */
  version: number;
}

export interface WorkbookOptions {
  readonly id?: string;
  readonly name?: string;
  readonly timeZone?: string;
  readonly locale?: LocaleName;
}

/** A new spreadsheet with one empty sheet, `Sheet1` of id 0. */
export function newWorkbook(options: WorkbookOptions): Workbook {
  return {
    id: options.id ?? '1EmulatedSpreadsheet000000000000000000000000',
    name: options.name ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'Etc/UTC',
    sheets: [newSheet(0, 'Sheet1')],
    activeGid: 0,
    selection: { gid: 0, rects: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
    left: new Map(),
    filterViews: new Map(),
    protections: [],
    nextId: 1,
    version: 0,
  };
}

/** A new sheet id. Ids are scattered, so that nobody takes one for an index. */
export function freshGid(book: Workbook): number {
  const gid = (book.nextId * 1_103_515_245 + 12_345) % 2_147_483_647;
  book.nextId += 1;
  return gid;
}

/** Finds a sheet by id. Throws what the platform throws when the sheet was deleted meanwhile. */
export function sheetOf(book: { readonly sheets: readonly SheetData[] }, gid: number): SheetData {
  const sheet = book.sheets.find((one) => one.gid === gid);
  if (sheet === undefined) throw refused('sheetNotFound', gid);
  return sheet;
}

/** Finds a sheet by its exact name. */
export function sheetNamed(
  book: { readonly sheets: readonly SheetData[] },
  name: string,
): SheetData | undefined {
  return book.sheets.find((one) => one.name === name);
}

export function refuseTakenName(book: Workbook, name: string, except?: SheetData): void {
  const taken = book.sheets.some((one) => one !== except && one.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    throw refused('sheetNameTaken', name);
  }
}
