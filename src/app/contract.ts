import type { InputName } from '../core/columns.ts';
import type { OpenStatus, RowStatus } from '../core/status.ts';
import type { Look, Ownership, Voice } from './catalogue.ts';

/**
 * What the sidebar may call, by name, through `google.script.run`. Arguments and answers are plain JSON; an
 * answer travels as JSON text of a `Reply`, because a date or an error in a result would make the platform
 * hand over null. The key only ever goes in, through `sidebarConnect`.
 */
export interface SidebarCalls {
  /** Everything for the first picture in one call: the connection, the sheet, and the first looks. */
  sidebarStart(): Start;
  /** Tests and keeps a key. */
  sidebarConnect(key: string): Connected;
  sidebarDisconnect(): null;
  /** A page of the account's looks; the page after it is asked for with `next`. Null asks for the first. */
  sidebarLooks(cursor: string | null): LooksPage;
  sidebarVoices(cursor: string | null): VoicesPage;
  /** The active row, as it would be spoken. `move` goes to the previous (-1) or next (1) filled row first. */
  sidebarRow(move: -1 | 0 | 1): SheetView;
  /** Writes the ids into the selected visible rows; '' leaves that column alone. */
  sidebarUse(choice: { readonly avatarId: string; readonly voiceId: string }): Used;
  /** Changes a sheet's defaults; '' removes one. Refused when `tab` is no longer the active sheet. */
  sidebarDefaults(changes: Partial<Record<InputName, string>>, tab: string): SheetView;
  /** What Render would do with the rows that are selected now. */
  sidebarPlan(): RunSummary;
  /** Renders the selected rows, if they still ask for exactly `videos` videos. */
  sidebarRender(videos: number): Rendered;
  /** Syncs, and tells how the active sheet's jobs stand. `lookNow`: the user asks. */
  sidebarSync(lookNow: boolean): Progress;
  sidebarRetryFailed(): Rendered;
  sidebarCancelQueued(): Progress;
  /** The user's decision for Unconfirmed rows. */
  sidebarSettle(jobs: readonly string[], choice: 'check-again' | 'send-again'): Progress;
  /** Puts the cursor on a cell of the active sheet. */
  sidebarGoTo(row: number, column: string): null;
  sidebarSettings(): Settings;
  sidebarAutomaticUpdates(on: boolean): Settings;
  sidebarPrices(prices: Prices): Settings;
}

export type SidebarCall = keyof SidebarCalls;

/** Every answer: the value, or a sentence for the user. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export interface Start {
  /** Null while no key is set. */
  readonly account: AccountView | null;
  readonly sheet: SheetView;
  /** Null while no key is set; a failure is told in `looksProblem`. */
  readonly looks: LooksPage | null;
  readonly looksProblem: string;
  readonly settings: Settings;
}

export interface AccountView {
  readonly name: string;
  readonly balance: { readonly amount: number; readonly unit: 'usd' | 'credits' } | null;
  /** Where the balance can be topped up, and more: https. */
  readonly topUpUrl: string;
}

export interface Connected {
  readonly account: AccountView;
  /** A sentence: whose account, what is left, or why the key could not be tested. */
  readonly message: string;
}

export interface LooksPage {
  readonly looks: readonly (Look & { readonly ownership: Ownership })[];
  readonly next: string | null;
}

export interface VoicesPage {
  readonly voices: readonly Voice[];
  readonly next: string | null;
}

/** The active sheet and its active row. */
export interface SheetView {
  readonly tab: string;
  /** The user's own headers, which can be merged, as the sheet shows them. */
  readonly fields: readonly string[];
  readonly defaults: Readonly<Partial<Record<InputName, string>>>;
  /** Sentences about the header row; with a fatal one nothing can be rendered. */
  readonly sheetIssues: readonly string[];
  /** How many rows are selected, and how many of them are filled and visible. */
  readonly selectedRows: number;
  /** Null when the cursor stands on no filled row. */
  readonly row: RowView | null;
}

export interface RowView {
  readonly number: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** The script as it would be spoken; '' when it cannot be merged. */
  readonly script: string;
  /** Where merged words stand in it. */
  readonly marks: readonly { readonly start: number; readonly end: number; readonly field: string }[];
  readonly characters: number;
  readonly seconds: number;
  readonly issues: readonly IssueView[];
  /** What the row has, or gets by default; '' for none. */
  readonly avatarId: string;
  readonly voiceId: string;
  readonly status: RowStatus | '';
  readonly videoUrl: string;
}

export interface IssueView {
  readonly row: number;
  /** Header of the column to go to; '' when there is none. */
  readonly column: string;
  readonly message: string;
}

export interface Used {
  readonly rows: number;
  readonly sheet: SheetView;
}

export interface RunSummary {
  readonly videos: number;
  readonly skipped: {
    readonly done: number;
    readonly changed: number;
    readonly underWay: number;
    readonly unconfirmed: number;
    readonly hidden: number;
    readonly blank: number;
  };
  readonly blocked: readonly IssueView[];
  readonly blockedRows: number;
  /** Estimated length of all videos together, in seconds. */
  readonly seconds: number;
  /** Estimated price in USD, by the price table of the settings. */
  readonly cost: number;
  /** Why nothing can be rendered, '' when something can. */
  readonly obstacle: string;
}

export interface Rendered {
  /** Videos that were asked for; 0 when nothing was sent. */
  readonly videos: number;
  /** Why nothing was sent, '' when something was. */
  readonly message: string;
  readonly progress: Progress;
}

export interface Progress {
  readonly counts: Readonly<Record<OpenStatus | 'Done' | 'Failed' | 'Cancelled', number>>;
  /** The newest finished videos first. */
  readonly finished: readonly FinishedView[];
  readonly unconfirmed: readonly {
    readonly job: string;
    readonly row: number | null;
    readonly problem: string;
  }[];
  readonly failed: readonly IssueView[];
  /** Estimated seconds until the last one is there; null when it cannot be told. */
  readonly secondsLeft: number | null;
  /** Why nothing more is sent, '' when nothing stands in the way. */
  readonly stopped: string;
  readonly remarks: readonly string[];
  /** Another execution is at work. */
  readonly busy: boolean;
}

export interface FinishedView {
  readonly job: string;
  readonly row: number | null;
  readonly title: string;
  readonly thumbnailUrl: string;
  readonly videoUrl: string;
  readonly seconds: number;
}

/** US dollars a second of video, by engine and kind of look; with the day on which they were true. */
export interface Prices {
  readonly asOf: string;
  readonly perSecond: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly automaticUpdates: boolean;
  readonly prices: Prices;
  readonly version: string;
  readonly build: string;
}
