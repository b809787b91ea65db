import type {
  AccountView,
  Progress,
  RunSummary,
  Settings,
  SheetView,
  SidebarCall,
} from '../../app/contract.ts';
import { EVERY_LOOK, type IndexedLook, type LookQuery } from '../catalogue/look-search.ts';
import { EVERY_VOICE, type IndexedVoice, type VoiceQuery } from '../catalogue/voice-search.ts';

export const TABS = ['avatar', 'voice', 'script', 'render', 'settings'] as const;
export type TabName = (typeof TABS)[number];

/** Where a server call stands. `quiet` calls were not asked for by the user and show no spinner. */
export type CallState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pending'; readonly quiet: boolean }
  | { readonly phase: 'done' }
  | { readonly phase: 'failed'; readonly message: string };

/** What arrives page by page. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly known: ReadonlySet<string>;
  /** The page that is waited for; null is the first one. */
  readonly next: string | null;
  readonly complete: boolean;
}

/** What the user picked and has not written yet; '' for nothing. */
export interface Choice {
  readonly avatarId: string;
  readonly voiceId: string;
}

export interface Playing {
  readonly voiceId: string;
  readonly phase: 'loading' | 'playing' | 'failed';
}

/** A sentence about what was just done; it stays until the next action. */
export interface Notice {
  /** The call that it tells of. */
  readonly of: SidebarCall;
  readonly kind: 'good' | 'bad';
  readonly text: string;
}

export interface State {
  readonly tab: TabName;
  readonly calls: Readonly<Partial<Record<SidebarCall, CallState>>>;
  readonly started: boolean;
  readonly account: AccountView | null;
  readonly settings: Settings | null;
  readonly sheet: SheetView | null;
  /** Looks at the selection in a row that found it unchanged. */
  readonly quietRows: number;
  readonly looks: Pages<IndexedLook>;
  readonly voices: Pages<IndexedVoice>;
  readonly lookQuery: LookQuery;
  readonly voiceQuery: VoiceQuery;
  readonly choice: Choice;
  /** Unsaved templates by the tab they belong to: what the user edits wins. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly plan: RunSummary | null;
  readonly progress: Progress | null;
  /** Syncs in a row that changed nothing. */
  readonly quietSyncs: number;
  readonly notice: Notice | null;
  readonly playing: Playing | null;
}

export function noPages<Item>(): Pages<Item> {
  return { items: [], known: new Set(), next: null, complete: false };
}

export const INITIAL: State = {
  tab: 'avatar',
  calls: {},
  started: false,
  account: null,
  settings: null,
  sheet: null,
  quietRows: 0,
  looks: noPages(),
  voices: noPages(),
  lookQuery: EVERY_LOOK,
  voiceQuery: EVERY_VOICE,
  choice: { avatarId: '', voiceId: '' },
  drafts: {},
  plan: null,
  progress: null,
  quietSyncs: 0,
  notice: null,
  playing: null,
};

const IDLE: CallState = { phase: 'idle' };

export function callState(state: State, name: SidebarCall): CallState {
  return state.calls[name] ?? IDLE;
}

/** Under way because the user asked for it. */
export function isPending(state: State, name: SidebarCall): boolean {
  const call = callState(state, name);
  return call.phase === 'pending' && !call.quiet;
}

/** Why the last call of this name failed; '' when it did not. */
export function failureOf(state: State, name: SidebarCall): string {
  const call = callState(state, name);
  return call.phase === 'failed' ? call.message : '';
}
