import { csvText } from '../local/csv.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import { writeDurably } from '../simulator/state-file.ts';
import { closeAgainOrder } from './again-order.ts';
import type { RenderOrder } from './arguments.ts';
import { type EndSheet, endSheet } from './end-sheet.ts';
import { type Ending, exitCodeOf, wordsOf } from './ending.ts';
import { type Grid, rendered } from './grid.ts';
import type { RenderInput } from './input.ts';
import { joinedSheets } from './joined-sheets.ts';
import { adviceOnChanged, countStatuses, type JsonReport, rowResults, tableOfOthers } from './report.ts';
import type { SheetPart } from './sheet-parts.ts';

/** A run that has ended. */
export interface EndedRun {
  readonly order: RenderOrder;
  readonly input: RenderInput;
  readonly parts: readonly SheetPart[];
  readonly ending: Ending;
  /** The sheet with which it has ended. */
  readonly last: SheetPart | null;
  /** What was used, and how long it took. */
  readonly use: Pick<
    JsonReport,
    'calls' | 'fetches' | 'sheetCalls' | 'executions' | 'estimate' | 'actual' | 'seconds'
  >;
}

/** Exit code when the result could not be written, whatever became of the rows. */
const UNWRITTEN_CODE = 2;

/** Writes the result, prints what became of the rows, and returns the exit code. */
export function reportRun(run: EndedRun): number {
  const { order, input, ending } = run;
  const say = order.jsonl ? console.error : console.log;
  const { sheet, damage } = resultOf(run);
  const results = rowResults(sheet ?? [], input.rows);
  const counts = countStatuses(results);
  const unwritten = sheet === null ? '' : writeResult(order, input, sheet);
  if (sheet !== null) {
    const place = unwritten === '' ? ` Written to ${order.out}` : '';
    say(`${counts.done} of ${counts.rows} ${counts.rows === 1 ? 'row is' : 'rows are'} done.${place}`);
  }
  const table = tableOfOthers(results, process.stderr.columns || 100);
  if (table !== '' && (ending.kind === 'at-rest' || ending.kind === 'stopped')) console.error(table);
  const advice = ending.kind === 'at-rest' ? adviceOnChanged(results) : '';
  for (const words of [damage || wordsOf(ending, order), advice, unwritten]) {
    if (words !== '') console.error(words);
  }
  if (order.heygen.kind === 'simulator' && counts.done > 0 && !order.serve) {
    say('The videos are simulated: run the same command with --serve to open their links.');
  }
  if (order.json) console.log(JSON.stringify({ ...counts, ...run.use }));
  if (unwritten !== '') return UNWRITTEN_CODE;
  if (ending.kind === 'at-rest') closeAgainOrder(order);
  return exitCodeOf(ending, counts);
}

/** The result of all sheets together. */
function resultOf({ input, parts, ending, last }: EndedRun): EndSheet {
  const sheets: { part: SheetPart; sheet: Grid }[] = [];
  const damages: string[] = [];
  for (const part of parts) {
    const { sheet, damage } = endSheet(part.order, part.input);
    if (damage !== '') damages.push(damage);
    // A state that cannot be used has no result of this run, but a damaged one holds what can be saved.
    const isUnusable = ending.kind === 'unusable-state' && damage === '' && (part === last || last === null);
    if (sheet !== null && !isUnusable) sheets.push({ part, sheet });
  }
  const [only] = sheets;
  const joined = parts.length === 1 ? only?.sheet : joinedSheets(input.csv.rows, sheets);
  return { sheet: only === undefined ? null : (joined ?? null), damage: damages.join('\n') };
}

/** Why the result could not be written; '' when it was. */
function writeResult({ out, state }: RenderOrder, { csv }: RenderInput, sheet: Grid): string {
  try {
    writeDurably(out, csvText(rendered(csv.rows, sheet), csv));
    return '';
  } catch (error) {
    const reason = diskTrouble(error);
    if (reason === null) throw error;
    return `${out} could not be written: ${reason}. What was rendered is kept in ${state}: make room, then run the same command again.`;
  }
}
