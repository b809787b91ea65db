import type { Reply, RowView, SheetView, SidebarCall, UploadForm } from '../../app/sidebar/contract.ts';
import type { InputName } from '../../core/columns/columns.ts';
import type { Prices } from '../../core/request/price.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { Action } from './actions.ts';
import { afterAnswer } from './answers.ts';
import type { Answer, Arguments } from './call.ts';
import type { CallQueues } from './call-queues.ts';
import { createHearControl } from './hear-control.ts';
import { createNameControl } from './name-control.ts';
import { reduce } from './reducer.ts';
import { isNoSurprise } from './same-run.ts';
import { createSampleControl } from './sample-control.ts';
import { type CatalogueName, failureOf, type Notice, type State } from './state.ts';
import type { Store } from './store.ts';
import { unsavedOf } from './unsaved.ts';

/** Everything that the page can ask the add-on to do. */
export type Controller = ReturnType<typeof createController>;

type Values = Readonly<Partial<Record<InputName, string>>>;

/** The call that loads the next page of a catalogue. */
export const PAGE_OF = {
  looks: 'sidebarLooks',
  voices: 'sidebarVoices',
  templates: 'sidebarTemplates',
} as const satisfies Record<CatalogueName, SidebarCall>;

const SAVED_NOT_SENT: Notice = {
  of: 'sidebarRender',
  kind: 'warning',
  text: 'Saved, and nothing was sent: the numbers have changed. Look at them, then render.',
};

