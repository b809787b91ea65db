import type { NameCorrection, SidebarCall } from '../../app/sidebar/contract.ts';
import type { Query } from '../catalogue/search.ts';
import type { CatalogueName, Choice, Gallery, Notice, Playing, TabName } from './state.ts';

/** Everything that can happen to the page, except answers of the add-on. For those see answers.ts. */
export type Action =
  | { readonly type: 'called'; readonly name: SidebarCall; readonly quiet: boolean }
  | { readonly type: 'failed'; readonly name: SidebarCall; readonly message: string }
  | { readonly type: 'tab'; readonly tab: TabName }
  /** Before they are loaded again. */
  | { readonly type: 'forget-templates' }
  | { readonly type: 'gallery'; readonly gallery: Gallery }
  | { readonly type: 'query'; readonly of: CatalogueName; readonly query: Query }
  /** Null undoes the choice. */
  | { readonly type: 'choose'; readonly choice: Choice | null }
  /** Null discards the draft. */
  | { readonly type: 'draft'; readonly tab: string; readonly text: string | null }
  /** A spoken form that is typed; null discards it. */
  | {
      readonly type: 'form';
      readonly of: Pick<NameCorrection, 'value' | 'language'>;
      readonly say: string | null;
    }
  /** Before they are listed again, in their usual order. */
  | { readonly type: 'forget-names' }
  /** The part of the tab at which the page was opened has been shown. */
  | { readonly type: 'arrived' }
  | { readonly type: 'notice'; readonly notice: Notice | null }
  | { readonly type: 'playing'; readonly playing: Playing | null };
