import type { SidebarCall } from '../../app/sidebar/contract.ts';
import type { Action } from './actions.ts';
import { noPages } from './pages.ts';
import type { CallState, Choice, State } from './state.ts';

/** Calls that go on by themselves: another one of them takes no notice from the screen. */
const OWN_RHYTHM: readonly SidebarCall[] = [
  'sidebarLooks',
  'sidebarVoices',
  'sidebarTemplates',
  'sidebarPlan',
];

const GOES_ON: readonly string[] = ['sidebarRow', 'sidebarSync', ...OWN_RHYTHM];

/** The page's life as one pure function; what the add-on answers comes in through answers.ts. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'called': {
      const quiet = action.quiet || OWN_RHYTHM.includes(action.name);
      const called = withCall(state, action.name, { phase: 'pending', quiet: action.quiet });
      return quiet ? called : { ...called, notice: null };
    }
    case 'failed':
      return withCall(state, action.name, { phase: 'failed', message: action.message });
    case 'tab':
      return state.tab === action.tab
        ? state
        : { ...state, tab: action.tab, notice: null, calls: settled(state.calls) };
    case 'forget-templates':
      return { ...state, templates: noPages() };
    case 'gallery':
      return { ...state, gallery: action.gallery, notice: null };
    case 'query':
      return { ...state, queries: { ...state.queries, [action.of]: action.query } };
    case 'choose':
      return { ...state, choice: withChoice(state.choice, action.choice), notice: null };
    case 'draft':
      return { ...state, drafts: withDraft(state.drafts, action.tab, action.text) };
    case 'playing':
      return { ...state, playing: action.playing };
  }
}

/** On another tab only what goes on by itself still counts as failed. */
function settled(calls: State['calls']): State['calls'] {
  const kept = Object.entries(calls).filter(
    ([name, call]) => call.phase !== 'failed' || GOES_ON.includes(name),
  );
  return Object.fromEntries(kept);
}

function withCall(state: State, name: SidebarCall, call: CallState): State {
  return { ...state, calls: { ...state.calls, [name]: call } };
}

/** A template brings its own looks and voices: it is chosen alone, and choosing one of those drops it. */
function withChoice(before: Choice, added: Choice | null): Choice {
  if (added === null || added.template_id !== undefined) return added ?? {};
  const { template_id: _template, ...speaker } = before;
  return { ...speaker, ...added };
}

function withDraft(drafts: State['drafts'], tab: string, text: string | null): State['drafts'] {
  const others = Object.entries(drafts).filter(([name]) => name !== tab);
  return Object.fromEntries(text === null ? others : [...others, [tab, text]]);
}
