import type { InputName } from '../../core/columns/columns.ts';
import type { OpenStatus } from '../../core/jobs/status.ts';
import type { Prices } from '../../core/request/price.ts';
import type { Look, Ownership, Template, Voice } from '../ports/catalogue.ts';
import type { IssueView, RowView } from './row-view.ts';

export type { IssueView, RowView, SceneView, TemplateView } from './row-view.ts';

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
  /** Writes values into the selected visible rows, adding missing columns; '' or no name leaves a column alone. */
  sidebarUse(values: Readonly<Partial<Record<InputName, string>>>): Used;
  /**
   * A page of the account's HeyGen templates; the page after it is asked for with `next`. Null asks for the first.
   * `fresh`: as they are now, not as they were some minutes ago.
   */
  sidebarTemplates(cursor: string | null, fresh?: boolean): TemplatesPage;
  /** Adds the columns that a template needs and the sheet lacks: template_id and one a variable. Fills no row. */
  sidebarTemplateColumns(templateId: string): ColumnsAdded;
  /**
   * Uploads the file of a form to the HeyGen account. The form element itself is the only argument: then the
   * platform hands over the file as a blob. Not repeated by itself; a second upload makes a second copy.
   */
  sidebarUpload(form: UploadForm): Uploaded;
  /** Changes a sheet's defaults; '' removes one. Refused when `tab` is no longer the active sheet. */
  sidebarDefaults(changes: Partial<Record<InputName, string>>, tab: string): SheetView;
  /** What Render would do with the rows that are selected now. */
  sidebarPlan(again?: boolean): RunSummary;
  /** Renders the selected rows, if they still ask for exactly what the plan with this `print` said. */
  sidebarRender(print: string, again?: boolean): Rendered;
  /** Syncs, and tells how the active sheet's jobs stand. `lookNow`: the user asks. */
  sidebarSync(lookNow: boolean): Progress;
  /**
   * Selects the rows of the active sheet that failed, so that they can be looked at and rendered again; of very
   * many that lie far apart the first ones, and never one that did not fail.
   */
  sidebarSelectFailed(): SheetView;
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

export interface TemplatesPage {
  readonly templates: readonly Template[];
  readonly next: string | null;
}

export interface ColumnsAdded {
  /** Headers of the columns that were added; empty when the sheet had them all. */
  readonly added: readonly string[];
  /** The template's variables, whether their columns were there or not. */
  readonly variables: readonly { readonly name: string; readonly type: string }[];
  readonly sheet: SheetView;
}

/** On the page a form element with one `<input type="file" name="file">`; on the server its `file` is a blob. */
export interface UploadForm {
  readonly file: unknown;
}

export interface Uploaded {
  /** What a cell names it by, behind `asset:`. */
  readonly assetId: string;
  readonly name: string;
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  /** Where HeyGen serves it: https, or ''. */
  readonly url: string;
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

export interface Used {
  readonly rows: number;
  readonly sheet: SheetView;
}

export interface RunSummary {
  /** Stands for exactly these rows and requests: the user's Yes is for them and no others. */
  readonly runPrint: string;
  readonly videos: number;
  /** The user asks for new videos also where there are some. */
  readonly again: boolean;
  /** Videos among them whose row has one already: it is paid for as well. */
  readonly videosAgain: number;
  /** Rows that get a video which is there already, and nothing is paid for. */
  readonly linked: number;
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
  /** Estimated length together, in seconds, of all videos whose length can be told. */
  readonly seconds: number;
  /** What is left on the account; null when that is not known. */
  readonly balance: AccountView['balance'];
  /** Estimated price in USD, by the price table of the settings, of all videos whose price can be told. */
  readonly cost: number;
  /** Videos whose length, and so whose price, cannot be told before: recordings, clips, templates. */
  readonly unknownLengths: number;
  /** Videos that ask for HeyGen's free test mode; they count 0 in the cost. */
  readonly tests: number;
  /** Worth telling before they are paid for; at most 50 are listed. */
  readonly warnings: readonly IssueView[];
  readonly warnedRows: number;
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
  readonly counts: Readonly<Record<OpenStatus | 'Done' | 'Changed' | 'Failed' | 'Cancelled', number>>;
  /** The newest finished videos first. */
  readonly finished: readonly FinishedView[];
  readonly unconfirmed: readonly {
    readonly job: string;
    readonly row: number | null;
    readonly problem: string;
  }[];
  readonly failed: readonly IssueView[];
  /** HeyGen refused test videos, and test mode is still on for this sheet: the page offers to switch it off. */
  readonly testRefused: boolean;
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
  readonly thumbnail: string;
  readonly video_url: string;
  readonly seconds: number;
}

export interface Settings {
  readonly automaticUpdates: boolean;
  readonly prices: Prices;
  readonly version: string;
  readonly build: string;
}
