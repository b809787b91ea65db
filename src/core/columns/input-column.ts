import type { Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import type { Mode, RowFields } from './row-fields.ts';

/** A column that says what to render. Its entry holds everything that the add-on knows about it. */
export interface InputColumn {
  readonly name: string;
  /** Help for users: the note on the header cell. */
  readonly note: string;
  /** Whether merge fields work in it. */
  readonly merged: boolean;
  /** The modes that use it. */
  readonly modes: readonly Mode[];
  /**
   * It says what is seen or heard. In a mode that does not use it, it blocks the row; other columns only cause a
   * warning.
   */
  readonly content?: true;
  /** It takes a picture. A cell that holds one, or a formula, and shows no text blocks the row. */
  readonly picture?: true;
  /** "Set up this sheet" creates this column. Users add the others when they want them. */
  readonly basic?: true;
  /** Reads a merged cell that is neither blank nor an error. */
  readonly read: (text: string) => Result<RowFields, readonly Issue[]>;
}

/** Puts a value that was read into its field. */
export function field<Value>(
  read: Result<Value, Issue>,
  toFields: (value: Value) => RowFields,
): Result<RowFields, readonly Issue[]> {
  return read.ok ? success(toFields(read.value)) : failure([read.failure]);
}

/** Entries separated by commas, semicolons or line ends, each once. */
export function entriesOf(text: string): readonly string[] {
  return [...new Set(sequenceOf(text))];
}

/** Entries separated by commas, semicolons or line ends, in order, repeats included. */
export function sequenceOf(text: string): readonly string[] {
  const entries = text.split(/[,;\n\r]+/u).map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '');
}
