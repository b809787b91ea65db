/** A part of a merged text that came from a merge field. Offsets count UTF-16 units; `end` is exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The header of the column, as the sheet shows it. */
  readonly field: string;
}

/** A merged text that remembers which parts came from merge fields. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}
