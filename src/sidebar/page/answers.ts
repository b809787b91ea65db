import type { Progress, Rendered, SheetView, SidebarCall } from '../../app/contract.ts';
import { counted } from '../amounts.ts';
import { indexLook } from '../catalogue/look-search.ts';
import { indexVoice } from '../catalogue/voice-search.ts';
import type { Answer, Arguments } from './call.ts';
import { sameNews } from './rhythm.ts';
import { type CallState, type Notice, noPages, type Pages, type State } from './state.ts';

type Answers = {
  readonly [Name in SidebarCall]: (state: State, value: Answer<Name>, args: Arguments<Name>) => State;
};

/** The state after the add-on answered a call. Pure, as the reducer is. */
export function afterAnswer<Name extends SidebarCall>(
  state: State,
  name: Name,
  value: Answer<Name>,
  args: Arguments<Name>,
): State {
  const answers: Answers = ANSWERS;
  return answers[name]({ ...state, calls: { ...state.calls, [name]: { phase: 'done' } } }, value, args);
}

const ANSWERS: Answers = {
  sidebarStart(state, { account, sheet, looks, looksProblem, settings }) {
    const started = { ...withSheet(state, sheet), started: true, account, settings };
    if (looks !== null) return { ...started, looks: withPage(noPages(), looks.looks, looks.next, indexLook) };
    if (looksProblem === '') return started;
    const failed: CallState = { phase: 'failed', message: looksProblem };
    return { ...started, calls: { ...started.calls, sidebarLooks: failed } };
  },

  sidebarConnect(state, { account, message }) {
    return {
      ...withoutCatalogue(state),
      account,
      notice: { of: 'sidebarConnect', kind: 'good', text: message },
    };
  },

  sidebarDisconnect: (state) => ({ ...withoutCatalogue(state), account: null, tab: 'avatar' }),

  sidebarLooks(state, { looks, next }, [cursor]) {
    // A page that was asked for with another key belongs to nobody any more.
    if (cursor !== state.looks.next || state.looks.complete) return state;
    return { ...state, looks: withPage(state.looks, looks, next, indexLook) };
  },

  sidebarVoices(state, { voices, next }, [cursor]) {
    if (cursor !== state.voices.next || state.voices.complete) return state;
    return { ...state, voices: withPage(state.voices, voices, next, indexVoice) };
  },

  sidebarRow: withSheet,

  sidebarUse(state, { rows, sheet }) {
    const seen = withSheet(state, sheet);
    if (rows === 0)
      return { ...seen, notice: { of: 'sidebarUse', kind: 'bad', text: 'No visible row is selected.' } };
    const text = `Written into ${counted(rows, 'row')}.`;
    return {
      ...seen,
      choice: { avatarId: '', voiceId: '' },
      notice: { of: 'sidebarUse', kind: 'good', text },
    };
  },

  sidebarTemplates: (state) => state,
  sidebarTemplateColumns: (state, { sheet }) => withSheet(state, sheet),
  sidebarUpload: (state) => state,

  sidebarDefaults(state, sheet) {
    const text = `Saved for the sheet “${sheet.tab}”.`;
    return { ...withSheet(state, sheet), notice: { of: 'sidebarDefaults', kind: 'good', text } };
  },

  sidebarPlan: (state, plan) => ({ ...state, plan }),
  sidebarRender: afterSending,
  sidebarRetryFailed: afterSending,
  sidebarSync: withProgress,
  sidebarCancelQueued: withProgress,
  sidebarSettle: withProgress,
  sidebarGoTo: (state) => state,
  sidebarSettings: (state, settings) => ({ ...state, settings }),
  sidebarAutomaticUpdates: (state, settings) => ({ ...state, settings }),

  sidebarPrices: (state, settings) => ({
    ...state,
    settings,
    notice: { of: 'sidebarPrices', kind: 'good', text: 'Prices saved.' },
  }),
};

function withSheet(state: State, sheet: SheetView): State {
  // The same object is kept when nothing changed, so that nothing is drawn again.
  if (state.sheet !== null && JSON.stringify(state.sheet) === JSON.stringify(sheet)) {
    return { ...state, quietRows: state.quietRows + 1 };
  }
  return { ...state, sheet, quietRows: 0 };
}

function withPage<Source extends { readonly id: string }, Item>(
  pages: Pages<Item>,
  page: readonly Source[],
  next: string | null,
  index: (source: Source) => Item,
): Pages<Item> {
  const known = new Set(pages.known);
  const items = [...pages.items];
  for (const source of page) {
    if (known.has(source.id)) continue;
    known.add(source.id);
    items.push(index(source));
  }
  return { items, known, next, complete: next === null };
}

function withoutCatalogue(state: State): State {
  const { sidebarLooks: _looks, sidebarVoices: _voices, ...calls } = state.calls;
  return { ...state, calls, looks: noPages(), voices: noPages(), choice: { avatarId: '', voiceId: '' } };
}

function afterSending(state: State, { videos, message, progress }: Rendered): State {
  const refused = message !== '';
  const text = refused ? message : `${counted(videos, 'video')} on the way.`;
  const notice: Notice = { of: 'sidebarRender', kind: refused ? 'bad' : 'good', text };
  return { ...withProgress(state, progress), notice, plan: null };
}

function withProgress(state: State, progress: Progress): State {
  const quiet = sameNews(state.progress, progress);
  return { ...state, progress, quietSyncs: quiet ? state.quietSyncs + 1 : 0 };
}
