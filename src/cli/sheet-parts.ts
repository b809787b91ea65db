import { existsSync } from 'node:fs';
import { type RenderOrder, stateOfSheet } from './arguments.ts';
import { commonColumns } from './changed-rows.ts';
import type { Grid } from './grid.ts';
import type { RenderInput } from './input.ts';
import { readSavedRun, sheetOfSavedRun } from './saved-run.ts';

/*
 * A CSV with more rows than a sheet takes well is rendered on several sheets, one after another. Each is a spreadsheet
 * of its own, with its own state. A row stays on the sheet that it was first put on, also when rows are added, removed
 * or sorted in the CSV: on another sheet it would be paid for once more.
 */

/** One sheet of a run. */
export interface SheetPart {
  /** The first is 1. */
  readonly number: number;
  /** The order with the state of this sheet. */
  readonly order: RenderOrder;
  /** Its part of the CSV. Rows are numbered as on the sheet; `numberOf` says which row of the CSV that is. */
  readonly input: RenderInput;
}

/** Whether the run takes more than one sheet, now or when it was last started. */
function isSplit(order: RenderOrder, csv: Grid): boolean {
  return csv.length - 1 > order.sheetRows || existsSync(stateOfSheet(order.state, 2));
}

/** The sheets of a run, the first one first. */
export function sheetParts(order: RenderOrder, input: RenderInput): SheetPart[] {
  const csv = input.csv.rows;
  if (!isSplit(order, csv)) return [{ number: 1, order, input }];
  return placesBySheet(csv, order).map((places, at) => ({
    number: at + 1,
    order: {
      ...order,
      state: stateOfSheet(order.state, at + 1),
      // Each sheet has a run of its own: together they spend no more than was said.
      maxUsd: order.maxUsd === null ? null : (order.maxUsd * places.length) / (csv.length - 1),
    },
    input: partOf(input, places),
  }));
}

/** The header and these rows of the CSV, by their 0-based places in it. */
function partOf(input: RenderInput, rows: readonly number[]): RenderInput {
  const places = [0, ...rows];
  const rowOf = new Map(places.map((place, at) => [place + 1, at + 1]));
  const here = (numbers: readonly number[]): number[] =>
    numbers.flatMap((number) => rowOf.get(number) ?? []).sort((one, other) => one - other);
  const cut = (grid: Grid): Grid => places.map((place) => grid[place] ?? []);
  return {
    remarks: input.remarks,
    names: input.names,
    csv: { ...input.csv, rows: cut(input.csv.rows) },
    rows: here(input.rows),
    again: here(input.again),
    firstSheet: cut(input.firstSheet),
    numberOf: (row) => (places[row - 1] ?? 0) + 1,
  };
}

/** For each sheet the 0-based places of its rows in the CSV, ascending. */
function placesBySheet(csv: Grid, order: RenderOrder): number[][] {
  const sheets: number[][] = [];
  /** How many rows of each sheet are not in the CSV any more, as they were. */
  const gone: number[] = [];
  const sheetOf: (number | undefined)[] = csv.map(() => undefined);
  for (const kept of keptSheets(order.state)) {
    const keys = sharedKeys(csv, kept);
    const free = new Map<string, number>();
    for (const key of keys.kept) free.set(key, (free.get(key) ?? 0) + 1);
    let left = keys.kept.length;
    keys.csv.forEach((key, at) => {
      const count = free.get(key) ?? 0;
      if (count === 0 || sheetOf[at + 1] !== undefined) return;
      free.set(key, count - 1);
      left -= 1;
      sheetOf[at + 1] = sheets.length;
    });
    sheets.push([]);
    gone.push(left);
  }
  const sizes = sheets.map((_, sheet) => sheetOf.filter((known) => known === sheet).length);
  let last = 0;
  for (let at = 1; at < csv.length; at += 1) {
    let sheet = sheetOf[at];
    if (sheet === undefined) {
      // An unknown row takes the place of one that is gone: most likely it is that row, edited.
      sheet = gone.findIndex((count, number) => count > 0 && number >= last);
      if (sheet < 0) sheet = gone.findIndex((count) => count > 0);
      if (sheet >= 0) gone[sheet] = (gone[sheet] ?? 0) - 1;
      else sheet = (sizes.at(-1) ?? order.sheetRows) < order.sheetRows ? sheets.length - 1 : sheets.length;
      sizes[sheet] = (sizes[sheet] ?? 0) + 1;
    }
    last = sheet;
    const places = sheets[sheet];
    if (places === undefined) sheets.push([at]);
    else places.push(at);
  }
  return sheets;
}

/** The sheets of an earlier run, one at a time. What cannot be read is left to the run, which says why. */
function* keptSheets(state: string): Generator<Grid> {
  for (let number = 1; existsSync(stateOfSheet(state, number)); number += 1) {
    const saved = readSavedRun(stateOfSheet(state, number));
    if (saved.ok) yield saved.value === null ? [] : sheetOfSavedRun(saved.value);
    else
      yield saved.failure.kind === 'damaged' && saved.failure.before !== null
        ? sheetOfSavedRun(saved.failure.before)
        : [];
  }
}

/** The rows below the headers, each as one text of the user's own cells that both have. */
function sharedKeys(csv: Grid, kept: Grid): { readonly csv: string[]; readonly kept: string[] } {
  const common = commonColumns(csv, kept);
  const key = (row: readonly string[], side: 0 | 1): string =>
    JSON.stringify(common.map((pair) => row[pair[side]] ?? ''));
  return {
    csv: csv.slice(1).map((row) => key(row, 0)),
    kept: kept.slice(1).map((row) => key(row, 1)),
  };
}
