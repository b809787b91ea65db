import type { Book } from './calculation.ts';
import { copyOf, type SheetData } from './sheet-data.ts';
import type { Workbook } from './workbook.ts';
import { applyWrite, type CellWrite, type Typing } from './write.ts';

/** The writes of one call of one execution: kept or lost together. */
export type BufferedCall = readonly CellWrite[];

/**
 * What an execution has written and not flushed. It reads its own writes; nobody else does.
 * The writes are kept by coordinates alone: when a user sorts in between, they land on other rows' cells.
 */
export class WriteBuffer {
  #calls: BufferedCall[] = [];
  #view: { sheets: SheetData[]; readonly version: number; applied: number } | null = null;
  readonly #book: Workbook;
  readonly #typing: Typing;

  constructor(book: Workbook, typing: Typing) {
    this.#book = book;
    this.#typing = typing;
  }

  get size(): number {
    return this.#calls.length;
  }

  add(call: BufferedCall): void {
    this.#calls.push(call);
  }

  /** The sheets as this execution sees them. */
  view(): Book {
    if (this.#calls.length === 0) return this.#book;
    if (this.#view?.version !== this.#book.version) {
      this.#view = { sheets: this.#book.sheets.slice(), version: this.#book.version, applied: 0 };
    }
    const view = this.#view;
    for (const call of this.#calls.slice(view.applied)) {
      view.sheets = appliedTo(view.sheets, this.#book.sheets, call, this.#typing);
    }
    view.applied = this.#calls.length;
    return view;
  }

  /** Makes the calls that `keep` names durable, in their order, and forgets all. Tells whether anything was written. */
  flush(keep: (index: number) => boolean = () => true): boolean {
    const calls = this.#calls.filter((_, index) => keep(index));
    this.#calls = [];
    this.#view = null;
    for (const call of calls) {
      for (const write of call) {
        // A sheet that was deleted meanwhile takes its writes with it.
        const sheet = this.#book.sheets.find((one) => one.gid === write.area.gid);
        if (sheet !== undefined) applyWrite(sheet, write, this.#typing);
      }
    }
    if (calls.length > 0) this.#book.version += 1;
    return calls.length > 0;
  }
}

/** The view after one more call; a sheet is copied before its first write, never the stored one written. */
function appliedTo(
  sheets: readonly SheetData[],
  stored: readonly SheetData[],
  call: BufferedCall,
  typing: Typing,
): SheetData[] {
  const result = sheets.slice();
  for (const write of call) {
    const index = result.findIndex((one) => one.gid === write.area.gid);
    const sheet = result[index];
    if (sheet === undefined) continue;
    const own = stored.includes(sheet) ? copyOf(sheet) : sheet;
    applyWrite(own, write, typing);
    result[index] = own;
  }
  return result;
}
