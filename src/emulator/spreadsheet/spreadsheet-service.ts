import { type ExecutionId, type Plain, PlatformError, type Service } from '../service.ts';
import { bookCalls } from './book-calls.ts';
import { type Book, Calculation } from './calculation.ts';
import type { CallContext, CallResult, Calls, Session } from './call.ts';
import { COST } from './cost.ts';
import { readCalls } from './read-calls.ts';
import type { SheetData } from './sheet-data.ts';
import { NO_FUNCTIONS, type SheetFunctions } from './sheet-functions.ts';
import { habitsOf, type SheetHabits } from './sheet-habits.ts';
import { localeOf } from './sheet-locale.ts';
import { workbookOf, workbookSnapshot } from './snapshot.ts';
import { structureCalls } from './structure-calls.ts';
import { newWorkbook, type Workbook, type WorkbookOptions } from './workbook.ts';
import type { CellWrite, Typing } from './write.ts';
import { WriteBuffer } from './write-buffer.ts';
import { writeCalls } from './write-calls.ts';
import { refuseWrite } from './write-refusals.ts';

export interface SpreadsheetOptions extends WorkbookOptions, SheetHabits {
  /** Epoch milliseconds. Dates typed without a year get that of today. Default: 1 January 2026. */
  readonly now?: () => number;
  /** The functions of the add-on that formulas may call; none by default. */
  readonly functions?: SheetFunctions;
}

/** Which of a killed execution's unflushed write calls survive, by their order from 0. */
export type KeptWrites = 'nothing' | 'everything' | ((index: number) => boolean);

const CALLS: Calls = { ...readCalls, ...writeCalls, ...bookCalls, ...structureCalls };

/** The service's name in a script's calls. */
export const SPREADSHEET_SERVICE = 'sheets';

/** One spreadsheet as Google keeps it, with the writes that executions have under way. */
export class SpreadsheetService implements Service {
  #book: Workbook;
  readonly #sessions = new Map<ExecutionId, Session>();
  readonly #listeners: (() => void)[] = [];
  readonly #typing: Typing;
  readonly habits: Required<SheetHabits>;
  readonly #functions: SheetFunctions;
  /** The values of the stored cells, good until the book changes. */
  #calculated: { readonly book: Workbook; readonly version: number; readonly result: Calculation } | null =
    null;

  /** The same for the view that an execution with unflushed writes has last read. */
  #viewed: { readonly sheets: Book['sheets']; readonly result: Calculation } | null = null;

  constructor(options: SpreadsheetOptions = {}) {
    this.#book = newWorkbook(options);
    this.#functions = options.functions ?? NO_FUNCTIONS;
    this.habits = habitsOf(options);
    this.#typing = {
      timeZone: this.#book.timeZone,
      locale: localeOf(this.#book.locale),
      now: options.now ?? (() => Date.UTC(2026, 0, 1)),
      apostropheKept: this.habits.apostropheKeptInPlainText,
    };
  }

  /** The stored spreadsheet. Whoever changes it by hand calls `changed` afterwards. */
  get book(): Workbook {
    return this.#book;
  }

  get typing(): Typing {
    const { timeZone, locale } = this.#book;
    return { ...this.#typing, timeZone, locale: localeOf(locale) };
  }

  /** The values of the stored cells. */
  get calculation(): Calculation {
    return this.#calculate(this.#book);
  }

  /** Calls `listener` after every durable change. */
  onDurable(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Tells views and listeners that the stored spreadsheet has changed. */
  changed(): void {
    this.#book.version += 1;
    for (const listener of this.#listeners) listener();
  }

  perform(method: string, args: readonly Plain[], execution: ExecutionId): CallResult {
    const session = this.#session(execution);
    if (method === 'flush') {
      this.#flush(session);
      return { value: null, cost: COST.flush };
    }
    const call = Object.hasOwn(CALLS, method) ? CALLS[method] : undefined;
    if (call === undefined) throw new Error(`The spreadsheet call ${method} is not emulated`);
    const before = this.#book.version;
    try {
      const context: CallContext = {
        book: this.#book,
        typing: this.typing,
        session,
        calculate: (book) => this.#calculate(book),
        flush: () => this.#flush(session),
        habits: this.habits,
      };
      return call(context, args);
    } finally {
      // A refused structural call has flushed the writes before it all the same.
      if (this.#book.version !== before) this.changed();
    }
  }

  /** The end of a normal run: buffered writes become durable. Throws what refuses them. */
  commit(execution: ExecutionId): void {
    const session = this.#session(execution);
    this.#sessions.delete(execution);
    this.#flush(session);
  }

  /** The end of a killed run: each unflushed write call is kept or lost. */
  abandon(execution: ExecutionId, keep: KeptWrites): void {
    const session = this.#session(execution);
    this.#sessions.delete(execution);
    const kept = typeof keep === 'function' ? keep : () => keep === 'everything';
    try {
      this.#flush(session, kept);
    } catch (error) {
      // Nobody is left who could be told.
      if (!(error instanceof PlatformError)) throw error;
    }
  }

  /** How many unflushed write calls the execution has. */
  bufferedCalls(execution: ExecutionId): number {
    return this.#sessions.get(execution)?.buffer.size ?? 0;
  }

  snapshot(): Plain {
    return workbookSnapshot(this.#book);
  }

  /** Replaces the spreadsheet. Unflushed writes of executions are lost with the old one. */
  restore(snapshot: Plain): void {
    this.#book = workbookOf(snapshot);
    this.#sessions.clear();
  }

  #calculate(book: Book): Calculation {
    const stored = this.#book;
    const { timeZone, version } = stored;
    const fresh = (): Calculation =>
      new Calculation(book, this.#functions, timeZone, localeOf(stored.locale));
    if (book !== stored) {
      // A view has a new list of sheets after each write and after each change of the book.
      if (this.#viewed?.sheets !== book.sheets) {
        this.#viewed = { sheets: book.sheets, result: fresh() };
      }
      return this.#viewed.result;
    }
    if (this.#calculated?.book !== stored || this.#calculated.version !== version) {
      this.#calculated = { book: stored, version, result: fresh() };
    }
    return this.#calculated.result;
  }

  #flush(session: Session, keep?: (index: number) => boolean): void {
    session.hiddenRow = null;
    const before = this.#book.version;
    const refuse = (sheet: SheetData, write: CellWrite): void =>
      refuseWrite(this.#book, sheet, write, () => this.calculation, this.typing);
    try {
      session.buffer.flush(keep, this.habits.refusesAt === 'flush' ? refuse : undefined);
    } finally {
      if (this.#book.version !== before) this.changed();
    }
  }

  #session(execution: ExecutionId): Session {
    let session = this.#sessions.get(execution);
    if (session === undefined) {
      session = {
        buffer: new WriteBuffer(this.#book, this.typing, this.habits.readsAreCached),
        hiddenRow: null,
      };
      this.#sessions.set(execution, session);
    }
    return session;
  }
}
