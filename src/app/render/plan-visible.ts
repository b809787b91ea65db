import type { Job } from '../../core/jobs/job.ts';
import { renderableWithoutLedger } from '../../core/jobs/lost-ledger.ts';
import { planRun, type RunPlan } from '../../core/jobs/run.ts';
import { withoutRows } from '../../core/jobs/shared-video.ts';
import { shownRows } from '../../core/jobs/shown-row.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { AccountFacts } from '../../core/row/account-facts.ts';
import { rowsOfSelection } from '../../core/sheet/selection.ts';
import { cellOf, type Row, type Table } from '../../core/sheet/table.ts';
import { type LookupPolicy, lookUpAccount } from '../account/look-up-account.ts';
import { historyOf } from '../ledger/history.ts';
import { refreshCorrections } from '../names/refresh-corrections.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { shownElsewhere } from '../show/other-sheets.ts';
import { settledTable } from '../show/settled-table.ts';
import { columnObstacle } from '../tabs/open-questions.ts';
import { withPicturesMarked } from '../tabs/pictures.ts';
import { selectedRows } from '../tabs/selected-rows.ts';

/** What Render would do with the chosen rows. */
export interface PlannedRun {
  /** The sheet as it was read for the plan. */
  readonly table: Table;
  readonly plan: RunPlan;
  readonly hidden: number | 'unknown';
  /** What the plan was made with. Under the lock, where HeyGen cannot be asked, it is made again with the same. */
  readonly facts: AccountFacts;
  /** The user asked for new videos also where there are some. */
  readonly again: boolean;
}

/**
 * The selected rows, the selected rows once more although they have videos, every failed row of the tab, or every row
 * that has changed since its video was made.
 */
export type Which = 'selected' | 'again' | 'failed' | 'changed';

const NO_ROWS: Readonly<Record<Which, string>> = {
  selected: 'No rows are selected. Select the rows to render (below the header row), then render again.',
  again: 'No rows are selected. Select the rows to render (below the header row), then render again.',
  failed: 'No row of this sheet has failed.',
  changed: 'No row of this sheet has changed since its video was made.',
};

/** A look's price depends on its kind, so every look is looked up once. */
export const FOR_PRICES: LookupPolicy = { everyLook: true, newLooks: true, freshTemplates: false };

/** How long to find out which rows are hidden: the platform answers row by row. */
const HIDDEN_BUDGET_MS = 100_000;

/** Plans the chosen rows, without the ones that the user cannot see. No lock may be held. */
export function planVisible(
  platform: Platform,
  tab: Tab,
  which: Which,
  policy: LookupPolicy,
): Result<PlannedRun> {
  refreshCorrections(platform);
  const table = withPicturesMarked(tab, settledTable(platform, tab));
  const obstacle = columnObstacle(table);
  if (obstacle !== '') return failure(obstacle);
  const history = historyOf(platform);
  const rows = rowsOf(platform, which, table, history);
  if (rows.length === 0) return failure(NO_ROWS[which]);
  const again = which === 'again' || which === 'changed';
  if (!again && platform.ledger(false) === null) {
    const renderable = renderableWithoutLedger(table, rows);
    if (!renderable.ok) return renderable;
  }
  const defaults = platform.settings.defaults(tab.id);
  const facts = lookUpAccount(platform, table, chosen(table, rows), defaults, policy);
  const isShownElsewhere = shownElsewhere(platform, tab, history);
  const plan = planRun({ table, rows, history, defaults, tab: tab.id, facts, again, isShownElsewhere });
  const candidates = [...plan.ready, ...plan.shared, ...plan.blocked].map(({ row }) => row);
  const hiddenRows = tab.hiddenAmong(candidates, HIDDEN_BUDGET_MS);
  if (hiddenRows === null) return success({ table, plan, hidden: 'unknown', facts, again });
  if (hiddenRows.size === 0) return success({ table, plan, hidden: 0, facts, again });
  return success({
    table,
    plan: withoutRows(plan, hiddenRows),
    hidden: hiddenRows.size,
    facts,
    again,
  });
}

function rowsOf(
  platform: Platform,
  which: Which,
  table: Table,
  history: ReadonlyMap<string, Job>,
): readonly number[] {
  switch (which) {
    case 'failed':
      return failedRows(table, history);
    case 'changed':
      return changedRows(table);
    default:
      return rowsOfSelection(selectedRows(platform), table);
  }
}

/** The table is a settled one: what a row says is so. */
function changedRows(table: Table): number[] {
  return shownRows(table)
    .filter(({ status }) => status === 'Changed')
    .map(({ number }) => number);
}

function chosen(table: Table, numbers: readonly number[]): Row[] {
  const chosenNumbers = new Set(numbers);
  return table.rows.filter((row) => chosenNumbers.has(row.number));
}

function failedRows(table: Table, history: ReadonlyMap<string, Job>): number[] {
  const column = table.columnOf('job');
  return table.rows
    .filter((row) => history.get(cellOf(row, column).trim())?.status === 'Failed')
    .map((row) => row.number);
}
