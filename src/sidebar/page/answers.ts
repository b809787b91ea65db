import type {
  DraftsView,
  Progress,
  Rendered,
  Settings,
  SheetView,
  SidebarCall,
} from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { indexLook } from '../catalogue/look-search.ts';
import { indexTemplate } from '../catalogue/template-search.ts';
import { indexVoice } from '../catalogue/voice-search.ts';
import type { Answer, Arguments } from './call.ts';
import { formKey, inPlace } from './name-control.ts';
import { noPages, withPage } from './pages.ts';
import { looksTheSame } from './polling-delays.ts';
import { type Choice, INITIAL, type Notice, type State } from './state.ts';

type AnswerHandlers = {
  readonly [Name in SidebarCall]: (state: State, value: Answer<Name>, args: Arguments<Name>) => State;
};

/** The state after an answer of the add-on. Pure, like the reducer. */
export function afterAnswer<Name extends SidebarCall>(
  state: State,
  name: Name,
  value: Answer<Name>,
  args: Arguments<Name>,
): State {
  const answers: AnswerHandlers = HANDLERS;
  return answers[name]({ ...state, calls: { ...state.calls, [name]: { phase: 'done' } } }, value, args);
}

const HANDLERS: AnswerHandlers = {
  sidebarStart: (state, { account, sheet, looks, looksProblem, settings }) => ({
    ...withSheet(state, sheet),
    started: true,
    account,
    settings,
    ...(looks !== null && { looks: withPage(noPages(), null, looks.looks, looks.next, indexLook) }),
    ...(looksProblem !== '' && {
      calls: { ...state.calls, sidebarLooks: { phase: 'failed', message: looksProblem } },
    }),
  }),

  sidebarConnect: (state, { account, tested, message }) =>
    withNotice(
      { ...withoutCatalogue(state), account },
      'sidebarConnect',
      message,
      tested ? 'good' : 'warning',
    ),

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
  sidebarExamples: withSheet,
  sidebarAddColumns: withSheet,
  sidebarOptionalColumns: (state) => state,
  sidebarCorrectName(state, sheet, [{ value, say, language = '' }]) {
    const { [formKey({ value, language })]: _saved, ...forms } = state.forms;
    const names = state.names?.names.map((name) =>
      name.value === value && name.language === language && name.by !== 'say column'
        ? { ...name, say, by: 'names sheet' as const, heard: { ...name.heard, say: false } }
        : name,
    );
    return {
      ...withSheet(state, sheet),
      forms,
      names: state.names && { ...state.names, names: names ?? [] },
    };
  },

  sidebarUse(state, { rows, message, sheet }, [values]) {
    const updated = withSheet(state, sheet);
    if (rows === 0) return withNotice(updated, 'sidebarUse', message, 'bad');
    return withNotice(
      { ...updated, choice: without(state.choice, values) },
      'sidebarUse',
      `Written into ${counted(rows, 'row')}.`,
    );
  },

  sidebarTemplateColumns(state, { added, sheet }) {
    const words =
      added.length === 0
        ? 'The sheet has every column that this template needs.'
        : `Added ${counted(added.length, 'column')}: ${added.join(', ')}.`;
    return withNotice(withSheet(state, sheet), 'sidebarTemplateColumns', words);
  },

  sidebarUpload: (state, uploaded) =>
    withNotice({ ...state, uploaded }, 'sidebarUpload', `“${uploaded.name}” is now in your HeyGen account.`),

  sidebarDefaults(state, sheet, [changes]) {
    const updated = withSheet(state, sheet);
    const { progress } = state;
    const choice = without(state.choice, changes);
    // The offer to switch test videos off disappears once the user has changed the setting.
    const isSwitched = progress !== null && changes.test_mode !== undefined;
    return withNotice(
      { ...updated, choice, progress: isSwitched ? { ...progress, testRefused: false } : progress },
      'sidebarDefaults',
      `Saved for the sheet “${sheet.tab}”.`,
    );
  },

  sidebarSheetSettings(state, sheet) {
    const updated = withSheet(state, sheet);
    const { voice_id } = state.choice;
    const isWritten = voice_id !== undefined && Object.values(sheet.settings.voices).includes(voice_id);
    const choice = isWritten ? without(state.choice, { voice_id }) : state.choice;
    return withNotice({ ...updated, choice }, 'sidebarSheetSettings', `Saved for the sheet “${sheet.tab}”.`);
  },

  sidebarPlan: (state, plan) => ({
    ...state,
    plan,
    account: state.account && { ...state.account, balance: plan.balance ?? state.account.balance },
  }),
  sidebarHear: (state, { sheet }) => withSheet(state, sheet),
  sidebarHearName: (state) => state,
  sidebarNames: (state, names) => ({ ...state, names: inPlace(state.names, names) }),
  sidebarDraft: (state, value) => ('question' in value ? state : withDrafts(state, 'sidebarDraft', value)),
  sidebarDrafts: (state, value) => withDrafts(state, 'sidebarDrafts', value),
  sidebarMarkRead: (state, value) => withDrafts(state, 'sidebarMarkRead', value),
  sidebarRuns: (state, runs) => ({ ...state, runs }),
  sidebarTexts: (state, texts) => ({ ...state, texts }),
  sidebarListTexts: (state, words) => withNotice(state, 'sidebarListTexts', words),
  sidebarCheck: (state, check) => ({ ...state, check }),
  sidebarSelectChanged: withSheet,
  sidebarSelectRows: withSheet,
  sidebarRender: afterSending,
  sidebarRenderSample: afterSending,
  sidebarApproveSample: (state) => state,
  sidebarSelectFailed: (state, sheet) =>
    withNotice(withSheet(state, sheet), 'sidebarSelectFailed', 'Failed rows selected. Render them again.'),
  sidebarSync: withProgress,
  sidebarCancelQueued(state, { cancelled, progress }, [run]) {
    const after = withProgress(state, progress);
    if (run === undefined) return after;
    const videos = state.progress?.undo?.videos ?? 0;
    return cancelled >= videos
      ? withNotice(after, 'sidebarRender', 'Undone: nothing was sent or paid.')
      : withNotice(
          after,
          'sidebarRender',
          `Cancelled: ${cancelled} of ${counted(videos, 'video')}. The others had left already.`,
          'warning',
        );
  },
  sidebarForgetRun: (state, words) => withNotice(state, 'sidebarForgetRun', words),
  sidebarRenewLinks: (state, words) => withNotice(state, 'sidebarRenewLinks', words),
  sidebarSettle: withProgress,
  sidebarGoTo: (state) => state,
  sidebarSettings: withSettings,
  sidebarAutomaticUpdates: withSettings,
  sidebarPrices: (state, settings) =>
    withNotice(withSettings(state, settings), 'sidebarPrices', 'Prices saved.'),
};

