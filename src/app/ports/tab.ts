import type { WordColours } from '../../core/jobs/status-colours.ts';
import type { Result } from '../../core/result.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import type { Corrections } from '../../core/sheet/corrections.ts';

/**
 * A tab of the user's spreadsheet. Row and column numbers count from 1, as the sheet's do. A write fails where a
 * range is protected or a validation rule refuses a value.
 */
export interface Tab {
  readonly id: number;
  readonly name: string;
  /** What the user has set for this sheet. */
  settings(): SheetSettings;
  /** What the file's names sheet says, as it was last read. */
  corrections(): Corrections;
  /** False once the user has deleted the sheet: then every other call throws. */
  isThere(): boolean;
  /** What the user sees at this moment: display values from A1 to the last used cell. */
  readDisplayed(): string[][];
  /** The same area again, after writing. Cheaper, but it misses rows that were added below meanwhile. */
  readBack(): string[][];
  /** How many rows and columns the used area has at this moment. `readBack` then reads that area. */
  size(): { readonly rows: number; readonly columns: number };
  /** Display values of a part of the sheet. */
  readPart(area: Area): string[][];
  /** The notes of the headers, one for each column that `readDisplayed` returned last. */
  headerNotes(): readonly string[];
  /** The notes of all cells that `readDisplayed` returned last. */
  readNotes(): string[][];
  /** Whether a column holds a formula anywhere below its header. */
  holdsFormulas(column: number): boolean;
  /** The formulas of a part of the sheet, '' where a cell has none. */
  readFormulas(area: Area): string[][];
  /** The rows below the header in which this column holds a formula, a picture or any value, whatever it shows. */
  rowsHolding(column: number): ReadonlySet<number>;
  /** What the cells hold, to be written back unchanged: formulas as formulas, texts as texts. */
  readHeld(area: Area): Held[][];
  /** Buffered until flush. One cell that is protected or fails validation refuses the whole write. */
  write(areas: readonly AreaWrite[]): Result<null>;
  /** Puts notes on cells of one column. The notes between them stay. */
  writeNotes(column: number, notes: readonly { readonly row: number; readonly note: string }[]): Result<null>;
  /** Adds headers behind the last used column, each with its note. */
  appendHeaders(headers: readonly { readonly name: string; readonly note: string }[]): Result<null>;
  /**
   * Colours the words in a column below its header, by conditional formatting. False: the column has such a colour
   * already, and nothing was changed. The user's own rules stay, and come first.
   */
  colourWords(column: number, colours: readonly WordColours[]): Result<boolean>;
  /** Which of these rows are hidden by hand or by a filter; null when finding out took too long. */
  hiddenAmong(rows: readonly number[], budgetMs: number): ReadonlySet<number> | null;
}

/** An area, and what is to stand in its cells. */
export interface AreaWrite {
  readonly area: Area;
  readonly cells: readonly (readonly CellContent[])[];
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell's content on its way into the sheet. The adapter keeps a text a text, even if it looks like a formula. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A formula that shows the picture at this address. */
  | { readonly kind: 'picture'; readonly address: string }
  | { readonly kind: 'blank' }
  | Held;

/** A cell's content as it was read. Only the adapter knows what is in it. */
export interface Held {
  readonly kind: 'held';
  readonly content: unknown;
}
