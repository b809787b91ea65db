import type { Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import type { Mode, RowFields } from './row-fields.ts';

/** A column that says what to render. Everything that the add-on knows of it stands in its entry. */
export interface InputColumn {
  readonly name: string;
  /** Plain help, put on the header cell as a note. */
  readonly note: string;
  /** Whether `<<Header>>` is merged in it. */
  readonly merged: boolean;
  /** The ways of making a video that take it. */
  readonly modes: readonly Mode[];
  /** What is said or seen: in a row whose mode does not take it, the row is blocked rather than told. */
  readonly content?: true;
  /** One of the columns that "Set up this sheet" makes; the others are added when they are wanted. */
  readonly basic?: true;
  /** Reads a cell that is neither blank nor an error, after merging. */
  readonly read: (text: string) => Result<RowFields, readonly Issue[]>;
}

/** A reader's value as the field that it is. */
export function field<Value>(
  read: Result<Value, Issue>,
  toFields: (value: Value) => RowFields,
): Result<RowFields, readonly Issue[]> {
  return read.ok ? success(toFields(read.value)) : failure([read.failure]);
}

/** Entries between commas, semicolons or line ends; the same one twice counts once. */
export function entriesOf(text: string): readonly string[] {
  return [...new Set(sequenceOf(text))];
}

/** Entries between commas, semicolons or line ends, in their order and as often as they stand there. */
export function sequenceOf(text: string): readonly string[] {
  const entries = text.split(/[,;\n\r]+/u).map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '');
}
