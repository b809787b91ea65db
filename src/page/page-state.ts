import type { Language } from '../emulator/refusals/refused.ts';
import type { Menu, Toast } from '../emulator/services/ui-service.ts';
import type { FormatRule } from '../emulator/spreadsheet/format-rule.ts';
import type { GoogleDayName } from './bad-days.ts';
import { patchedBook } from './book-patch.ts';

/*
 * What the page shows, and how news change it. The server and each open page keep the state with the same function, so
 * that a reloaded page shows what the others show.
 */

/** A cell: its text, or an object when there is more to it. */
export type CellView =
  | string
  | {
      readonly text: string;
      /** What stands in the editor when it differs from the text: a formula, or a text that looks like a number. */
      readonly entry?: string;
      readonly note?: string;
    };

export interface RowView {
  /** 1-based number in the sheet. */
  readonly number: number;
  readonly hidden: 'user' | 'filter' | null;
  readonly cells: readonly CellView[];
}

export interface SheetView {
  readonly gid: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** The values that the filter hides, by column; null without a filter. */
  readonly filter: Readonly<Record<string, readonly string[]>> | null;
  /** Conditional formatting, the strongest rule first. Left out where there is none. */
  readonly colours?: readonly FormatRule[];
  /** Row 1 up to the last row with something in it. */
  readonly rows: readonly RowView[];
}

export interface RectView {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface BookView {
  readonly active: number;
  /** Null when nothing is selected; the last block holds the cursor. */
  readonly selection: readonly RectView[] | null;
  readonly sheets: readonly SheetView[];
}

/** A dialog that the script waits for. */
export interface DialogView {
  readonly id: number;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

export interface LogEntry {
  /** Emulated time. */
  readonly at: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly text: string;
  /** The requests and the mails of an execution. `whole`: what the text is short for. */
  readonly details: readonly {
    readonly tone: LogEntry['tone'];
    readonly text: string;
    readonly whole?: string;
  }[];
}

/** The emulated time, and what happens next. */
export interface WorldView {
  readonly now: number;
  /** Emulated milliseconds for each real one. The clock stands while a dialog is open. */
  readonly speed: number;
  readonly nextTriggerAt: number | null;
  /** The next execution is killed at this call. Null: it is not. */
  readonly killAtCall: number | null;
  /** Names of Google’s bad days that are on. */
  readonly googleDays: readonly GoogleDayName[];
  /** In which Google words its refusals. */
  readonly language: Language;
}

/** The state of the simulated HeyGen. */
export interface HeyGenView {
  readonly slots: number;
  readonly renderSeconds: number;
  /** Whether `test: true` makes a free video. Otherwise it is refused. */
  readonly takesTests: boolean;
  /** Names of the bad days that are on. */
  readonly days: readonly string[];
  readonly waiting: number;
  readonly rendering: number;
  readonly completed: number;
  readonly failed: number;
  readonly paidVideos: number;
  readonly charged: number;
  readonly requests: number;
}

/** What never changes while the server runs. */
export interface Facts {
  readonly title: string;
  readonly mode: 'bound' | 'addon' | 'addon-test';
  /** Origin of the server in HeyGen's place; null: the built-in simulator. */
  readonly heygen: string | null;
}

export interface PageState {
  readonly facts: Facts;
  readonly book: BookView;
  readonly menus: readonly Menu[];
  /** `serial` grows with each page that is shown. Null: the sidebar is closed. */
  readonly sidebar: { readonly title: string; readonly serial: number } | null;
  readonly dialog: DialogView | null;
  readonly world: WorldView;
  /** Null with another server. */
  readonly heygen: HeyGenView | null;
  /** The newest last. */
  readonly log: readonly LogEntry[];
}

/** One thing that happened. It holds only rows that changed. */
export type News =
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'book'; readonly book: BookPatch }
  | { readonly kind: 'menus'; readonly menus: readonly Menu[] }
  | { readonly kind: 'sidebar'; readonly sidebar: PageState['sidebar'] }
  | { readonly kind: 'dialog'; readonly dialog: DialogView | null }
  | { readonly kind: 'toast'; readonly toast: Toast & { readonly tone: LogEntry['tone'] } }
  | { readonly kind: 'world'; readonly world: WorldView }
  | { readonly kind: 'heygen'; readonly heygen: HeyGenView | null }
  | { readonly kind: 'log'; readonly entries: readonly LogEntry[] };

export interface BookPatch extends Omit<BookView, 'sheets'> {
  readonly sheets: readonly (SheetView & {
    /** How many rows the sheet has now. `rows` holds only those that changed. */
    readonly rowCount: number;
    /** Rows that have come from elsewhere in the sheet as they were: the number of each, and the one it had before. */
    readonly moved: readonly (readonly [number: number, before: number])[];
  })[];
}

const LOG_LENGTH = 300;

export const EMPTY_WORLD: WorldView = {
  now: 0,
  speed: 1,
  nextTriggerAt: null,
  killAtCall: null,
  googleDays: [],
  language: 'en',
};

export function emptyState(facts: Facts): PageState {
  return {
    facts,
    book: { active: 0, selection: null, sheets: [] },
    menus: [],
    sidebar: null,
    dialog: null,
    world: EMPTY_WORLD,
    heygen: null,
    log: [],
  };
}

export function afterNews(state: PageState, news: News): PageState {
  switch (news.kind) {
    case 'state':
      return news.state;
    case 'book':
      return { ...state, book: patchedBook(state.book, news.book) };
    case 'menus':
      return { ...state, menus: news.menus };
    case 'sidebar':
      return { ...state, sidebar: news.sidebar };
    case 'dialog':
      return { ...state, dialog: news.dialog };
    case 'world':
      return { ...state, world: news.world };
    case 'heygen':
      return { ...state, heygen: news.heygen };
    case 'log':
      return { ...state, log: [...state.log, ...news.entries].slice(-LOG_LENGTH) };
    case 'toast':
      return state;
  }
}
