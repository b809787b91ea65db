import type { Template, Voice } from '../../app/ports/catalogue.ts';
import type {
  AccountView,
  CheckView,
  DraftsView,
  NameCorrection,
  NamesView,
  Progress,
  RowText,
  RunSummary,
  Settings,
  SheetView,
  SidebarCall,
  Uploaded,
} from '../../app/sidebar/contract.ts';
import type { RunsView } from '../../app/sidebar/runs-view.ts';
import type { AccountLook } from '../catalogue/look-search.ts';
import type { Query } from '../catalogue/search.ts';
import { noPages, type Pages } from './pages.ts';

export const TABS = ['avatar', 'voice', 'script', 'render', 'settings'] as const;
export type TabName = (typeof TABS)[number];

/** The state of a call that was made. The page makes `quiet` calls by itself, and they show no spinner. */
export type CallState =
  | { readonly phase: 'pending'; readonly quiet: boolean }
  | { readonly phase: 'done' }
  | { readonly phase: 'failed'; readonly message: string };

/** The lists to pick from. */
export type CatalogueName = 'looks' | 'voices' | 'templates';

/** The list that the first tab shows. */
export type Gallery = 'looks' | 'templates';

/** What the user picked but has not yet written into the sheet, by column. */
export type Choice = Readonly<Partial<Record<'avatar_id' | 'voice_id' | 'template_id', string>>>;

export interface Playing {
  readonly voiceId: string;
  readonly phase: 'loading' | 'playing' | 'failed';
}

/** A message about what was just done. It stays until the next action. */
export interface Notice {
  /** The call that it is about. */
  readonly of: SidebarCall;
  readonly kind: 'good' | 'plain' | 'warning' | 'bad';
  readonly text: string;
}

export interface State {
  readonly tab: TabName;
  readonly calls: Readonly<Partial<Record<SidebarCall, CallState>>>;
  readonly started: boolean;
  readonly account: AccountView | null;
  readonly settings: Settings | null;
  readonly sheet: SheetView | null;
  /** How many times in a row the selection was read and had not changed. */
  readonly unchangedReads: number;
  readonly looks: Pages<AccountLook>;
  readonly voices: Pages<Voice>;
  readonly templates: Pages<Template>;
  readonly queries: Readonly<Record<CatalogueName, Query>>;
  /** The user's choice. Null until then: the active row decides. */
  readonly gallery: Gallery | null;
  readonly choice: Choice;
  /** Unsaved sheet scripts by tab. What arrives from the sheet never overwrites them. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Spoken forms of names that are not saved yet. Empty ones are still being typed. */
  readonly forms: Readonly<Record<string, NameCorrection>>;
  /** The part of the tab at which the page opens. */
  readonly opensAt: 'names' | null;
  readonly plan: RunSummary | null;
  /** The last check of the rows. */
  readonly check: CheckView | null;
  /** What the rows will say, as it was last asked for. */
  readonly texts: readonly RowText[] | null;
  /** The names in the words of the rows, as they were last asked for. */
  readonly names: NamesView | null;
  /** The drafts that nobody has marked as read, as they were last asked for. */
  readonly unread: DraftsView['unread'] | null;
  /** The runs of the sheet, as they were last asked for. */
  readonly runs: RunsView | null;
  readonly progress: Progress | null;
  /** Runs that this page has seen going on. */
  readonly going: readonly string[];
  /** The end of the last of them, in words: the page's heading and title. '' while one goes on, and at first. */
  readonly ended: string;
  /** How many syncs in a row changed nothing. */
  readonly unchangedSyncs: number;
  readonly notice: Notice | null;
  readonly playing: Playing | null;
  /** The last uploaded file. */
  readonly uploaded: Uploaded | null;
}

export const INITIAL: State = {
  tab: 'avatar',
  calls: {},
  started: false,
  account: null,
  settings: null,
  sheet: null,
  unchangedReads: 0,
  looks: noPages(),
  voices: noPages(),
  templates: noPages(),
  queries: { looks: {}, voices: {}, templates: {} },
  gallery: null,
  choice: {},
  drafts: {},
  forms: {},
  opensAt: null,
  plan: null,
  check: null,
  texts: null,
  names: null,
  unread: null,
  runs: null,
  progress: null,
  going: [],
  ended: '',
  unchangedSyncs: 0,
  notice: null,
  playing: null,
  uploaded: null,
};

/** Whether a call is running. */
export function isRunning({ calls }: State, name: SidebarCall): boolean {
  return calls[name]?.phase === 'pending';
}

/** Whether a call that the user asked for is running. */
export function isPending({ calls }: State, name: SidebarCall): boolean {
  const call = calls[name];
  return call?.phase === 'pending' && !call.quiet;
}

/** Why the last call of this name failed. '' when it did not. */
export function failureOf({ calls }: State, name: SidebarCall): string {
  const call = calls[name];
  return call?.phase === 'failed' ? call.message : '';
}

/** The list that the first tab shows: the user's choice, or else what the active row is made from. */
export function galleryOf({ gallery, sheet }: State): Gallery {
  return gallery ?? (sheet?.row?.mode === 'template' ? 'templates' : 'looks');
}
