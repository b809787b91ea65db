import type { InputName } from '../../core/columns/columns.ts';
import type { SpeakingVoice } from '../../core/hear/spoken-part.ts';
import type { PriceDifference } from '../../core/request/learned-prices.ts';
import type { Prices } from '../../core/request/price.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { OptionalColumn } from '../../core/sheet/optional-columns.ts';
import type { AccountView } from '../account/account-view.ts';
import type { NamesView } from '../check/list-names.ts';
import type { RowText } from '../check/read-all.ts';
import type { Heard } from '../hear/hear-parts.ts';
import type { Again } from '../hear/speak-once.ts';
import type { Look, Ownership, Template, Voice } from '../ports/catalogue.ts';
import type { DraftQuestion } from '../translate/draft-rows.ts';
import type { DraftsView } from './drafts-view.ts';
import type { CheckView, Progress, Rendered, RunSummary } from './run-view.ts';
import type { RunsView } from './runs-view.ts';
import type { SheetView } from './shown-sheet.ts';

export type { AccountView } from '../account/account-view.ts';
export type { NamesView, NameView } from '../check/list-names.ts';
export type { RowText } from '../check/read-all.ts';
export type { Heard } from '../hear/hear-parts.ts';
export type { Again } from '../hear/speak-once.ts';
export type { DraftQuestion } from '../translate/draft-rows.ts';
export type { DraftView } from '../translate/read-back.ts';
export type { DraftsView } from './drafts-view.ts';
export type { IssueView, RowView, SceneView, TemplateView } from './row-view.ts';
export type { CheckView, FinishedView, Paused, Progress, Rendered, RunSummary } from './run-view.ts';
export type { MadeSample, SampleView } from './sample-view.ts';
export type { SheetOutline, SheetView } from './shown-sheet.ts';

/**
 * What the sidebar may call by name through `google.script.run`. Arguments and answers are plain JSON. An answer travels
 * as the JSON text of a `Reply`, because the platform turns a result with a date or an error in it into null. The key
 * only goes in, through `sidebarConnect`.
 */
export interface SidebarCalls {
  /** Everything that the page shows at first, in one call: the connection, the sheet, and the first looks. */
  sidebarStart(): Start;
  /** Tests and keeps a key. */
  sidebarConnect(key: string): Connected;
  sidebarDisconnect(): null;
  /** Fills a sheet that is still empty with headers and example rows, and selects these. */
  sidebarExamples(): SheetView;
  /** Columns that the sheet does without. The next call adds them, and columns for merge fields. */
  sidebarOptionalColumns(): readonly OptionalColumn[];
  sidebarAddColumns(names: readonly string[]): SheetView;
  /** A page of the account's looks. Null asks for the first one, and a page's `next` for the one after it. */
  sidebarLooks(cursor: string | null): LooksPage;
  sidebarVoices(cursor: string | null): VoicesPage;
  /**
   * The active row as it would be spoken. `move` goes to the previous (-1) or next (1) filled row first. `seen`: what
   * this call returned last. Then only what has changed is read, and what only the sidebar changes is taken from it.
   */
  sidebarRow(move: -1 | 0 | 1, seen?: SheetView | null): SheetView;
  /**
   * Writes values into the selected visible rows, if they are still the rows with this `rowsPrint`, and adds missing
   * columns. '' or no value leaves a column alone.
   */
  sidebarUse(values: Readonly<Partial<Record<InputName, string>>>, rowsPrint: string): Used;
  /**
   * A page of the account's HeyGen templates. Null asks for the first one, and a page's `next` for the one after it.
   * `fresh`: as they are now, not as they were some minutes ago.
   */
  sidebarTemplates(cursor: string | null, fresh?: boolean): TemplatesPage;
  /** Adds the columns that a template needs and the sheet lacks: template_id, and one for each variable. Fills no row. */
  sidebarTemplateColumns(templateId: string): ColumnsAdded;
  /**
   * Uploads the file of a form to the HeyGen account. The form element must be the only argument: then the platform
   * passes the file on as a blob. The page never repeats it, because a second upload makes a second copy.
   */
  sidebarUpload(form: UploadForm): Uploaded;
  /** Changes a sheet's defaults. '' removes one. Fails when `tab` is no longer the active sheet. */
  sidebarDefaults(changes: Partial<Record<InputName, string>>, tab: string): SheetView;
  /** Changes settings of a sheet. Fails when `tab` is no longer the active sheet. */
  sidebarSheetSettings(changes: Partial<SheetSettings>, tab: string): SheetView;
  /** What Render would do with the selected rows. `again`: also with rows that have a video. */
  sidebarPlan(again?: boolean): RunSummary;
  /**
   * Looks at the selected rows as Render would, spends nothing, and puts notes on the cells in question. `again`: also
   * at rows that have a video. `all`: answers with every finding and not only with the first.
   */
  sidebarCheck(again?: boolean, all?: boolean): CheckView;
  /** What the selected rows will say, after merging. `again`: also rows that have a video. */
  sidebarTexts(again?: boolean): readonly RowText[];
  /** The same in the sheet “Reelmerge preview”, for colleagues. */
  sidebarListTexts(): string;
  /**
   * Has the row's words spoken without a video, if they are still those with this `print`. It costs a little, and the
   * same words are paid for once. `again`: the user wants to pay a second time.
   */
  sidebarHear(
    row: number,
    print: string,
    again?: Again,
  ): { readonly heard: Heard; readonly sheet: SheetView };
  /**
   * Writes into the names sheet how a value is said, for every row of the file that speaks it. `language` is a name or a
   * code, and `voice` an id: with them it is said so only in that language or by that voice.
   */
  sidebarCorrectName(correction: NameCorrection): SheetView;
  /** The names that the selected rows say, those that may be said wrongly first. */
  sidebarNames(): NamesView;
  /** Has a name, or a way to write it, spoken in a voice without a video. The same words are paid for once. */
  sidebarHearName(words: string, voice: SpeakingVoice, again?: Again): Heard;
  /**
   * Drafts the scripts of the selected rows in another language, by Google's translation service. Without the `print` of
   * its question it only asks.
   */
  sidebarDraft(language: string, print: string): DraftQuestion | DraftsView;
  /** The drafts of the sheet that nobody has marked as read. Google translates them back. */
  sidebarDrafts(): DraftsView;
  /** A person has read the draft with this `print`: its rows may be rendered. */
  sidebarMarkRead(print: string): DraftsView;
  /** Renders the selected rows, if they still ask for exactly what the plan with this `runPrint` said. */
  sidebarRender(runPrint: string, again?: boolean): Rendered;
  /** Renders a sample of the selected rows, if it is still the one with this `runPrint`. */
  sidebarRenderSample(runPrint: string): Rendered;
  /** The user has seen the sample and wants the rest like it. Renders nothing. */
  sidebarApproveSample(): null;
  /**
   * Syncs, and returns how far the active sheet's jobs are. `lookNow`: the user asked. `seen`: what this call returned
   * last. When nothing has happened since and nothing is due, it is returned again after a short look.
   */
  sidebarSync(lookNow: boolean, seen?: Progress | null): Progress;
  /**
   * Selects the failed rows of the active sheet, to be looked at. Of very many separate rows only the first.
   */
  sidebarSelectFailed(): SheetView;
  /** Selects the rows of the active sheet that have changed since their videos were made, as above. */
  sidebarSelectChanged(): SheetView;
  /**
   * Selects rows of the active sheet, or all filled ones, or the status cells of those that were sent last. Of very many
   * separate rows only the first are selected.
   */
  sidebarSelectRows(rows: readonly number[] | 'all' | 'sent'): SheetView;
  /**
   * Takes back what is queued. With a `run`, as `Progress.undo` names it, of this run only. A row whose video was to be
   * replaced shows it again. `cancelled`: how many videos that were.
   */
  sidebarCancelQueued(run?: string): { readonly cancelled: number; readonly progress: Progress };
  /** The runs of the active sheet, the newest first. */
  sidebarRuns(): RunsView;
  /** Blanks the words that the ledger keeps of a finished run, as `RunView` names it. Returns a sentence. */
  sidebarForgetRun(run: string): string;
  /** Renews the links of the selected rows. Returns a sentence. */
  sidebarRenewLinks(): string;
  /** The user's decision for Unconfirmed rows. */
  sidebarSettle(jobs: readonly string[], choice: 'check-again' | 'send-again'): Progress;
  /**
   * Puts the cursor on a cell of the active sheet. Where there is no such column and a tab of the sidebar chooses what
   * would stand in it, moves nothing and returns the tab.
   */
  sidebarGoTo(row: number, column: string): ChoosingTab | null;
  sidebarSettings(): Settings;
  sidebarAutomaticUpdates(on: boolean): Settings;
  sidebarPrices(prices: Prices): Settings;
}

