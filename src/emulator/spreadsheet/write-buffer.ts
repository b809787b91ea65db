import type { Book } from './calculation.ts';
import { copyOf, type SheetData } from './sheet-data.ts';
import type { Workbook } from './workbook.ts';
import { applyWrite, type CellWrite, type Typing } from './write.ts';

/** The writes of one call. They are kept or lost together. */
export type BufferedCall = readonly CellWrite[];

/**
 * What an execution has written and not flushed. It reads its own writes; nobody else does.
 * A write knows only its coordinates: when a user sorts before the flush, it lands in another row.
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

  /** Makes the calls that `keep` picks durable, in their order, and forgets the rest. True when it wrote anything. */
  flush(keep: (index: number) => boolean = () => true): boolean {
    const calls = this.#calls.filter((_, index) => keep(index));
    this.#calls = [];
    this.#view = null;
    for (const call of calls) {
      for (const write of call) {
        // Writes to a sheet that was deleted meanwhile are lost.
        const sheet = this.#book.sheets.find((one) => one.gid === write.area.gid);
        if (sheet !== undefined) applyWrite(sheet, write, this.#typing);
      }
    }
    if (calls.length > 0) this.#book.version += 1;
    return calls.length > 0;
  }
}

/** The view after one more call. It copies a sheet before the first write, so that the stored one stays. */
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
