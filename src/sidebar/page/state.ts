import type { Template, Voice } from '../../app/ports/catalogue.ts';
import type {
  AccountView,
  Progress,
  RunSummary,
  Settings,
  SheetView,
  SidebarCall,
  Uploaded,
} from '../../app/sidebar/contract.ts';
import type { AccountLook } from '../catalogue/look-search.ts';
import type { Query } from '../catalogue/search.ts';
import { noPages, type Pages } from './pages.ts';

export const TABS = ['avatar', 'voice', 'script', 'render', 'settings'] as const;
export type TabName = (typeof TABS)[number];

/** Where a server call stands. `quiet` calls were not asked for by the user and show no spinner. */
export type CallState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pending'; readonly quiet: boolean }
  | { readonly phase: 'done' }
  | { readonly phase: 'failed'; readonly message: string };

/** The lists that the user picks from. */
export type CatalogueName = 'looks' | 'voices' | 'templates';

/** Which of them the first tab shows. */
export type Gallery = 'looks' | 'templates';

/** Values for columns: what the user picked and has not written yet. No name, nothing picked. */
export type Choice = Readonly<Partial<Record<'avatar_id' | 'voice_id' | 'template_id', string>>>;

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
  readonly looks: Pages<AccountLook>;
  readonly voices: Pages<Voice>;
  readonly templates: Pages<Template>;
  readonly queries: Readonly<Record<CatalogueName, Query>>;
  /** Null until the user has said so: then the one that the active row is made from. */
  readonly gallery: Gallery | null;
  readonly choice: Choice;
  /** Unsaved templates by the tab they belong to: what the user edits wins. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly plan: RunSummary | null;
  readonly progress: Progress | null;
  /** Syncs in a row that changed nothing. */
  readonly quietSyncs: number;
  readonly notice: Notice | null;
  readonly playing: Playing | null;
  /** The file that was uploaded last. */
  readonly uploaded: Uploaded | null;
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
  templates: noPages(),
  queries: { looks: {}, voices: {}, templates: {} },
  gallery: null,
  choice: {},
  drafts: {},
  plan: null,
  progress: null,
  quietSyncs: 0,
  notice: null,
  playing: null,
  uploaded: null,
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

/** What the first tab shows: what the user asked for, else what the active row is made from. */
export function galleryOf({ gallery, sheet }: State): Gallery {
  return gallery ?? (sheet?.row?.mode === 'template' ? 'templates' : 'looks');
}
