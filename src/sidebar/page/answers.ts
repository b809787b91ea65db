import type { Progress, Rendered, Settings, SheetView, SidebarCall } from '../../app/sidebar/contract.ts';
import { counted } from '../amounts.ts';
import { indexLook } from '../catalogue/look-search.ts';
import { indexTemplate } from '../catalogue/template-search.ts';
import { indexVoice } from '../catalogue/voice-search.ts';
import type { Answer, Arguments } from './call.ts';
import { noPages, withPage } from './pages.ts';
import { sameNews } from './polling-delays.ts';
import { type CallState, INITIAL, type Notice, type State } from './state.ts';

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
    if (looks !== null)
      return { ...started, looks: withPage(noPages(), null, looks.looks, looks.next, indexLook) };
    if (looksProblem === '') return started;
    const failed: CallState = { phase: 'failed', message: looksProblem };
    return { ...started, calls: { ...started.calls, sidebarLooks: failed } };
  },

  sidebarConnect: (state, { account, message }) =>
    told({ ...withoutCatalogue(state), account }, 'sidebarConnect', message),

  sidebarDisconnect: (state) => ({ ...withoutCatalogue(state), account: null, tab: 'avatar' }),

  sidebarLooks: (state, { looks, next }, [cursor]) => ({
    ...state,
    looks: withPage(state.looks, cursor, looks, next, indexLook),
  }),

  sidebarVoices: (state, { voices, next }, [cursor]) => ({
    ...state,
    voices: withPage(state.voices, cursor, voices, next, indexVoice),
  }),

  sidebarTemplates: (state, { templates, next }, [cursor]) => ({
    ...state,
    templates: withPage(state.templates, cursor, templates, next, indexTemplate),
  }),

  sidebarRow: withSheet,

  sidebarUse(state, { rows, sheet }, [values]) {
    const seen = withSheet(state, sheet);
    if (rows === 0) return told(seen, 'sidebarUse', 'No visible row is selected.', 'bad');
    const choice = Object.fromEntries(Object.entries(state.choice).filter(([name]) => !(name in values)));
    return told({ ...seen, choice }, 'sidebarUse', `Written into ${counted(rows, 'row')}.`);
  },

  sidebarTemplateColumns(state, { added, sheet }) {
    const words =
      added.length === 0
        ? 'The sheet has every column that this template needs.'
        : `Added ${counted(added.length, 'column')}: ${added.join(', ')}.`;
    return told(withSheet(state, sheet), 'sidebarTemplateColumns', words);
  },

  sidebarUpload: (state, uploaded) =>
    told({ ...state, uploaded }, 'sidebarUpload', `“${uploaded.name}” is in your HeyGen account.`),

  sidebarDefaults(state, sheet, [changes]) {
    const seen = withSheet(state, sheet);
    const { progress } = state;
    // The offer to switch test videos off ends as soon as they are switched.
    const isSwitched = progress !== null && changes.test_mode !== undefined;
    return told(
      isSwitched ? { ...seen, progress: { ...progress, testRefused: false } } : seen,
      'sidebarDefaults',
      `Saved for the sheet “${sheet.tab}”.`,
    );
  },

  sidebarPlan: (state, plan) => ({
    ...state,
    plan,
    account: state.account && { ...state.account, balance: plan.balance ?? state.account.balance },
  }),
  sidebarRender: afterSending,
  sidebarSelectFailed: (state, sheet) =>
    told(withSheet(state, sheet), 'sidebarSelectFailed', 'Selected: render them again.'),
  sidebarSync: withProgress,
  sidebarCancelQueued: withProgress,
  sidebarSettle: withProgress,
  sidebarGoTo: (state) => state,
  sidebarSettings: withSettings,
  sidebarAutomaticUpdates: withSettings,
  sidebarPrices: (state, settings) => told(withSettings(state, settings), 'sidebarPrices', 'Prices saved.'),
};

function told(state: State, of: SidebarCall, text: string, kind: Notice['kind'] = 'good'): State {
  return { ...state, notice: { of, kind, text } };
}

function withSettings(state: State, settings: Settings): State {
  return { ...state, settings };
}

function withSheet(state: State, sheet: SheetView): State {
  // The same object is kept when nothing changed, so that nothing is drawn again.
  if (state.sheet !== null && JSON.stringify(state.sheet) === JSON.stringify(sheet)) {
    return { ...state, quietRows: state.quietRows + 1 };
  }
  return { ...state, sheet, quietRows: 0 };
}

function withoutCatalogue(state: State): State {
  const {
    sidebarLooks: _looks,
    sidebarVoices: _voices,
    sidebarTemplates: _templates,
    ...calls
  } = state.calls;
  const { looks, voices, templates, choice, uploaded } = INITIAL;
  return { ...state, calls, looks, voices, templates, choice, uploaded };
}

function afterSending(state: State, { videos, message, progress }: Rendered): State {
  const sent = { ...withProgress(state, progress), plan: null };
  return message === ''
    ? told(sent, 'sidebarRender', `${counted(videos, 'video')} on the way.`)
    : told(sent, 'sidebarRender', message, 'bad');
}

function withProgress(state: State, progress: Progress): State {
  const quiet = sameNews(state.progress, progress);
  // What was said of the sending is old when there is news.
  const notice = quiet || state.notice?.of !== 'sidebarRender' ? state.notice : null;
  return { ...state, progress, notice, quietSyncs: quiet ? state.quietSyncs + 1 : 0 };
}
