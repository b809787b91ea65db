import type { Issue } from '../../core/issue.ts';
import { waysToSend } from '../../core/jobs/batch.ts';
import { newJob } from '../../core/jobs/job.ts';
import { jobId, taggedTitle } from '../../core/jobs/job-id.ts';
import { toLine } from '../../core/jobs/ledger-line.ts';
import { NOTHING_SHOWN } from '../../core/jobs/row-output.ts';
import { planRun, type ReadyRow, type RunPlan, runPrint } from '../../core/jobs/run.ts';
import type { CellPatch } from '../../core/jobs/write-back.ts';
import { OUTPUT_COLUMNS } from '../../core/output-columns.ts';
import { estimateOf } from '../../core/request/price.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { headerCells } from '../../core/sheet/sheet-setup.ts';
import { cellOf, type Table } from '../../core/sheet/table.ts';
import { historyOf } from '../ledger/ledger.ts';
import type { Owner, Platform } from '../ports/ports.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { shownElsewhere } from '../show/other-sheets.ts';
import { showJobs } from '../show/show.ts';
import { writePatches } from '../show/write-patches.ts';
import { withPicturesMarked } from '../tabs/pictures.ts';
import { tableAgain, tableOf } from '../tabs/tab-table.ts';
import { writeRows } from '../tabs/write-rows.ts';
import type { PlannedRun } from './plan-visible.ts';

/** A run that the user was asked to confirm. */
export interface ConfirmedRun extends Pick<PlannedRun, 'plan' | 'facts' | 'again'> {
  readonly platform: Platform;
  readonly tab: Tab;
  readonly owner: Owner;
  /** The user said Yes. Otherwise only the blocked rows get their reasons. */
  readonly go: boolean;
}

/** One call to the platform carries so many lines and characters at most, so the ledger is written in pieces. */
const APPEND_LINES = 2_000;
const APPEND_CHARACTERS = 4_000_000;

/**
 * Under the lock: writes everything down before money is spent. The order makes a kill harmless at any moment. First
 * the job ids go into the rows and are read back, then the jobs into the ledger, then their statuses into the rows. An
 * id in a row means nothing until the ledger is durable; from then on every job has its row.
 */
export function writeAhead(confirmed: ConfirmedRun): Result<null> {
  const { platform, tab, owner, plan, facts, again, go } = confirmed;
  const complete = completeTable(platform, tab);
  if (!complete.ok) return complete;
  const table = withPicturesMarked(tab, complete.value);
  const plannedRows = [...plan.ready, ...plan.blocked, ...plan.relinked].map(({ row }) => row);
  const defaults = platform.settings.defaults(tab.id);
  const history = historyOf(platform);
  const planned = { defaults, tab: tab.id, facts, again };
  const now = planRun({
    ...planned,
    table,
    rows: plannedRows,
    history,
    isShownElsewhere: shownElsewhere(platform, tab, history),
  });
  const blocked = now.blocked.map(({ row, issues }) => blockedPatch(row, issues));
  if (!go) return writePatches(tab, table, blocked);
  if (runPrint(plan) !== runPrint(now)) return failure(otherRun(plan, now));
  const run = platform.clock.newRun();
  const ids = now.ready.map((_, at) => jobId(run, at));
  const links = [
    ...now.ready.map(({ row }, at) => ({ row, id: ids[at] ?? '' })),
    ...now.relinked.map(({ row, job }) => ({ row, id: job.id })),
  ];
  const linked = writeRows(
    tab,
    [table.columnOf('job') + 1],
    links.map(({ row, id }) => ({ row, contents: [{ kind: 'text', text: id }] })),
  );
  if (!linked.ok) return linked;
  platform.spreadsheet.flush();
  const places = placesOf(tab, now.ready, ids, (at, rows) =>
    planRun({ ...planned, table: at, rows, history: new Map() }),
  );
  if (places.kind !== 'in-place') {
    takeBack(tab, idsBefore(table, now.ready, ids));
    return failure(places.kind === 'unsteady' ? everChanging(places.row) : MOVED);
  }
  const askedAt = platform.clock.now();
  const prices = platform.settings.prices();
  const jobs = now.ready.map((ready, at) => {
    const id = ids[at] ?? '';
    const { sourcePrints, requestPrint, requestParts, says, request, endpoint, folder } = ready;
    const sendAs = waysToSend(request);
    const { seconds, cost, rate } = estimateOf(request, facts, prices);
    const job = newJob({
      id,
      tab: tab.id,
      owner: owner.name,
      askedAt,
      sourcePrints,
      requestPrint,
      requestParts,
      says,
      sendAs,
      endpoint,
      folderId: folder,
      estimatedSeconds: seconds === null ? null : rounded(seconds),
      estimatedUsd: cost === null ? null : rounded(cost),
      rate,
    });
    return { id, ready, job };
  });
  const ledger = platform.ledger(true);
  if (ledger === null) throw new Error('The ledger sheet could not be created.');
  const lines = jobs.map(({ id, ready, job }) => ({
    cells: toLine(job),
    request: bodyText({ ...ready.request, title: taggedTitle(ready.request.title ?? '', id) }),
  }));
  for (const piece of pieces(lines)) ledger.append(piece);
  platform.spreadsheet.flush();
  // If the sheet refuses these or a kill loses them, the next sync writes them: the ledger has the jobs.
  writePatches(tab, table, blocked);
  showJobs(platform, tab, [...jobs.map(({ job }) => job), ...now.relinked.map(({ job }) => job)]);
  return success(null);
}

