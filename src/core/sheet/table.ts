import { type ColumnName, headerKey } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { OUTPUT_COLUMNS, type OutputName } from '../output-columns.ts';
import { remembered } from '../remembered.ts';
import { type SheetSettings, USUAL_SETTINGS } from '../settings/sheet-settings.ts';
import { FALSE_WORDS } from '../translated-values.ts';
import { type AskedColumn, askedColumns } from './asked-columns.ts';
import { type Corrections, NO_CORRECTIONS } from './corrections.ts';
import { isBlank } from './display-value.ts';
import { type ExtraColumn, extraColumns } from './extra-columns.ts';
import { columnsByKey, headerRowIssues, headerRowNotices } from './header-row.ts';
import { type OwnColumns, ownColumns } from './own-columns.ts';

export interface Row {
  /** The row's number when the sheet was read. The user may move the row a second later. */
  readonly number: number;
  /** Display values by 0-based column; may be shorter than the header row. */
  readonly cells: readonly string[];
  /** It holds nothing except what Reelmerge wrote and unticked boxes. */
  readonly blank: boolean;
}

/** What a merge field's name means in a table. */
export type Field =
  | { readonly kind: 'column'; readonly index: number }
  /** Several columns have this name. */
  | { readonly kind: 'repeated'; readonly indexes: readonly number[] }
  /** Reelmerge writes this column, so it cannot be merged. */
  | { readonly kind: 'output' }
  | { readonly kind: 'unknown' };

/** A sheet as it was read: its headers and rows. */
export interface Table {
  /** As the sheet shows them, trimmed. '' where a header is missing. */
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** What the user has set for this sheet. */
  readonly settings: SheetSettings;
  /** How names are said, in all sheets of the file. */
  readonly corrections: Corrections;
  /** Under which headers this sheet has our columns. */
  readonly own: OwnColumns;
  /** The 0-based index of an input or output column; -1 when the sheet lacks it. */
  columnOf(name: ColumnName): number;
  /** The same for any text: -1 unless it is the name of a column of ours that the sheet has. */
  ownIndex(name: string): number;
  /** Looks up a merge field's name. Case, spaces and underscores make no difference. */
  fieldOf(name: string): Field;
  /** The columns that the user is asked about before anything is paid. */
  readonly asked: readonly AskedColumn[];
  /** The output columns that must still be created. */
  readonly missingOutputs: readonly OutputName[];
  /** The optional output columns of this sheet. They are written but never created. */
  readonly extras: readonly ExtraColumn[];
  /** With any of them nothing of this sheet can be sent. */
  readonly issues: readonly Issue[];
  /** Remarks that stop nothing. */
  readonly notices: readonly Issue[];
}

const OUTPUT_NAMES: ReadonlySet<string> = new Set(OUTPUT_COLUMNS.map(({ name }) => name));

/**
 * Reads what `getDisplayValues` gives. Its first line is the header row, row `firstRowNumber` of the sheet. For
 * `headerNotes` and `disowned` see `extraColumns`.
 */
export function readTable(
  displayValues: readonly (readonly string[])[],
  firstRowNumber = 1,
  headerNotes: readonly string[] = [],
  disowned: ReadonlySet<string> = new Set(),
  settings: SheetSettings = USUAL_SETTINGS,
  corrections: Corrections = NO_CORRECTIONS,
): Table {
  const written = displayValues[0] ?? [];
  const byKey = columnsByKey(written);
  const own = ownColumns(settings);
  const named = namedColumns(byKey, own);
  const extras = extraColumns(displayValues, headerNotes, disowned);
  const outputs = new Set<number>(extras.map(({ index }) => index));
  for (const { name } of OUTPUT_COLUMNS) for (const index of named.get(name) ?? []) outputs.add(index);

  const filled = new Set<number>();
  const rows = displayValues.slice(1).map((shown, offset): Row => {
    const cells = withoutApostrophes(shown, outputs);
    let blank = true;
    cells.forEach((cell, index) => {
      if (cell === '' || isBlank(cell)) return;
      filled.add(index);
      // A column of tick boxes shows FALSE in every row down to the end of the sheet.
      if (!FALSE_WORDS.has(cell) && !outputs.has(index)) blank = false;
    });
    return { number: firstRowNumber + 1 + offset, cells, blank };
  });

  // Looked up for every cell of a large sheet, so the keys are computed only once.
  const columns = new Map<string, number>([
    ...[...named].map(([name, [index = -1]]) => [name, index] as const),
    ...extras.map(({ name, index }) => [name, index] as const),
  ]);
  const fieldOf = remembered((name: string) =>
    isOutput(own.nameOf(name)) ? OUTPUT : findField(headerKey(name), byKey, outputs),
  );
  return {
    headers: written.map((header) => header.trim()),
    rows,
    settings,
    corrections,
    own,
    columnOf: (name) => columns.get(name) ?? -1,
    ownIndex: (name) => columns.get(name) ?? -1,
    fieldOf,
    asked: askedColumns(displayValues, headerNotes, settings),
    missingOutputs: OUTPUT_COLUMNS.map(({ name }) => name).filter((name) => !named.has(name)),
    extras,
    issues: [...headerRowIssues(displayValues, firstRowNumber, own), ...unreadable(corrections)],
    notices: headerRowNotices(written, filled),
  };
}

/** Without its corrections a row would be spoken by its written form. */
function unreadable({ issue }: Corrections): readonly Issue[] {
  return issue === '' ? [] : [{ code: 'names_unreadable', column: '', message: issue }];
}

/** The display value of a cell; '' past the row's end and for column -1. */
export function cellOf(row: Row, column: number): string {
  // Most sheets lack most columns, and engines look up index -1 slowly, as a name.
  return column < 0 ? '' : (row.cells[column] ?? '');
}

/** Where the sheet has each of our columns. */
function namedColumns(
  byKey: ReadonlyMap<string, readonly number[]>,
  own: OwnColumns,
): ReadonlyMap<ColumnName, readonly number[]> {
  const named = new Map<ColumnName, readonly number[]>();
  for (const [key, indexes] of byKey) {
    const name = own.nameOf(key);
    if (name !== null) named.set(name, indexes);
  }
  return named;
}

const OUTPUT: Field = { kind: 'output' };

function isOutput(name: ColumnName | null): boolean {
  return name !== null && OUTPUT_NAMES.has(name);
}

function findField(
  key: string,
  byKey: ReadonlyMap<string, readonly number[]>,
  outputs: ReadonlySet<number>,
): Field {
  const indexes = byKey.get(key);
  const first = indexes?.[0];
  if (indexes === undefined || first === undefined) return { kind: 'unknown' };
  if (outputs.has(first)) return { kind: 'output' };
  return indexes.length === 1 ? { kind: 'column', index: first } : { kind: 'repeated', indexes };
}

/** Our own cells as we wrote them: a cell formatted as plain text keeps the apostrophe before a text as a part of it. */
function withoutApostrophes(cells: readonly string[], outputs: ReadonlySet<number>): readonly string[] {
  for (const index of outputs) {
    if (cells[index]?.startsWith("'") === true) {
      return cells.map((cell, at) => (outputs.has(at) ? cell.replace(/^'/u, '') : cell));
    }
  }
  return cells;
}
