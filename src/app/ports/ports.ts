import type { Recording } from '../../core/hear/recordings.ts';
import type { AccountMemory } from '../../core/jobs/account.ts';
import type { Prices } from '../../core/request/price.ts';
import type { Result } from '../../core/result.ts';
import type { Defaults } from '../../core/row/row-cells.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { NamesWrite } from '../../core/sheet/correction-writes.ts';
import type { Corrections } from '../../core/sheet/corrections.ts';
import type { Catalogue } from './catalogue.ts';
import type { Cursor } from './cursor.ts';
import type { Dialogs } from './dialogs.ts';
import type { HeyGen } from './heygen.ts';
import type { Mail } from './mail.ts';
import type { Speaking } from './speaking.ts';
import type { Tab } from './tab.ts';
import type { Translator } from './translator.ts';
import type { PickedFile, Uploads } from './uploads.ts';

export interface Spreadsheet {
  /** Its id at Google; '' where there is no spreadsheet. */
  id(): string;
  /** Its name and its address, as a person opens it. */
  about(): { readonly file: string; readonly address: string };
  /** The tab in front of the user. Null in a trigger, and when one of Reelmerge's own sheets is in front. */
  activeTab(): Tab | null;
  tabById(id: number): Tab | null;
  /** Where the user is on the active tab; null where no user is in front, and when nothing is selected. */
  cursor(): Cursor | null;
  /** Brings a tab to the front and puts the cursor on a cell of it. */
  goTo(tab: number, row: number, column: number): void;
  /**
   * Selects these rows of a tab, in the column of this 0-based index or else in the first. Of very many separate rows
   * only the first are selected.
   */
  selectRows(tab: number, rows: readonly number[], column?: number): void;
  /** A moment in the spreadsheet's time zone: "2026-11-29 14:05". */
  localTime(moment: number): string;
  /** Makes buffered writes durable. */
  flush(): void;
  /** From now on reads see what others have done meanwhile: Google may serve them from earlier ones until a flush. */
  refresh(): void;
}

/** The ledger's sheet, as lines of text. Line numbers are the sheet's rows; line 1 holds the headers. */
export interface LedgerSheet {
  /** Line at which the open part begins, as last recorded; 2 for a new ledger. */
  readMark(): number;
  writeMark(line: number): void;
  /**
   * The last line that came along when the user copied the spreadsheet, 0 when it is no copy. The jobs up to
   * there belong to the original: here they are neither sent nor followed.
   */
  inherited(): number;
  /** Lines from `from` to the end, at most so many, without their requests. Trailing blank lines may be included. */
  readLines(from: number, most?: number): string[][];
  /** Exactly these lines, wherever the ledger ends; null where the sheet does not reach so far. */
  readAt(from: number, count: number): string[][] | null;
  /** How many lines there are from `from` to the end. */
  countFrom(from: number): number;
  /** Every line in one call, the original's in a copied spreadsheet too: for a look that changes no job. */
  readAll(): string[][];
  /** The requests of `count` lines. */
  readRequests(from: number, count: number): string[];
  /** Rewrites whole lines in one call: kept or lost as one. */
  writeLines(from: number, lines: readonly (readonly string[])[]): void;
  /**
   * Makes room for so many lines behind the last one, and returns the first of them: under the lock, after `readMark`
   * under the same lock. The ledger then ends behind the room, and that must be durable before a line is written there:
   * otherwise a kill may leave lines that nobody reads.
   */
  makeRoom(count: number): number;
  /** Writes lines together with their requests, in one call. */
  rewrite(
    from: number,
    lines: readonly { readonly cells: readonly string[]; readonly request: string }[],
  ): void;
}

/** A sheet that is Reelmerge's own and holds a list, which is made anew each time. */
export interface ListSheet {
  /** Fails where the user has another sheet under its name. */
  mayBeWritten(): Result<null>;
  /** Rewrites the whole sheet, and makes it where there is none. The list of videos comes to the front. */
  write(lines: readonly (readonly (string | number | Date)[])[]): Result<null>;
}

/** The sheet in which the user writes how names are said, for the whole file. */
export interface NamesSheet {
  /** What it shows; null where there is none. Takes two calls at most. */
  read(): string[][] | null;
  /** Writes texts, durably, and makes the sheet where there is none. Fails where a protection forbids it. */
  write(areas: readonly NamesWrite[]): Result<null>;
}

/** The document lock. Entry points take it; it is never held during a fetch or a dialog. */
export interface Lock {
  /**
   * Runs `work` under the lock and flushes before it releases the lock. `busy`: another execution kept the lock for
   * so long. The default is longer than an execution holds it for reading or recording.
   */
  hold<Value>(work: () => Value, patienceMs?: number): Result<Value, 'busy'>;
}

/** Whose key this execution holds. */
export interface Owner {
  /** Written into the jobs of this owner. */
  readonly name: string;
  /** Every name that the account's jobs may have in the ledger. */
  readonly names: readonly string[];
}

