import type { Issue } from '../../core/issue.ts';
import { waysToSend } from '../../core/jobs/batch.ts';
import { type Job, newJob } from '../../core/jobs/job.ts';
import { jobId, taggedTitle } from '../../core/jobs/job-id.ts';
import { NOTHING_SHOWN } from '../../core/jobs/row-output.ts';
import { planRun, type RunPlan, runPrint } from '../../core/jobs/run.ts';
import { sharedPrint } from '../../core/jobs/shared-video.ts';
import type { CellPatch } from '../../core/jobs/write-back.ts';
import { OUTPUT_COLUMNS } from '../../core/output-columns.ts';
import { estimateOf } from '../../core/request/price.ts';
import { paceQuestion } from '../../core/request/spoken-texts.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { headerCells } from '../../core/sheet/sheet-setup.ts';
import type { Table } from '../../core/sheet/table.ts';
import { readAllOf } from '../ledger/history.ts';
import type { Owner, Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { shownElsewhere } from '../show/other-sheets.ts';
import { showJobs } from '../show/show.ts';
import { writePatches } from '../show/write-patches.ts';
import { startTrigger } from '../sync/automatic-updates.ts';
import { type FirstClaims, firstClaims } from '../sync/first-claims.ts';
import { withPicturesMarked } from '../tabs/pictures.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { writeRows } from '../tabs/write-rows.ts';
import { idsBefore, placesOf, takeBack } from './ids-in-rows.ts';
import type { PlannedRun } from './plan-visible.ts';

/** A run that the user was asked to confirm. */
export interface ConfirmedRun extends Pick<PlannedRun, 'plan' | 'facts' | 'again'> {
  readonly platform: Platform;
  readonly tab: Tab;
  readonly owner: Owner;
  readonly key: string;
  /** The user said Yes. Otherwise only the blocked rows get their reasons. */
  readonly go: boolean;
  /** Nothing leaves before so many milliseconds have passed. */
  readonly undoMs: number;
}

/** What was written down. */
export interface WrittenAhead {
  /** What is to be sent first, where that was claimed in the same write; null where a pass decides it. */
  readonly first: FirstClaims | null;
  readonly hasTrigger: boolean;
}

const NOTHING_AHEAD: WrittenAhead = { first: null, hasTrigger: false };

/**
 * Under the lock: writes everything down before money is spent. The order makes a kill harmless at any moment. First
 * the job ids go into the rows and are read back, then the jobs into the ledger, then their statuses into the rows. An
 * id in a row means nothing until the ledger is durable; from then on every job has its row.
 *
 * Where all of the jobs go at once, the ledger gets them with their claims, and the rows get their statuses when they
 * were sent.
 */
export function writeAhead(confirmed: ConfirmedRun): Result<WrittenAhead> {
  const { platform, tab, owner, key, plan, facts, again, go, undoMs } = confirmed;
  const complete = completeTable(platform, tab);
  if (!complete.ok) return complete;
  const table = withPicturesMarked(tab, complete.value);
  const plannedRows = [...plan.ready, ...plan.shared, ...plan.blocked, ...plan.relinked].map(
    ({ row }) => row,
  );
  const defaults = platform.settings.defaults(tab.id);
  let ledger = platform.ledger(false);
  let known = ledger === null ? null : readAllOf(ledger);
  const history = known?.history ?? new Map<string, Job>();
  const planned = { defaults, tab: tab.id, facts, again };
  const now = planRun({
    ...planned,
    table,
    rows: plannedRows,
    history,
    isShownElsewhere: shownElsewhere(platform, tab, history),
  });
  const blocked = now.blocked.map(({ row, issues }) => blockedPatch(row, issues));
  if (!go) {
    const written = writePatches(tab, table, blocked);
    return written.ok ? success(NOTHING_AHEAD) : written;
  }
  if (runPrint(plan) !== runPrint(now)) return failure(otherRun(plan, now));
  if (ledger === null || known === null) {
    ledger = platform.ledger(true);
    if (ledger === null) throw new Error('The ledger sheet could not be created.');
    known = readAllOf(ledger);
  }
  // Durable together with the ids in the rows.
  const room = ledger.makeRoom(now.ready.length);
  const run = platform.clock.newRun();
  const ids = now.ready.map((_, at) => jobId(run, at));
  const idOf = new Map(now.ready.map(({ row }, at) => [row, ids[at] ?? '']));
  const given = [
    ...now.ready.map((each) => ({ each, id: idOf.get(each.row) ?? '' })),
    ...now.shared.map((each) => ({ each, id: idOf.get(each.with) ?? '' })),
  ].map(({ each, id }) => ({
    row: each.row,
    id,
    print: sharedPrint(each, table.settings.sharesVideos),
  }));
  const links = [
    ...given.map(({ row, id }) => ({ row, id })),
    ...now.relinked.map(({ row, job }) => ({ row, id: job.id })),
  ];
  const linked = writeRows(
    tab,
    [table.columnOf('job') + 1],
    links.map(({ row, id }) => ({ row, contents: [{ kind: 'text', text: id }] })),
  );
  if (!linked.ok) return linked;
  platform.spreadsheet.flush();
  const places = placesOf(tab, given, (at, rows) =>
    planRun({ ...planned, table: at, rows, history: new Map() }),
  );
  if (places.kind !== 'in-place') {
    takeBack(tab, idsBefore(table, given));
    return failure(places.kind === 'unsteady' ? everChanging(places.row) : MOVED);
  }
  const askedAt = platform.clock.now();
  const prices = platform.settings.prices();
  const jobs = now.ready.map((ready, at) => {
    const id = ids[at] ?? '';
    const { sourcePrints, requestPrint, requestParts, says, request, endpoint, folder, replaces } = ready;
    const sendAs = waysToSend(request);
    const { seconds, cost, rate } = estimateOf(request, facts, prices);
    const { name, usualSeconds } = paceQuestion(request, facts);
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
      paceName: name,
      usualSeconds: rounded(usualSeconds),
      dueAt: undoMs > 0 ? askedAt + undoMs : null,
      replaces,
    });
    return { id, ready, job };
  });
  jobs.forEach(({ id, ready, job }, at) => {
    const request = bodyText({ ...ready.request, title: taggedTitle(ready.request.title ?? '', id) });
    known.ledger.add(job, request, room + at);
  });
  if (ids.length > 0 && tab.settings().mailsEnds) platform.mail?.expect(run);
  // From here on the trigger has work, even if this execution dies. Nobody removes it while the lock is held. If Google
  // refuses it, the sync that follows says so.
  const hasTrigger = startTrigger(platform, true).ok;
  platform.settings.setRestUntil(owner, 0);
  const { mark, history: before, ledger: open } = known;
  const added = new Set(ids);
  const press = { platform, key, owner, sheet: ledger, mark, ledger: open, history: before, added };
  const first = undoMs > 0 ? null : firstClaims(press);
  if (first === null) open.record();
  platform.spreadsheet.flush();
  // If the sheet refuses these or a kill loses them, the next sync writes them: the ledger has the jobs.
  writePatches(tab, table, blocked);
  const shown = [
    ...(first === null ? jobs.map(({ job }) => job) : []),
    ...now.relinked.map(({ job }) => job),
  ];
  if (shown.length > 0) showJobs(platform, tab, shown);
  return success({ first, hasTrigger });
}

/** Ten thousandths of a second or a dollar are enough. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
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

const MOVED =
  'The rows were moved while they were being written down. Nothing was sent and nothing was paid. Render again.';

function everChanging(row: number): string {
  return `Row ${row} shows something else each time the sheet changes, as formulas with NOW or RAND do, so it is not certain what would be spoken. Nothing was sent and nothing was paid. Copy its cells, choose Edit ▸ Paste special ▸ Values only, then render again.`;
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
