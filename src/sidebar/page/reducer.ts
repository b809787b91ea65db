import type { SidebarCall } from '../../app/sidebar/contract.ts';
import type { Action } from './actions.ts';
import { formKey } from './name-control.ts';
import { noPages } from './pages.ts';
import type { CallState, Choice, State } from './state.ts';

/** Calls that the page makes by itself. They leave the current message on the screen. */
const BACKGROUND_CALLS: readonly SidebarCall[] = [
  'sidebarLooks',
  'sidebarVoices',
  'sidebarTemplates',
  'sidebarPlan',
];

const REPEATED_CALLS: readonly string[] = ['sidebarRow', 'sidebarSync', ...BACKGROUND_CALLS];

/** The state after an action. Answers of the add-on are handled in answers.ts. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'called': {
      const quiet = action.quiet || BACKGROUND_CALLS.includes(action.name);
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
    case 'form': {
      const { [formKey(action.of)]: _before, ...others } = state.forms;
      const { of, say } = action;
      return { ...state, forms: say === null ? others : { ...others, [formKey(of)]: { ...of, say } } };
    }
    case 'forget-names':
      return { ...state, names: null };
    case 'arrived':
      return { ...state, opensAt: null };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'playing':
      return { ...state, playing: action.playing };
  }
}

/** When the tab changes, failures are forgotten, except those of calls that the page repeats by itself. */
function settled(calls: State['calls']): State['calls'] {
  const kept = Object.entries(calls).filter(
    ([name, call]) => call.phase !== 'failed' || REPEATED_CALLS.includes(name),
  );
  return Object.fromEntries(kept);
}

function withCall(state: State, name: SidebarCall, call: CallState): State {
  return { ...state, calls: { ...state.calls, [name]: call } };
}

/**
 * A template has its own looks and voices. Choosing a template drops them, and choosing one of them drops the
 * template.
 */
function withChoice(before: Choice, added: Choice | null): Choice {
  if (added === null || added.template_id !== undefined) return added ?? {};
  const { template_id: _template, ...speaker } = before;
  return { ...speaker, ...added };
}

function withDraft(drafts: State['drafts'], tab: string, text: string | null): State['drafts'] {
  const others = Object.entries(drafts).filter(([name]) => name !== tab);
  return Object.fromEntries(text === null ? others : [...others, [tab, text]]);
}
