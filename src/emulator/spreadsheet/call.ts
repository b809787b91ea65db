import { listOf, numberOf, recordOf, textOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import type { Book, Calculation } from './calculation.ts';
import type { SheetRect } from './rect.ts';
import type { SheetHabits } from './sheet-habits.ts';
import type { Workbook } from './workbook.ts';
import type { Typing } from './write.ts';
import type { WriteBuffer } from './write-buffer.ts';

/** What the server keeps for one execution between its calls. */
export interface Session {
  readonly buffer: WriteBuffer;
  /** The row of the last `isRowHiddenBy…`, if nothing was written since. */
  hiddenRow: { readonly gid: number; readonly row: number } | null;
}

/** What a call works on. */
export interface CallContext {
  readonly book: Workbook;
  readonly typing: Typing;
  readonly session: Session;
  /** Evaluates the cells of the stored book, or of an execution's own view of it. */
  readonly calculate: (book: Book) => Calculation;
  /** Makes the execution's writes durable, or throws what refuses them. */
  readonly flush: () => void;
  readonly habits: Required<SheetHabits>;
}

export interface CallResult {
  readonly value: Plain;
  /** Virtual milliseconds. */
  readonly cost: number;
}

export type Call = (context: CallContext, args: readonly Plain[]) => CallResult;

/** Calls by name, as the script's objects make them. */
export type Calls = Readonly<Record<string, Call>>;

export function areaOf(value: Plain | undefined): SheetRect {
  const { gid, row, column, rows, columns } = recordOf(value);
  return {
    gid: numberOf(gid),
    row: numberOf(row),
    column: numberOf(column),
    rows: numberOf(rows),
    columns: numberOf(columns),
  };
}

export function areasOf(value: Plain | undefined): readonly SheetRect[] {
  return listOf(value).map(areaOf);
}

export function flagOf(value: Plain | undefined): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`Expected a flag but got ${JSON.stringify(value)}.`);
  return value;
}

export function optionalNumberOf(value: Plain | undefined): number | null {
  return value === null || value === undefined ? null : numberOf(value);
}

export function optionalTextOf(value: Plain | undefined): string | null {
  return value === null || value === undefined ? null : textOf(value);
}
