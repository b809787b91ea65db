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
  #view: { sheets: SheetData[]; readonly base: Book; readonly version: number; applied: number } | null =
    null;
  /** What reads are served from; null until the first read, and without a cache. */
  #seen: Book | null = null;
  readonly #book: Workbook;
  readonly #typing: Typing;
  readonly #cachesReads: boolean;

  /** With `cachesReads`, reads see the book as it was at the first of them, until the next flush. */
  constructor(book: Workbook, typing: Typing, cachesReads: boolean) {
    this.#book = book;
    this.#typing = typing;
    this.#cachesReads = cachesReads;
  }

  get size(): number {
    return this.#calls.length;
  }

  add(call: BufferedCall): void {
    this.#calls.push(call);
  }

  /** The sheets as this execution sees them. */
  view(): Book {
    if (this.#cachesReads) this.#seen ??= frozen(this.#book);
    const base = this.#seen ?? this.#book;
    if (this.#calls.length === 0) return base;
    const version = base === this.#book ? this.#book.version : 0;
    if (this.#view?.base !== base || this.#view.version !== version) {
      this.#view = { sheets: base.sheets.slice(), base, version, applied: 0 };
    }
    const view = this.#view;
    for (const call of this.#calls.slice(view.applied)) {
      view.sheets = appliedTo(view.sheets, base.sheets, call, this.#typing);
    }
    view.applied = this.#calls.length;
    return view;
  }

  /**
   * Makes the calls that `keep` picks durable, in their order, and forgets the rest. `refuse` throws for a write
   * that the platform refuses only now: it is lost, and so is every call after it. True when it wrote anything.
   */
  flush(
    keep: (index: number) => boolean = () => true,
    refuse: (sheet: SheetData, write: CellWrite) => void = () => undefined,
  ): boolean {
    const calls = this.#calls.filter((_, index) => keep(index));
    this.#calls = [];
    this.#view = null;
    this.#seen = null;
    for (const call of calls) {
      const landing = call.flatMap((write) => {
        // Writes to a sheet that was deleted meanwhile are lost.
        const sheet = this.#book.sheets.find((one) => one.gid === write.area.gid);
        return sheet === undefined ? [] : [{ sheet, write }];
      });
      for (const { sheet, write } of landing) refuse(sheet, write);
      for (const { sheet, write } of landing) applyWrite(sheet, write, this.#typing);
      this.#book.version += 1;
    }
    return calls.length > 0;
  }
}

const frozenBooks = new WeakMap<Workbook, { readonly version: number; readonly book: Book }>();

/** The book as it is now, whatever happens to it later. */
function frozen(book: Workbook): Book {
  const before = frozenBooks.get(book);
  if (before?.version === book.version) return before.book;
  const copy: Book = { sheets: book.sheets.map(copyOf) };
  frozenBooks.set(book, { version: book.version, book: copy });
  return copy;
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
