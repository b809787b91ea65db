import type { InputName } from '../../core/columns/columns.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { RowView } from './row-view.ts';
import type { ColumnQuestions } from './run-view.ts';

/** The active sheet and its active row. */
export interface SheetView {
  readonly tab: string;
  /** The user's own headers as the sheet shows them. Each is a merge field. */
  readonly fields: readonly string[];
  readonly defaults: Readonly<Partial<Record<InputName, string>>>;
  readonly settings: SheetSettings;
  /** Whether its rows say in which language they speak. */
  readonly hasLanguages: boolean;
  /** Whether words of this file were heard, so that their exact lengths are known. */
  readonly hasRecordings: boolean;
  /** Whether the file's names sheet says how something sounds. */
  readonly hasCorrections: boolean;
  /** Sentences about the header row. With some of them nothing can be rendered. */
  readonly sheetIssues: readonly string[];
  /** What the user must settle about the columns first; null when nothing is open. */
  readonly open: ColumnQuestions | null;
  /** How many rows of the table are selected, hidden ones included. */
  readonly selectedRows: number;
  /** Identifies the selected rows. */
  readonly rowsPrint: string;
  /** Null when the cursor is on no filled row. */
  readonly row: RowView | null;
  /** Null when no sheet with rows is in front. */
  readonly outline: SheetOutline | null;
}

/** What must be known of a sheet to look at one row of it. The page only sends it back. */
export interface SheetOutline {
  readonly tab: number;
  /** The header row as the sheet shows it. */
  readonly headers: readonly string[];
  /** How many columns to read. One more than there are, where the sheet has room for a new header. */
  readonly columns: number;
  /** The 0-based columns of the optional output columns. */
  readonly extras: readonly number[];
  readonly filled: { readonly first: number; readonly last: number };
  /** Identifies the selection and what the active row shows. */
  readonly print: string;
}