/** Ten thousandths of a second or a dollar are enough. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function pieces<Line extends { readonly request: string }>(lines: readonly Line[]): Line[][] {
  const all: Line[][] = [];
  let room = 0;
  for (const line of lines) {
    const last = all[all.length - 1];
    if (last === undefined || last.length === APPEND_LINES || line.request.length > room) {
      all.push([line]);
      room = APPEND_CHARACTERS;
    } else last.push(line);
    room -= line.request.length;
  }
  return all;
}

/** The tab as a table that has every column to write into. */
function completeTable(platform: Platform, tab: Tab): Result<Table> {
  const table = tableOf(tab);
  const { missingOutputs } = table;
  if (missingOutputs.length === 0) return success(table);
  const missing = OUTPUT_COLUMNS.filter(({ name }) => missingOutputs.includes(name));
  const added = tab.appendHeaders(headerCells(table, missing));
  if (!added.ok) return added;
  platform.spreadsheet.flush();
  return success(tableOf(tab));
}

type Places =
  | { readonly kind: 'in-place' | 'moved' }
  /** The row did not move but says something else: one of its formulas changes at every calculation. */
  | { readonly kind: 'unsteady'; readonly row: number };

/** Whether each id stands beside the request it was made for. Users move rows at any moment. */
function placesOf(
  tab: Tab,
  ready: readonly ReadyRow[],
  ids: readonly string[],
  planAgain: (table: Table, rows: readonly number[]) => RunPlan,
): Places {
  // A row that was moved below the area that was read counts as moved.
  const table = tableAgain(tab);
  const column = table.columnOf('job');
  const expected = new Map(ready.map((row, at) => [ids[at] ?? '', row]));
  const rows = table.rows.filter((row) => expected.has(cellOf(row, column).trim()));
  const seen = new Map(rows.map((row) => [row.number, cellOf(row, column).trim()]));
  const now = planAgain(table, [...seen.keys()]).ready;
  if (now.length !== ready.length || seen.size !== ready.length) return { kind: 'moved' };
  const prints = new Set(ready.map(({ requestPrint }) => requestPrint));
  const others = now.filter(
    ({ row, requestPrint }) => expected.get(seen.get(row) ?? '')?.requestPrint !== requestPrint,
  );
  const [first] = others;
  if (first === undefined) return { kind: 'in-place' };
  const isUnmoved = now.every(({ row }) => expected.get(seen.get(row) ?? '')?.row === row);
  const isUnsteady = isUnmoved && others.every(({ requestPrint }) => !prints.has(requestPrint));
  return isUnsteady ? { kind: 'unsteady', row: first.row } : { kind: 'moved' };
}

const MOVED =
  'The rows were moved while they were being written down. Nothing was sent and nothing was paid. Render again.';

function everChanging(row: number): string {
  return `Row ${row} shows something else each time the sheet changes, as formulas with NOW or RAND do, so it is not certain what would be spoken. Nothing was sent and nothing was paid. Copy its cells, choose Edit ▸ Paste special ▸ Values only, then render again.`;
}

/** What stood in the job cells before, by the ids that were put there. */
function idsBefore(
  table: Table,
  ready: readonly ReadyRow[],
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const column = table.columnOf('job');
  const before = new Map(table.rows.map((row) => [row.number, cellOf(row, column).trim()]));
  return new Map(ready.map(({ row }, at) => [ids[at] ?? '', before.get(row) ?? '']));
}

/** Takes ids that lead nowhere yet back, wherever their rows are by now, and puts there what stood there before. */
function takeBack(tab: Tab, before: ReadonlyMap<string, string>): void {
  const table = tableOf(tab);
  const column = table.columnOf('job');
  for (const row of table.rows) {
    const id = before.get(cellOf(row, column).trim());
    if (id === undefined) continue;
    const cell: CellContent = id === '' ? { kind: 'blank' } : { kind: 'text', text: id };
    const area = { row: row.number, column: column + 1, rows: 1, columns: 1 };
    tab.write([{ area, cells: [[cell]] }]);
  }
}

function otherRun(planned: RunPlan, now: RunPlan): string {
  const before = new Map(planned.ready.map(({ row, requestPrint }) => [row, requestPrint]));
  const isUnmoved = now.ready.length === before.size && now.ready.every(({ row }) => before.has(row));
  const other = now.ready.find(({ row, requestPrint }) => before.get(row) !== requestPrint);
  if (isUnmoved && other !== undefined) {
    return `Row ${other.row} was changed while the question was open. Nothing was sent and nothing was paid. If nobody changed it, it shows something else each time the sheet changes, as formulas with NOW or RAND do: copy its cells and choose Edit ▸ Paste special ▸ Values only. Then render again.`;
  }
  return 'The rows were changed or moved while the question was open. Nothing was sent and nothing was paid. Look at the rows, then render again.';
}

/** Nobody reads more sentences than this in one cell. */
const MOST_ISSUES = 12;

function blockedPatch(row: number, issues: readonly Issue[]): CellPatch {
  const firstSentences = issues.slice(0, MOST_ISSUES).map(({ message }) => message);
  const more = issues.length - firstSentences.length;
  const problem = [...firstSentences, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
  const code = [...new Set(issues.map((issue) => issue.code))].join(', ');
  return { row, job: '', moves: null, output: { ...NOTHING_SHOWN, status: 'Blocked', problem }, code };
}

/** JSON that a cell gives back unchanged: Sheets folds some line ends and control characters. */
function bodyText(body: object): string {
  return JSON.stringify(body).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
