import type { Perform, Plain } from '../service.ts';
import type { SheetRect } from '../spreadsheet/rect.ts';

/** What every object of SpreadsheetApp needs. */
export interface SheetsLine {
  /** One round trip to the spreadsheet service. */
  readonly call: (method: string, ...args: readonly Plain[]) => Plain;
  /** One round trip to any service. */
  readonly perform: Perform;
  /** False in a trigger: there is no selection there, and the active sheet is the first. */
  readonly interactive: boolean;
}

export function createSheetsLine(perform: Perform, interactive: boolean): SheetsLine {
  return { call: (method, ...args) => perform('sheets', method, ...args), perform, interactive };
}

/** What an object knows about its sheet. */
export interface SheetHandle {
  readonly gid: number;
  /** As it came with the sheet, or as this script set it. */
  name: string;
  /** The Sheet object itself. */
  readonly facade: () => object;
}

/** What each object stands for, where scripts cannot see it. */
const areas = new WeakMap<object, SheetRect>();
const handles = new WeakMap<object, SheetHandle>();

const spreadsheets = new WeakSet<object>();

export function rememberSpreadsheet(spreadsheet: object): void {
  spreadsheets.add(spreadsheet);
}

export function isSpreadsheet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && spreadsheets.has(value);
}

export function rememberArea(range: object, area: SheetRect): void {
  areas.set(range, area);
}

export function rememberSheet(sheet: object, handle: SheetHandle): void {
  handles.set(sheet, handle);
}

/** The block of a Range object; undefined for anything else. */
export function areaOfRange(value: unknown): SheetRect | undefined {
  return typeof value === 'object' && value !== null ? areas.get(value) : undefined;
}

/** The sheet of a Sheet object; undefined for anything else. */
export function handleOfSheet(value: unknown): SheetHandle | undefined {
  return typeof value === 'object' && value !== null ? handles.get(value) : undefined;
}
