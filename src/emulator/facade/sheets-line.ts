import type { Perform, Plain } from '../service.ts';
import type { SheetRect } from '../spreadsheet/rect.ts';

/** What every object of SpreadsheetApp needs to do its work. */
export interface SheetsLine {
  /** One round trip to the spreadsheet service. */
  readonly call: (method: string, ...args: readonly Plain[]) => Plain;
  /** One round trip to any service. */
  readonly perform: Perform;
  /** False in a trigger: there is no selection, and the active sheet is the first. */
  readonly interactive: boolean;
}

/** What objects know of the sheet that they are on. */
export interface SheetHandle {
  readonly gid: number;
  /** As delivered with the sheet, or set by this very script. */
  name: string;
  /** The Sheet object itself. */
  readonly facade: () => object;
}

/** Which block a Range object stands for, and which sheet a Sheet object: kept off the objects themselves. */
const areas = new WeakMap<object, SheetRect>();
const handles = new WeakMap<object, SheetHandle>();

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
