import type { SidebarCall } from '../../app/contract.ts';
import type { LookQuery } from '../catalogue/look-search.ts';
import type { VoiceQuery } from '../catalogue/voice-search.ts';
import type { Choice, Playing, TabName } from './state.ts';

/** Everything that can happen to the page, but for the answers of the add-on: see answers.ts. */
export type Action =
  | { readonly type: 'called'; readonly name: SidebarCall; readonly quiet: boolean }
  | { readonly type: 'failed'; readonly name: SidebarCall; readonly message: string }
  | { readonly type: 'tab'; readonly tab: TabName }
  | { readonly type: 'look-query'; readonly change: Partial<LookQuery> }
  | { readonly type: 'voice-query'; readonly change: Partial<VoiceQuery> }
  | { readonly type: 'choose'; readonly choice: Partial<Choice> }
  /** Null takes the draft back. */
  | { readonly type: 'draft'; readonly tab: string; readonly text: string | null }
  | { readonly type: 'playing'; readonly playing: Playing | null };
