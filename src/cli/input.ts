import { readFileSync } from 'node:fs';
import { failure, type Result, success } from '../core/result.ts';
import { type CsvSheet, readCsv } from '../local/csv.ts';
import type { RenderOrder } from './arguments.ts';
import { sheetWithoutState } from './earlier-result.ts';
import type { Grid } from './grid.ts';
import { gridTable, settledColumns } from './grid-table.ts';
import { withoutLeftOut } from './left-out-rows.ts';
import { readNamesFile } from './names-file.ts';
import { placesTrouble } from './places.ts';
import { selectedRows } from './selected-rows.ts';

/** What to render, checked as far as possible before anything is started. */
export interface RenderInput {
  readonly csv: CsvSheet;
  /** What the user must know about its columns. */
  readonly remarks: readonly string[];
  /** Numbers of the selected rows that hold anything. */
  readonly rows: readonly number[];
  /** Those of them to make once more. */
  readonly again: readonly number[];
  /** How names sound; null when the command does not say. */
  readonly names: Grid | null;
  /** The sheet for a run without a state: the CSV, perhaps with results of an earlier run. */
  readonly firstSheet: Grid;
  /** The number in the CSV file of a row of `csv`. */
  readonly numberOf: (row: number) => number;
}

/** Reads the CSV and checks that there is something to render. The failure is a sentence with the line. */
export function readInput(order: RenderOrder): Result<RenderInput, string> {
  const { input } = order;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(input);
  } catch (error) {
    return failure(`${input} cannot be read (${codeOf(error)}). Check the name of the file.`);
  }
  const csv = readCsv(bytes);
  if (!csv.ok) return failure(`${input}, ${csv.failure}`);
  const [fault] = gridTable(csv.value.rows, order.ignore).issues;
  if (fault !== undefined) return failure(`${input}, line 1: ${fault.message}`);
  const { rows, remarks } = settledColumns(csv.value.rows, order.ignore);
  const all = [{ firstRow: 2, lastRow: rows.length }];
  const names = order.names === null ? success(null) : readNamesFile(order.names);
  if (!names.ok) return names;
  const selected = selectedRows(rows, order.rows ?? all);
  if (selected.length > 0) {
    const left = isLook(order)
      ? success({ rows: selected, remarks: [] })
      : withoutLeftOut(order, rows, selected);
    if (!left.ok) return left;
    const said = [...remarks, ...left.value.remarks];
    const checked = lookedAt(order, { ...csv.value, rows }, said, left.value.rows, bytes.length);
    return checked.ok ? success({ ...checked.value, names: names.value }) : checked;
  }
  if (selectedRows(rows, all).length === 0) {
    return failure(`${input}, line 2: there are no rows below the header row. Write at least one.`);
  }
  return failure(
    `--rows selects nothing: ${input} has rows 2 to ${rows.length}, and those selected are blank or past its end.`,
  );
}

/** Whether it is the sheet that is at fault, and not the command or the disk: then the file is named with the place. */
export function isOfSheet({ input }: RenderOrder, failed: string): boolean {
  return failed.startsWith(`${input}, `);
}

/** Nothing is rendered: the add-on looks at every row, and says itself which ones Render would leave out. */
function isLook({ check, texts }: RenderOrder): boolean {
  return check || texts !== null;
}

function lookedAt(
  order: RenderOrder,
  csv: CsvSheet,
  remarks: readonly string[],
  rows: readonly number[],
  inputBytes: number,
): Result<Omit<RenderInput, 'names'>, string> {
  const trouble = isLook(order) ? null : placesTrouble(order, inputBytes, rows.length);
  if (trouble !== null) return failure(trouble);
  const selected = new Set(rows);
  const named = order.again === 'all' ? rows : selectedRows(csv.rows, order.again ?? []);
  const again = named.filter((row) => selected.has(row));
  if (order.again !== null && again.length === 0) {
    return failure(
      '--again names no row that is to be rendered: they are blank, past the end, or not in --rows.',
    );
  }
  const firstSheet = sheetWithoutState(order, csv.rows, rows);
  return firstSheet.ok
    ? success({ csv, remarks, rows, again, firstSheet: firstSheet.value, numberOf: (row) => row })
    : firstSheet;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
