/**
 * What calls take on the platform, in virtual milliseconds: between the 100 and 800 ms that people
 * measure for a Sheets call.
 */
export const COST = {
  /** One read or write of cells, before its cells are counted. */
  cells: 200,
  eachCell: 0.01,
  flush: 300,
  metadata: 100,
  structure: 300,
  /** The first `isRowHiddenBy…` of a run over adjacent rows. */
  hiddenRow: 150,
  /**
   * Each further one: the platform fetches such flags ahead for neighbouring rows until something is
   * written. That it does so is known from scripts that ask for thousands of rows in seconds; the figure
   * is an assumption.
   */
  hiddenRowAhead: 5,
} as const;

export function cellsCost(cells: number): number {
  return COST.cells + COST.eachCell * cells;
}
