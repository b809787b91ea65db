/**
 * What calls take on the platform, in virtual milliseconds. People measure between 100 and 800 ms for a
 * Sheets call.
 */
export const COST = {
  /** One read or write of cells, before its cells are counted. */
  cells: 200,
  eachCell: 0.01,
  flush: 300,
  metadata: 100,
  structure: 300,
  /** The first `isRowHiddenBy…` of a series over adjacent rows. */
  hiddenRow: 150,
  /**
   * Each further one. The platform fetches the flags of neighbouring rows ahead, until something is
   * written: scripts ask for thousands of rows in seconds. The figure is an assumption.
   */
  hiddenRowAhead: 5,
} as const;

export function cellsCost(cells: number): number {
  return COST.cells + COST.eachCell * cells;
}