export type SidebarCall = keyof SidebarCalls;

/** A tab of the sidebar that chooses for the whole sheet what a column would say. */
export type ChoosingTab = 'script' | 'avatar' | 'voice';

/** Every answer: the value, or a sentence for the user. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export interface Start {
  /** Null while no key is set. */
  readonly account: AccountView | null;
  readonly sheet: SheetView;
  /** Null while no key is set, and after a failure, which `looksProblem` describes. */
  readonly looks: LooksPage | null;
  readonly looksProblem: string;
  readonly settings: Settings;
}

export interface Connected {
  readonly account: AccountView;
  /** HeyGen accepted the key. Otherwise nobody knows yet whether it works. */
  readonly tested: boolean;
  /** A sentence that says whose account it is and what is left, or why the key could not be tested. */
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
  /** Headers of the added columns. Empty when the sheet had them all. */
  readonly added: readonly string[];
  /** All of the template's variables. */
  readonly variables: readonly { readonly name: string; readonly type: string }[];
  readonly sheet: SheetView;
}

export interface NameCorrection {
  readonly value: string;
  readonly say: string;
  readonly language?: string;
  readonly voice?: string;
}

/** On the page, a form element with one `<input type="file" name="file">`. On the server, its `file` is a blob. */
export interface UploadForm {
  readonly file: unknown;
}

export interface Uploaded {
  /** A cell names the file as `asset:` and this id. */
  readonly assetId: string;
  readonly name: string;
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  /** Where HeyGen serves it: https, or ''. */
  readonly url: string;
}

export interface Used {
  /** How many rows were written; 0 when none was. */
  readonly rows: number;
  /** Why nothing was written; '' when something was. */
  readonly message: string;
  readonly sheet: SheetView;
}

export interface Settings {
  readonly automaticUpdates: boolean;
  /** Whether this build may send mails. */
  readonly mails: boolean;
  /** The price table. */
  readonly prices: Prices;
  /** Where HeyGen seems to charge other prices. */
  readonly differences: readonly PriceDifference[];
  readonly version: string;
  readonly build: string;
}
