import type { Reply, SidebarCall, UploadForm } from '../../app/sidebar/contract.ts';
import type { InputName } from '../../core/columns/columns.ts';
import type { Prices } from '../../core/request/price.ts';
import type { Action } from './actions.ts';
import { afterAnswer } from './answers.ts';
import type { Answer, Arguments } from './call.ts';
import type { Lanes } from './lanes.ts';
import { reduce } from './reducer.ts';
import type { CatalogueName, State } from './state.ts';
import type { Store } from './store.ts';

/** Everything that the page can ask of the add-on, and what follows from the answer. */
export type Controller = ReturnType<typeof createController>;

type Values = Readonly<Partial<Record<InputName, string>>>;

/** The call that brings the next page of a catalogue. */
export const PAGE_OF = {
  looks: 'sidebarLooks',
  voices: 'sidebarVoices',
  templates: 'sidebarTemplates',
} as const satisfies Record<CatalogueName, SidebarCall>;

export function createController(lanes: Lanes, store: Store<State>) {
  const { state } = store;
  const dispatch = (action: Action) => store.change((before) => reduce(before, action));

  async function ask<Name extends SidebarCall>(
    name: Name,
    args: Arguments<Name>,
    quiet = false,
  ): Promise<Reply<Answer<Name>>> {
    dispatch({ type: 'called', name, quiet });
    const reply = await lanes.call(name, ...args);
    if (reply.ok) store.change((before) => afterAnswer(before, name, reply.value, args));
    else dispatch({ type: 'failed', name, message: reply.message });
    return reply;
  }

  /** Asks for page after page behind the screen, until the last one or a failure. */
  async function load(name: CatalogueName): Promise<void> {
    while (state().account !== null && !state()[name].complete && !lanes.busy(name)) {
      const reply = await ask(PAGE_OF[name], [state()[name].next], true);
      if (!reply.ok) return;
    }
  }

  async function start(): Promise<void> {
    const reply = await ask('sidebarStart', []);
    if (!reply.ok || reply.value.account === null) return;
    // The names of the looks' own voices are on the cards, so voices load beside the looks.
    const looks = reply.value.looksProblem === '' ? load('looks') : Promise.resolve();
    await Promise.all([looks, load('voices'), sync(false)]);
  }

  async function sync(lookNow: boolean): Promise<void> {
    await ask('sidebarSync', [lookNow], !lookNow);
    if (state().tab === 'render' && state().quietSyncs === 0) await plan();
  }

  async function plan(): Promise<void> {
    if (!lanes.busy('plan')) await ask('sidebarPlan', []);
  }

  return {
    dispatch,
    start,
    load,
    /** The templates as HeyGen has them now: one may just have been made. */
    async reloadTemplates(): Promise<void> {
      if (lanes.busy('templates')) return;
      dispatch({ type: 'forget-templates' });
      const reply = await ask('sidebarTemplates', [null, true], true);
      if (reply.ok) await load('templates');
    },
    sync,
    plan,
    async connect(key: string): Promise<boolean> {
      const reply = await ask('sidebarConnect', [key]);
      if (reply.ok) void Promise.all([load('looks'), load('voices'), sync(false)]);
      return reply.ok;
    },
    disconnect: () => ask('sidebarDisconnect', []),
    /** The active row, as the sheet stands now; asked by the page itself, so it makes no noise. */
    look: () => ask('sidebarRow', [0], true),
    move: (step: -1 | 1) => ask('sidebarRow', [step]),
    /** Writes values into the selected rows. */
    use: (values: Values) => ask('sidebarUse', [values]),
    addTemplateColumns: (templateId: string) => ask('sidebarTemplateColumns', [templateId]),
    /** The form's one file goes to the HeyGen account. */
    upload: (form: HTMLFormElement & UploadForm) => ask('sidebarUpload', [form]),
    async setDefaults(changes: Values, tab: string): Promise<void> {
      const reply = await ask('sidebarDefaults', [changes, tab]);
      if (reply.ok && changes.script !== undefined) dispatch({ type: 'draft', tab, text: null });
    },
    async goTo(row: number, column: string): Promise<void> {
      const reply = await ask('sidebarGoTo', [row, column]);
      if (reply.ok) await ask('sidebarRow', [0], true);
    },
    render: (print: string) => ask('sidebarRender', [print]).then(plan),
    selectFailed: () => ask('sidebarSelectFailed', []).then(plan),
    cancelQueued: () => ask('sidebarCancelQueued', []).then(plan),
    settle: (jobs: readonly string[], choice: 'check-again' | 'send-again') =>
      ask('sidebarSettle', [jobs, choice]),
    automaticUpdates: (on: boolean) => ask('sidebarAutomaticUpdates', [on]),
    setPrices: (prices: Prices) => ask('sidebarPrices', [prices]),
  };
}
