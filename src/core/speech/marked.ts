/** A stretch of merged text that came out of a field. Offsets count UTF-16 units; `end` is behind the last. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The header of the column, as the sheet shows it. */
  readonly field: string;
}

/** A text and where its merged words stand in it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}
