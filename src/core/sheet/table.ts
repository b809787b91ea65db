import { type ColumnName, headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { OUTPUT_COLUMNS, type OutputName } from '../output-columns.ts';
import { isBlank } from './display-value.ts';
import { type ExtraColumn, extraColumns } from './extra-columns.ts';
import { columnsByKey, headerRowIssues, headerRowNotices } from './header-row.ts';

export interface Row {
  /** The row's number in the sheet at the moment of reading; worth nothing a second later. */
  readonly number: number;
  /** Display values by 0-based column; may be shorter than the header row. */
  readonly cells: readonly string[];
  /** Nothing stands in it but what Reelmerge wrote and boxes that are not ticked. */
  readonly blank: boolean;
}

/** What a merge field's name leads to. */
export type Field =
  | { readonly kind: 'column'; readonly index: number }
  /** The name fits several columns, so that it cannot be known which one is meant. */
  | { readonly kind: 'repeated'; readonly indexes: readonly number[] }
  /** The name is one of the columns that Reelmerge writes, which are no merge fields. */
  | { readonly kind: 'output' }
  | { readonly kind: 'unknown' };

/** A sheet as it was read: the names of its columns and its rows. */
export interface Table {
  /** As the sheet shows them, without spaces around; '' where there is none. */
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** The 0-based column of an input or output column; -1 when the sheet has none. */
  columnOf(name: ColumnName): number;
  /** Looks a merge field up, regardless of case, spaces and underscores. */
  fieldOf(name: string): Field;
  /** Of the columns that are made where they are missing. */
  readonly missingOutputs: readonly OutputName[];
  /** Columns that are written only where they are, and that nobody else uses. */
  readonly extras: readonly ExtraColumn[];
  /** While there are any, nothing of this sheet can be sent. */
  readonly issues: readonly Issue[];
  /** Worth telling; stops nothing. */
  readonly notices: readonly Issue[];
}

const OWN_COLUMNS: readonly { readonly name: ColumnName; readonly key: string }[] = [
  ...INPUT_COLUMNS,
  ...OUTPUT_COLUMNS,
].map(({ name }) => ({ name, key: headerKey(name) }));

const OUTPUT_KEYS: ReadonlySet<string> = new Set(OUTPUT_COLUMNS.map(({ name }) => headerKey(name)));

/**
 * Reads what `getDisplayValues` gives; the first line is the header row and is row `firstRowNumber`. The notes of
 * the headers tell whose the columns are that only some sheets have.
 */
export function readTable(
  displayValues: readonly (readonly string[])[],
  firstRowNumber = 1,
  headerNotes: readonly string[] = [],
  disowned: ReadonlySet<string> = new Set(),
): Table {
  const written = displayValues[0] ?? [];
  const byKey = columnsByKey(written);
  const extras = extraColumns(displayValues, headerNotes, disowned);
  const outputs = new Set<number>(extras.map(({ index }) => index));
  for (const key of OUTPUT_KEYS) for (const index of byKey.get(key) ?? []) outputs.add(index);

  const filled = new Set<number>();
  const rows = displayValues.slice(1).map((cells, offset): Row => {
    let blank = true;
    cells.forEach((cell, index) => {
      if (cell === '' || isBlank(cell)) return;
      filled.add(index);
      // A column of tick boxes shows FALSE down to the end of the sheet, in rows that nobody has filled.
      if (cell !== 'FALSE' && !outputs.has(index)) blank = false;
    });
    return { number: firstRowNumber + 1 + offset, cells, blank };
  });

  // Asked for once for every cell of a large sheet: the names' keys are not worked out again each time.
  const columns = new Map<ColumnName, number>([
    ...OWN_COLUMNS.map(({ name, key }) => [name, byKey.get(key)?.[0] ?? -1] as const),
    ...extras.map(({ name, index }) => [name, index] as const),
  ]);
  const fields = new Map<string, Field>();
  return {
    headers: written.map((header) => header.trim()),
    rows,
    columnOf: (name) => columns.get(name) ?? -1,
    fieldOf: (name) => {
      const known = fields.get(name);
      if (known !== undefined) return known;
      const field = findField(headerKey(name), byKey, outputs);
      // The same few names are asked for by every row; names that lead nowhere may be without number.
      if (field.kind === 'column') fields.set(name, field);
      return field;
    },
    missingOutputs: OUTPUT_COLUMNS.map(({ name }) => name).filter((name) => !byKey.has(headerKey(name))),
    extras,
    issues: headerRowIssues(displayValues, firstRowNumber),
    notices: headerRowNotices(written, filled),
  };
}

/** The display value in a row's column; '' past the row's end and for column -1. */
export function cellOf(row: Row, column: number): string {
  return row.cells[column] ?? '';
}

function findField(
  key: string,
  byKey: ReadonlyMap<string, readonly number[]>,
  outputs: ReadonlySet<number>,
): Field {
  if (OUTPUT_KEYS.has(key)) return { kind: 'output' };
  const indexes = byKey.get(key);
  const first = indexes?.[0];
  if (indexes === undefined || first === undefined) return { kind: 'unknown' };
  if (outputs.has(first)) return { kind: 'output' };
  return indexes.length === 1 ? { kind: 'column', index: first } : { kind: 'repeated', indexes };
}
