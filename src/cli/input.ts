import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { failure, type Result, success } from '../core/result.ts';
import { readTable } from '../core/sheet/table.ts';
import { type CsvSheet, readCsv } from '../local/csv.ts';
import type { RenderOrder } from './arguments.ts';
import { selectedRows } from './selected-rows.ts';

/** What is to be rendered, looked at as far as it can be before anything is started. */
export interface RenderInput {
  readonly csv: CsvSheet;
  /** Numbers of the selected rows that hold anything. */
  readonly rows: readonly number[];
}

/** Reads the CSV and checks that a run with it can come to something. The failure is a sentence with the line. */
export function readInput(order: RenderOrder): Result<RenderInput, string> {
  const { input, out } = order;
  const unwritable = unwritableReason(order);
  if (unwritable !== null) return failure(unwritable);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(input);
  } catch (error) {
    return failure(`${input} cannot be read (${codeOf(error)}). Check the name of the file.`);
  }
  if (resolve(out) === resolve(input)) {
    return failure(`--out is ${out}, the input itself, which would be overwritten. Give another file.`);
  }
  const csv = readCsv(bytes);
  if (!csv.ok) return failure(`${input}, ${csv.failure}`);
  const { rows } = csv.value;
  const [fault] = readTable(rows).issues;
  if (fault !== undefined) return failure(`${input}, line 1: ${fault.message}`);
  const all = [{ firstRow: 2, lastRow: rows.length }];
  const selected = selectedRows(rows, order.rows ?? all);
  if (selected.length > 0) return success({ csv: csv.value, rows: selected });
  if (selectedRows(rows, all).length === 0) {
    return failure(`${input}, line 2: there are no rows below the header row. Write at least one.`);
  }
  return failure(
    `--rows selects nothing: ${input} has rows 2 to ${rows.length}, and those selected are blank or past its end.`,
  );
}

/** The result must have a place before anything is paid for it. */
function unwritableReason({ out, state }: RenderOrder): string | null {
  for (const file of [out, state]) {
    try {
      accessSync(dirname(resolve(file)), constants.W_OK);
      if (existsSync(file)) accessSync(file, constants.W_OK);
    } catch (error) {
      return `${file} cannot be written (${codeOf(error)}). Give another place with ${file === out ? '--out' : '--state'}.`;
    }
  }
  return null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
