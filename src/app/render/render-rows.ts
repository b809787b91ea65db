import { foreignColumns } from '../../core/jobs/foreign-columns.ts';
import type { Job } from '../../core/jobs/job.ts';
import { lostLedger } from '../../core/jobs/lost-ledger.ts';
import { planRun, type RunPlan } from '../../core/jobs/run.ts';
import type { AccountFacts } from '../../core/row/account-facts.ts';
import { rowsOfSelection } from '../../core/sheet/selection.ts';
import { cellOf, type Row, type Table } from '../../core/sheet/table.ts';
import { type LookupPolicy, lookUpAccount } from '../account/look-up-account.ts';
import { historyOf } from '../ledger/ledger.ts';
import type { Platform, Tab } from '../ports/ports.ts';
import { startTrigger } from '../sync/automatic-updates.ts';
import { sync } from '../sync/sync.ts';
import type { SyncReport } from '../sync/sync-report.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { confirmation, nothingToRender } from './run-words.ts';
import { writeAhead } from './write-ahead.ts';

/** What a press of Render, or of Retry, came to. */
export type RenderOutcome =
  | { readonly kind: 'sent'; readonly jobs: number; readonly report: SyncReport }
  /** Nothing was sent and nothing paid; the sentence says why. */
  | { readonly kind: 'not-sent'; readonly message: string };

/** Which rows are meant: the selected ones, or every row of the tab whose job failed. */
export type Which = 'selected' | 'failed';

/** The one question before money is spent; `hidden` counts the rows that the user cannot see. */
export type Confirmation = (plan: RunPlan, hidden: number | 'unknown') => boolean;

/** Asks in a dialog, with what becomes of every selected row. */
export function askInDialog(platform: Platform): Confirmation {
  return (plan, hidden) =>
    platform.dialogs.ask(
      plan.ready.length === 1 ? 'Render 1 video?' : `Render ${plan.ready.length} videos?`,
      confirmation(plan, hidden),
    );
}

/** Longest time spent on finding out which rows are hidden: the platform answers row by row. */
const HIDDEN_BUDGET_MS = 100_000;

const AT_RENDER: LookupPolicy = { everyLook: false, newLooks: true, freshTemplates: true };

const NOT_WANTED = 'Nothing was sent and nothing was paid.';

/**
 * One press of Render: plan, ask, write ahead, send. Nothing is sent before the user's Yes and before the
 * ledger holds every job with its exact request.
 */
export function renderRows(
  platform: Platform,
  which: Which,
  confirmed: Confirmation,
  policy = AT_RENDER,
): RenderOutcome {
  const owner = platform.settings.owner();
  if (owner === null || platform.settings.apiKey() === null) {
    return notSent(
      'No HeyGen key is set yet. Choose Extensions ▸ Reelmerge ▸ Set HeyGen key…, then render again.',
    );
  }
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return notSent('Open the sheet with your rows, select some of them, then render again.');

  const planned = planVisible(platform, tab, which, policy);
  if (planned.kind === 'not-sent') return planned;
  const { plan, hidden, facts } = planned;
  const concerned = plan.ready.length + plan.relinked.length;
  const go = concerned > 0 && confirmed(plan, hidden);
  const remarks = concerned === 0 && plan.skipped.underWay > 0 ? keepMoving(platform) : [];
  const nothing = (): string => [nothingToRender(plan, hidden), ...remarks].join('\n\n');
  if (!go && plan.blocked.length === 0) return notSent(concerned === 0 ? nothing() : NOT_WANTED);
  const written = platform.lock.hold(() => writeAhead(platform, tab, owner, plan, facts, go));
  if (written.kind === 'busy') {
    return notSent(
      'Another run of Reelmerge is writing to this spreadsheet just now. Nothing was sent; render again in a minute.',
    );
  }
  if (written.value !== null) return notSent(written.value);
  if (concerned === 0) return notSent(nothing());
  if (!go) return notSent(NOT_WANTED);
  // From here on the trigger has something to do, whatever becomes of this execution.
  platform.settings.setRestUntil(owner, 0);
  // If Google refuses it, the sync that follows says so.
  startTrigger(platform);
  const report = sync(platform, { resume: true, lookNow: false, fromTrigger: false });
  return { kind: 'sent', jobs: plan.ready.length, report };
}

/** Rows are under way, but an execution was killed before it made their trigger: pressing Render mends that. */
function keepMoving(platform: Platform): string[] {
  if (platform.settings.account().stopped !== null) return [];
  const started = startTrigger(platform);
  return started.ok ? [] : [started.failure];
}

export interface Planned {
  readonly kind: 'planned';
  readonly plan: RunPlan;
  readonly hidden: number | 'unknown';
  /** What the plan was made with: made again under the lock, where nothing can be asked, it is made with the same. */
  readonly facts: AccountFacts;
}

/** Plans the rows that are meant, without the ones that the user cannot see. No lock may be held. */
export function planVisible(
  platform: Platform,
  tab: Tab,
  which: Which,
  policy = AT_RENDER,
): Planned | Extract<RenderOutcome, { kind: 'not-sent' }> {
  const table = tableOf(tab);
  const [fault] = [...table.issues, ...foreignColumns(table)];
  if (fault !== undefined) return notSent(fault.message);
  const history = historyOf(platform);
  const rows =
    which === 'selected'
      ? rowsOfSelection(platform.spreadsheet.selectedRows(), table)
      : failedRows(table, history);
  if (rows.length === 0) {
    return notSent(
      which === 'selected'
        ? 'No rows are selected. Select the rows to render (below the header row), then render again.'
        : 'No row of this sheet has failed.',
    );
  }
  const lost = platform.ledger(false) === null ? lostLedger(table, rows) : null;
  if (lost !== null) return notSent(lost);
  const defaults = platform.settings.defaults(tab.id);
  const facts = lookUpAccount(platform, table, chosen(table, rows), defaults, policy);
  const plan = planRun(table, rows, history, defaults, tab.id, facts);
  const candidates = [...plan.ready, ...plan.blocked].map(({ row }) => row);
  const hiddenRows = tab.hiddenAmong(candidates, HIDDEN_BUDGET_MS);
  if (hiddenRows === null) return { kind: 'planned', plan, hidden: 'unknown', facts };
  if (hiddenRows.size === 0) return { kind: 'planned', plan, hidden: 0, facts };
  return {
    kind: 'planned',
    plan: {
      ...plan,
      ready: plan.ready.filter(({ row }) => !hiddenRows.has(row)),
      blocked: plan.blocked.filter(({ row }) => !hiddenRows.has(row)),
    },
    hidden: hiddenRows.size,
    facts,
  };
}

function chosen(table: Table, numbers: readonly number[]): Row[] {
  const wanted = new Set(numbers);
  return table.rows.filter((row) => wanted.has(row.number));
}

function failedRows(table: Table, history: ReadonlyMap<string, Job>): number[] {
  const column = table.columnOf('job');
  return table.rows
    .filter((row) => history.get(cellOf(row, column).trim())?.status === 'Failed')
    .map((row) => row.number);
}

function notSent(message: string): Extract<RenderOutcome, { kind: 'not-sent' }> {
  return { kind: 'not-sent', message };
}
