/** The selection on the active tab. It costs little, so that it can be asked for every few seconds. */
export interface Cursor {
  /** Id of the active tab. */
  readonly tab: number;
  /** The row of the cell with the cursor. */
  row(): number;
  /** The selected rows. The ranges may overlap, and reach beyond the data. */
  readonly selected: readonly { readonly firstRow: number; readonly lastRow: number }[];
  /** Display values of the first `columns` cells of some rows; null where the tab has no such cells. */
  read(firstRow: number, rows: number, columns: number): string[][] | null;
  /** Puts the cursor on a cell of this tab. */
  goTo(row: number, column: number): void;
}