/** What is still to be written after these values went into the sheet. */
function without(choice: Choice, written: object): Choice {
  return Object.fromEntries(Object.entries(choice).filter(([name]) => !(name in written)));
}

function withNotice(state: State, of: SidebarCall, text: string, kind: Notice['kind'] = 'good'): State {
  return { ...state, notice: { of, kind, text } };
}

function withDrafts(state: State, of: SidebarCall, { unread, message, trouble, sheet }: DraftsView): State {
  const updated = { ...withSheet(state, sheet), unread };
  const words = `${message} ${trouble}`.trim();
  return words === '' ? updated : withNotice(updated, of, words, trouble === '' ? 'good' : 'warning');
}

function withSettings(state: State, settings: Settings): State {
  return { ...state, settings };
}

function withSheet(state: State, sheet: SheetView): State {
  // Keeps the same object when nothing changed, so that nothing is drawn again.
  if (state.sheet !== null && JSON.stringify(state.sheet) === JSON.stringify(sheet)) {
    return { ...state, unchangedReads: state.unchangedReads + 1 };
  }
  // What was found leads to cells of the sheet that was in front.
  const check = state.sheet?.tab === sheet.tab ? state.check : null;
  return { ...state, sheet, check, unchangedReads: 0 };
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
  const sent = { ...withProgress(state, progress), plan: null, check: message === '' ? null : state.check };
  const told = (kind: Notice['kind'], text: string) => withNotice(sent, 'sidebarRender', text, kind);
  if (message !== '') return told('bad', message);
  if (progress.paused !== null) {
    return told('warning', `${counted(videos, 'video')} queued. Paused: ${progress.paused.reason}.`);
  }
  if (videos === 0) return told('plain', 'Nothing was sent: these rows get videos that are there already.');
  return progress.undo === null ? told('good', `${counted(videos, 'video')} on the way.`) : sent;
}

/** What another sheet shows has mostly ended long ago: only a run that was seen to go on has ended before the user. */
function ends({ going, ended }: State, run: Progress['run']): Pick<State, 'going' | 'ended'> {
  if (run === null) return { going, ended };
  const others = going.filter((id) => id !== run.id);
  if (run.ended === '') return { going: [...others, run.id], ended: '' };
  return { going: others, ended: going.includes(run.id) ? run.ended : ended };
}

function withProgress(state: State, progress: Progress): State {
  const unchanged = looksTheSame(state.progress, progress);
  // The message about sending is outdated once there is news.
  const notice = unchanged || state.notice?.of !== 'sidebarRender' ? state.notice : null;
  return {
    ...state,
    ...ends(state, progress.run),
    progress,
    notice,
    unchangedSyncs: unchanged ? state.unchangedSyncs + 1 : 0,
  };
}
