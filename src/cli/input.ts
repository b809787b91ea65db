import { readFileSync } from 'node:fs';
import { failure, type Result, success } from '../core/result.ts';
import { readTable } from '../core/sheet/table.ts';
import { type CsvSheet, readCsv } from '../local/csv.ts';
import type { RenderOrder } from './arguments.ts';
import { placesTrouble } from './places.ts';
import { selectedRows } from './selected-rows.ts';

/** What is to be rendered, looked at as far as it can be before anything is started. */
export interface RenderInput {
  readonly csv: CsvSheet;
  /** Numbers of the selected rows that hold anything. */
  readonly rows: readonly number[];
}

/** Reads the CSV and checks that a run with it can come to something. The failure is a sentence with the line. */
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
  const { rows } = csv.value;
  const [fault] = readTable(rows).issues;
  if (fault !== undefined) return failure(`${input}, line 1: ${fault.message}`);
  const all = [{ firstRow: 2, lastRow: rows.length }];
  const selected = selectedRows(rows, order.rows ?? all);
  if (selected.length > 0) {
    const trouble = placesTrouble(order, bytes.length, selected.length);
    return trouble === null ? success({ csv: csv.value, rows: selected }) : failure(trouble);
  }
  if (selectedRows(rows, all).length === 0) {
    return failure(`${input}, line 2: there are no rows below the header row. Write at least one.`);
  }
  return failure(
    `--rows selects nothing: ${input} has rows 2 to ${rows.length}, and those selected are blank or past its end.`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