/** Settings: user properties and document properties. */
export interface Settings {
  apiKey(): string | null;
  owner(): Owner | null;
  connect(key: string, owner: Owner): void;
  disconnect(): void;
  account(): AccountMemory;
  rememberAccount(account: AccountMemory): void;
  /** Unix ms: before then the trigger has nothing to do in this document for this owner. */
  restUntil(owner: Pick<Owner, 'name'>): number;
  /** `record`: written with it, in one call, by a pass of the trigger. Everything else counts as a click: see `lastClick`. */
  setRestUntil(owner: Owner, moment: number, record?: TriggerRecord | null): void;
  /** The owners whose triggers were ever let rest in this document. */
  owners(): readonly Pick<Owner, 'name'>[];
  /** Differs from what it was when somebody else than the trigger has let it rest since; '' when nobody has. */
  lastClick(owner: Owner): string;
  /**
   * Keys of the latest batch POSTs from this file. Undo and Version history take the ledger back, but not these: if a
   * key is here and not in the ledger, the ledger has lost that POST.
   */
  sentKeys(): readonly string[];
  rememberSent(keys: readonly string[]): void;
  /** Values for blank cells of a tab, by column. */
  defaults(tab: number): Defaults;
  setDefaults(tab: number, defaults: Defaults): void;
  /** What the user has set for a tab. */
  ofSheet(tab: number): SheetSettings;
  setForSheet(tab: number, settings: SheetSettings): void;
  /** For estimates and budgets: the price table, corrected by what the balance has shown. */
  prices(): Prices;
  /** The table that the user sees and can change. */
  priceTable(): Prices;
  setPrices(prices: Prices): void;
  /** The words of this file that were heard without a video. */
  recordings(): readonly Recording[];
  keepRecordings(recordings: readonly Recording[]): void;
  /** What the names sheet says, as it was last read. */
  corrections(): Corrections;
  keepCorrections(corrections: Corrections): void;
  automaticUpdates(): boolean;
  setAutomaticUpdates(on: boolean): void;
  /** Unix ms: when the trigger is to look for links of this owner that are about to end; null when none are kept alive. */
  linksDue(owner: Pick<Owner, 'name'>): number | null;
  setLinksDue(owner: Owner, moment: number | null): void;
  /** What is known of this owner's trigger in this document; null when nothing is. */
  triggerRecord(owner: Pick<Owner, 'name'>): TriggerRecord | null;
  recordTrigger(owner: Owner, record: TriggerRecord): void;
}

/** How often a trigger runs. */
export type TriggerKind = 'each-minute' | 'hourly';

export interface TriggerRecord {
  readonly kind: TriggerKind;
  /** Unix ms: when it was made, or last seen to run. While it rests, until when nobody has to see it run. */
  readonly seenAt: number;
  /** It was made hourly only to keep links alive, and whoever renders makes a quicker one. */
  readonly slow?: boolean;
}

/** The time-driven trigger that follows open jobs. */
export interface Triggers {
  /** Whether this user has one here. */
  exists(): boolean;
  /** Each minute where the platform allows that, unless it is to be `slow`, else hourly. Fails when it allows neither. */
  create(slow?: boolean): Result<TriggerKind>;
  /** A new one in place of the one that is there. Fails when there is none in the end. */
  replace(slow?: boolean): Result<TriggerKind>;
  remove(): void;
}

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  pause(ms: number): void;
  /** A random number in [0, 1). */
  random(): number;
  /** A new run id of lower-case letters and digits, different from all others. */
  newRun(): string;
}

/** The user's cache, for values of any length that can be had again: it may forget them at any time. */
export interface Cache {
  read(name: string): string | null;
  /** Reads several values with one call: the next `read` of each takes none. */
  ahead(names: readonly string[]): void;
  /** Keeps a value for at most so many seconds, by default for six hours. */
  write(name: string, value: string, seconds?: number): void;
}

/** Everything that a use case may use, for one execution. */
export interface Platform {
  readonly spreadsheet: Spreadsheet;
  /** The ledger; null where there is none. `create` makes its hidden sheet. */
  ledger(create: boolean): LedgerSheet | null;
  readonly videosSheet: ListSheet;
  readonly textsSheet: ListSheet;
  readonly namesSheet: NamesSheet;
  readonly lock: Lock;
  readonly settings: Settings;
  readonly triggers: Triggers;
  /** Null in a build that sends no mails. */
  readonly mail: Mail | null;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly cache: Cache;
  /** What an account can choose from. */
  catalogue(key: string): Catalogue;
  /** A client for the given key. `onCall`: before each request, repetitions included. */
  heygen(key: string, onCall?: () => void): HeyGen;
  /** Words as sound alone. */
  speaking(key: string): Speaking;
  readonly translator: Translator;
  /** The account's own files. */
  uploads(key: string): Uploads;
  /** The file from the page's form; null when the user chose none. */
  pickedFile(value: unknown): PickedFile | null;
  /** The fingerprint of a key. Nobody can guess the key from it. */
  keyFingerprint(key: string): string;
  /** Unix milliseconds. No new work begins after this moment, well before the platform kills the execution. */
  readonly deadline: number;
  /** Version and build of the add-on. */
  readonly version: string;
  readonly build: string;
}
