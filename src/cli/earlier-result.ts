import { existsSync, readFileSync } from 'node:fs';
import { failure, type Result, success } from '../core/result.ts';
import { readCsv } from '../local/csv.ts';
import { type RenderOrder, simulatedStateOf, stateOfSheet } from './arguments.ts';
import { changedSheet } from './changed-rows.ts';
import { withDoneRows } from './done-rows.ts';
import { type Grid, outputColumns } from './grid.ts';
import type { Ignored } from './grid-table.ts';
import { rowsWithVideos } from './selected-rows.ts';

/** The CSV with the results from the file of an earlier run. Null when there is no such file, or it cannot be read. */
export function earlierResult(out: string, csv: Grid, ignored: Ignored = []): Grid | null {
  if (!existsSync(out)) return null;
  const read = readCsv(readFileSync(out));
  if (!read.ok || outputColumns(read.value.rows[0] ?? []).size === 0) return null;
  return changedSheet(csv, read.value.rows, ignored)?.grid ?? read.value.rows;
}

/**
 * The sheet that a run without a state begins with: the CSV, with `--again` also the results of an earlier run. Fails
 * with a sentence when there are such results and nobody has said what to pay for once more.
 */
export function sheetWithoutState(
  order: RenderOrder,
  csv: Grid,
  rows: readonly number[],
): Result<Grid, string> {
  const earlier = existsSync(order.state) ? null : earlierResult(order.out, csv, order.ignore);
  const done = earlier === null ? 0 : paidVideos(order, earlier, rows);
  if (earlier === null || done === 0) return success(csv);
  if (order.heygen.kind === 'simulator') {
    return failure(
      `${order.out} holds ${videos(done)} of HeyGen, which this simulated run would replace. Give another file with --out.`,
    );
  }
  if (order.again !== null) return success(withDoneRows(csv, [csv, earlier]));
  return failure(
    `${order.out} holds ${videos(done)}, but the state of the run that made ${done === 1 ? 'it' : 'them'}, ${order.state}, is not there: all of it would be paid for once more. Give that state with --state FILE, or say what is to be paid for once more with --again ROWS, or --again all.`,
  );
}

/** How many of the rows show a real video. */
function paidVideos(order: RenderOrder, sheet: Grid, rows: readonly number[]): number {
  const column = outputColumns(sheet[0] ?? []).get('video_url') ?? -1;
  const simulated = order.heygen.kind === 'server' ? savedTexts(simulatedStateOf(order.out)) : null;
  return rowsWithVideos(sheet, rows).done.filter((row) => {
    const link = sheet[row - 1]?.[column] ?? '';
    // A server in HeyGen's place may be on this machine too, so its links do not tell.
    return simulated === null ? !isLocal(link) : !simulated.includes(link);
  }).length;
}

/** The states of all sheets of a run. */
function savedTexts(state: string): string {
  let texts = '';
  for (let number = 1; existsSync(stateOfSheet(state, number)); number += 1) {
    texts += readFileSync(stateOfSheet(state, number), 'utf8');
  }
  return texts;
}

function isLocal(link: string): boolean {
  return URL.canParse(link) && ['127.0.0.1', 'localhost'].includes(new URL(link).hostname);
}

function videos(count: number): string {
  return count === 1 ? 'a finished video' : `${count} finished videos`;
}
