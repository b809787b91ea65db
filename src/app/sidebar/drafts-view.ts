import type { UnreadView } from '../translate/read-back.ts';
import type { SheetView } from './shown-sheet.ts';

/** The unread drafts of the active sheet, and what a press of a button came to. */
export interface DraftsView {
  readonly unread: Omit<UnreadView, 'trouble'> & { readonly tab: string };
  /** What was done; '' when nothing was to be done. */
  readonly message: string;
  /** What Google did not translate, and why; '' when it did all. */
  readonly trouble: string;
  readonly sheet: SheetView;
}