export function createController(queues: CallQueues, store: Store<State>) {
  const { state } = store;
  /** The sheet as it was at the last sync. */
  let syncedSheet: SheetView | null = null;
  const dispatch = (action: Action) => store.change((before) => reduce(before, action));

  async function ask<Name extends SidebarCall>(
    name: Name,
    args: Arguments<Name>,
    quiet = false,
  ): Promise<Reply<Answer<Name>>> {
    dispatch({ type: 'called', name, quiet });
    const reply = await queues.call(name, ...args);
    if (reply.ok) store.change((before) => afterAnswer(before, name, reply.value, args));
    else dispatch({ type: 'failed', name, message: reply.message });
    return reply;
  }

  /** Loads page after page in the background, until the last one or a failure. */
  async function load(name: CatalogueName): Promise<void> {
    while (state().account !== null && !state()[name].complete && !queues.busy(name)) {
      const reply = await ask(PAGE_OF[name], [state()[name].next], true);
      if (!reply.ok) return;
    }
  }

  async function start(quiet = false): Promise<void> {
    const reply = await ask('sidebarStart', [], quiet);
    if (!reply.ok || reply.value.account === null) return;
    await loadAll(reply.value.looksProblem === '');
  }

  /** Cards show the names of the looks' own voices, so voices load at the same time as looks. */
  async function loadAll(withLooks = true): Promise<void> {
    await Promise.all([withLooks && load('looks'), load('voices'), sync(false)]);
  }

  async function sync(checkNow: boolean): Promise<void> {
    const { sheet, progress } = state();
    // Whoever edits a row may change what is counted: then the rows are counted again.
    const seen = sheet === syncedSheet ? progress : null;
    syncedSheet = sheet;
    await ask('sidebarSync', [checkNow, seen], !checkNow);
    if (state().tab === 'render' && state().unchangedSyncs === 0) await plan();
  }

  async function plan(again = false): Promise<void> {
    if (!queues.busy('plan')) await ask('sidebarPlan', [again]);
  }

  const nameControl = createNameControl({ ask, dispatch });

  const use = (values: Values) => ask('sidebarUse', [values, state().sheet?.rowsPrint ?? '']);

  async function setDefaults(changes: Values, tab: string): Promise<boolean> {
    const reply = await ask('sidebarDefaults', [changes, tab]);
    if (reply.ok && changes.script !== undefined) dispatch({ type: 'draft', tab, text: null });
    return reply.ok;
  }

  async function render(print: string, again: boolean): Promise<void> {
    await ask('sidebarRender', [print, again]);
    await plan();
  }

  /** Saves what is not in the sheet yet, and renders unless that brought another run than the one on the screen. */
  async function saveAndRender(): Promise<void> {
    const { sheet, plan: shown } = state();
    const { script, choice, names } = unsavedOf(state());
    if (sheet === null || shown === null) return;
    if (Object.keys(choice).length > 0) {
      const reply = await use(choice);
      if (!reply.ok || reply.value.rows === 0) return;
    }
    if (script !== null && !(await setDefaults({ script }, sheet.tab))) return;
    for (const name of names) if (!(await nameControl.correct(name)).ok) return;
    const reply = await ask('sidebarPlan', [shown.again]);
    if (!reply.ok) return;
    if (isNoSurprise(shown, reply.value)) await render(reply.value.runPrint, shown.again);
    else dispatch({ type: 'notice', notice: SAVED_NOT_SENT });
  }

  return {
    dispatch,
    start: () => start(),
    /** The key may have been set in the menu meanwhile. */
    startAgain: () => start(true),
    load,
    /** Loads the templates again: the user may have just created one. */
    async reloadTemplates(): Promise<void> {
      if (queues.busy('templates')) return;
      dispatch({ type: 'forget-templates' });
      const reply = await ask('sidebarTemplates', [null, true], true);
      if (reply.ok) await load('templates');
    },
    sync,
    /** Lets a paused run go on, and says so when it could not. */
    async resume(): Promise<void> {
      await sync(true);
      const paused = state().progress?.paused ?? null;
      if (paused === null || failureOf(state(), 'sidebarSync') !== '') return;
      const text = `Still paused: ${paused.reason}.`;
      dispatch({ type: 'notice', notice: { of: 'sidebarSync', kind: 'warning', text } });
    },
    plan: () => plan(),
    /** Counts rows that have a video too, so that they can be rendered again. */
    planAgain: () => plan(true),
    /** Goes to Render with this row alone, so that the price of a new video is seen before it is paid. */
    async planRowAgain(row: number): Promise<void> {
      const reply = await ask('sidebarSelectRows', [[row]]);
      if (!reply.ok) return;
      dispatch({ type: 'tab', tab: 'render' });
      await plan(true);
    },
    async connect(key: string): Promise<boolean> {
      const reply = await ask('sidebarConnect', [key]);
      if (reply.ok) void loadAll();
      return reply.ok;
    },
    disconnect: () => ask('sidebarDisconnect', []),
    /** Reads the active row, or the `whole` sheet. The page does this by itself, so it shows no spinner. */
    readRow: (whole = false) => ask('sidebarRow', [0, whole ? null : state().sheet], true),
    moveRow: (step: -1 | 1) => ask('sidebarRow', [step, state().sheet]),
    /** Writes values into the selected rows. */
    use,
    /** Fills an empty sheet with example rows. */
    setUpExamples: () => ask('sidebarExamples', []),
    listColumns: () => ask('sidebarOptionalColumns', []),
    addColumns: (names: readonly string[]) => ask('sidebarAddColumns', [names]),
    /** The active row with another script for the whole sheet; null when it cannot be told now. */
    async preview(script: string): Promise<RowView | null> {
      const { sheet } = state();
      if (sheet?.outline == null) return null;
      const defaults = { ...sheet.defaults, script };
      const seen = { ...sheet, defaults, outline: { ...sheet.outline, print: '' } };
      const reply = await queues.call('sidebarRow', 0, seen);
      return reply.ok && reply.value.defaults.script === script ? reply.value.row : null;
    },
    addTemplateColumns: (templateId: string) => ask('sidebarTemplateColumns', [templateId]),
    /** Uploads the form's file to the HeyGen account. */
    upload: (form: HTMLFormElement & UploadForm) => ask('sidebarUpload', [form]),
    setDefaults,
    setForSheet: (changes: Partial<SheetSettings>, tab: string) =>
      ask('sidebarSheetSettings', [changes, tab]),
    async shareVideos(): Promise<void> {
      const { sheet } = state();
      if (sheet === null) return;
      const reply = await ask('sidebarSheetSettings', [{ sharesVideos: true }, sheet.tab]);
      if (reply.ok) await plan();
    },
    async goTo(row: number, column: string): Promise<void> {
      const reply = await ask('sidebarGoTo', [row, column]);
      if (reply.ok && reply.value !== null) dispatch({ type: 'tab', tab: reply.value });
      else if (reply.ok) await ask('sidebarRow', [0, state().sheet], true);
    },
    ...createSampleControl({ ask, plan, render, state }),
    ...createHearControl({ ask, plan, dispatch }),
    check: () => ask('sidebarCheck', []),
    /** After a remedy: counts the rows again, and checks them again where a check is on the page. */
    recount: () => Promise.all([plan(), state().check === null ? null : ask('sidebarCheck', [])]),
    readAll: () => ask('sidebarTexts', []),
    listTexts: () => ask('sidebarListTexts', []),
    correctName: nameControl.correctName,
    listNames: nameControl.listNames,
    draft: (language: string, print: string) => ask('sidebarDraft', [language, print]),
    listDrafts: () => ask('sidebarDrafts', []),
    markRead: (print: string) => ask('sidebarMarkRead', [print]),
    loadRuns: () => ask('sidebarRuns', []),
    forgetRun: (run: string) => ask('sidebarForgetRun', [run]),
    async selectRows(rows: readonly number[] | 'all' | 'sent'): Promise<void> {
      await ask('sidebarSelectRows', [rows]);
      if (state().tab === 'render') await plan();
    },
    render,
    saveAndRender,
    selectFailed: () => ask('sidebarSelectFailed', []).then(() => plan()),
    async renewLinks(): Promise<void> {
      const reply = await ask('sidebarRenewLinks', []);
      // The newest videos show the new links.
      if (reply.ok) await sync(false);
    },
    /** Selects the changed rows and counts what new videos of them cost. */
    async renderChanged(): Promise<void> {
      const reply = await ask('sidebarSelectChanged', []);
      if (reply.ok) await plan(true);
    },
    undo: (run: string) => ask('sidebarCancelQueued', [run]).then(() => plan()),
    cancelQueued: () => ask('sidebarCancelQueued', []).then(() => plan()),
    settle: (jobs: readonly string[], choice: 'check-again' | 'send-again') =>
      ask('sidebarSettle', [jobs, choice]),
    automaticUpdates: (on: boolean) => ask('sidebarAutomaticUpdates', [on]),
    setPrices: (prices: Prices) => ask('sidebarPrices', [prices]),
  };
}
