import type { RenderOrder } from './arguments.ts';
import { changedSheet } from './changed-rows.ts';
import { withDoneRows } from './done-rows.ts';
import { earlierResult } from './earlier-result.ts';
import type { Grid } from './grid.ts';
import type { RenderInput } from './input.ts';
import { rowsText } from './row-spans.ts';
import { readSavedRun, type SavedRun, sheetOfSavedRun } from './saved-run.ts';
import { rowsWithVideos } from './selected-rows.ts';

/** The result of a run. */
export interface EndSheet {
  /** The CSV with its results. Null when there is nothing to write. */
  readonly sheet: Grid | null;
  /** What the user must know about a damaged state; '' when it is sound. */
  readonly damage: string;
}

/** Reads the result from the state, as it was last saved. After a kill it would be the same. */
export function endSheet(order: RenderOrder, input: RenderInput): EndSheet {
  const saved = readSavedRun(order.state);
  if (saved.ok) return { sheet: saved.value === null ? [] : sheetOf(saved.value, input), damage: '' };
  return saved.failure.kind === 'damaged'
    ? rescued(order, input, saved.failure.message, saved.failure.before)
    : { sheet: null, damage: '' };
}

function sheetOf(saved: SavedRun, input: RenderInput): Grid {
  const sheet = sheetOfSavedRun(saved);
  // The run may have been interrupted before a changed CSV was on the sheet.
  return changedSheet(input.csv.rows, sheet)?.grid ?? sheet;
}

/** Collects every finished video from the sound part of the state and from the result file. */
function rescued(order: RenderOrder, input: RenderInput, damage: string, before: SavedRun | null): EndSheet {
  const csv = input.csv.rows;
  const earlier = earlierResult(order.out, csv);
  const known = [
    ...(before === null ? [] : [sheetOf(before, input)]),
    ...(earlier === null ? [] : [earlier]),
  ];
  const sheet = withDoneRows(csv, known);
  const done = new Set(rowsWithVideos(sheet, input.rows).done);
  const others = input.rows.filter((row) => !done.has(row));
  const ways = waysOut(order, done.size, others.map(input.numberOf));
  return { sheet: done.size === 0 ? null : sheet, damage: [damage, 'Nothing was sent.', ...ways].join(' ') };
}

function waysOut(order: RenderOrder, done: number, others: readonly number[]): string[] {
  const known = `${done} of the rows ${done === 1 ? 'is' : 'are'} known to be done`;
  if (others.length === 0) return [`${known}, which is all of them; their links are in ${order.out}.`];
  return [
    done === 0 ? 'None of the rows is known to be done.' : `${known}; their links are in ${order.out}.`,
    'If you have a copy of the file, put it back.',
    `Else look into your HeyGen account for the other videos, and render what is missing with another --state FILE and --again ${rowsText(others)}.`,
  ];
}
