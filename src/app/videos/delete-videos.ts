import { oneOffProblemWords } from '../../core/heygen/one-off-problems.ts';
import { otherRowsOf, planDeletion } from '../../core/jobs/deletion.ts';
import type { Job, JobWithVideo } from '../../core/jobs/job.ts';
import { type Result, success } from '../../core/result.ts';
import { rowsOfSelection } from '../../core/sheet/selection.ts';
import { cellOf, type Table } from '../../core/sheet/table.ts';
import { applyAnywhere } from '../ledger/apply-anywhere.ts';
import { historyOf } from '../ledger/history.ts';
import { recordInTime } from '../ledger/record-in-time.ts';
import { ANOTHER_RUN, OPEN_YOUR_SHEET, setKeyFirst } from '../obstacles.ts';
import type { HeyGen } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { createOtherSheetOf } from '../show/other-sheets.ts';
import { readTab } from '../show/read-tab.ts';
import { showJobs } from '../show/show.ts';
import { hiddenRows } from '../tabs/hidden-rows.ts';
import { selectedRows } from '../tabs/selected-rows.ts';
import { tableAgain, tableOf } from '../tabs/tab-table.ts';
import {
  type Deletion,
  deletionQuestion,
  deletionWords,
  nothingToDelete,
  refusalWords,
} from './deletion-words.ts';

/** How long to find out which rows are hidden: the platform answers row by row. */
const HIDDEN_BUDGET_MS = 60_000;

/** After so many deletions, the ledger and the rows are brought up to date. */
const RECORDED_TOGETHER = 20;

const AGAIN = 'Select the rows and choose “Delete videos of selected rows…” again.';

/**
 * Menu: Delete videos of selected rows…. Asks, deletes in HeyGen, and brings ledger and rows up to date. It deletes
 * only finished videos of the user's own account, in selected rows that the user can see. After a kill the user just
 * chooses the item again. Returns the sentence to show.
 */
export function deleteVideos(platform: Platform): string {
  const key = platform.settings.apiKey();
  const owner = platform.settings.owner();
  if (key === null || owner === null) {
    return setKeyFirst('delete the videos');
  }
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return `${OPEN_YOUR_SHEET} ${AGAIN}`;
  const table = tableOf(tab);
  const selected = rowsOfSelection(selectedRows(platform), table);
  if (selected.length === 0) return `No rows are selected. ${AGAIN}`;
  const history = historyOf(platform);
  const otherSheetOf = createOtherSheetOf(platform, tab, history);
  const read = readTab(platform, tab, table);
  const { rows, deleted, left } = planDeletion(read, selected, history, owner.names, otherSheetOf);
  const candidates = rows.map(({ row }) => row);
  const found = hiddenRows(tab, candidates, HIDDEN_BUDGET_MS);
  if (!found.ok) return `Nothing was deleted. ${found.failure}`;
  const hidden = found.value;
  const visible = rows.filter(({ row }) => !hidden.has(row));
  const jobs = new Map(visible.map(({ job }) => [job.id, job]));
  if (jobs.size === 0) {
    const recorded = record(platform, tab, deleted);
    const remarks = recorded.ok ? recorded.value : [`${ANOTHER_RUN} ${AGAIN}`];
    return [nothingToDelete(left, hidden.size, deleted.length), ...remarks].join('\n');
  }
  // Somebody sorted while the selection was read, so the selected rows are not known any more.
  platform.spreadsheet.refresh();
  if (jobsOf(tableAgain(tab)) !== jobsOf(table)) {
    return `The rows have just been moved, so nothing was deleted. ${AGAIN}`;
  }
  const copies = otherRowsOf(read, jobs, new Set(visible.map(({ row }) => row)));
  const question = deletionQuestion(jobs.size, copies, left, hidden.size);
  if (!platform.dialogs.ask(question.title, question.message)) return 'Nothing was deleted.';
  return deletionWords(deleteAll(platform, platform.heygen(key), tab, [...jobs.values()], deleted));
}

/** The jobs of all rows, in order. */
function jobsOf(table: Table): string {
  const column = table.columnOf('job');
  return table.rows.map((row) => cellOf(row, column)).join('\n');
}

/** Deletes without the lock, and records some at a time. `before`: deleted earlier, but perhaps not shown. */
function deleteAll(
  platform: Platform,
  client: HeyGen,
  tab: Tab,
  jobs: readonly JobWithVideo[],
  before: readonly Job[],
): Deletion {
  let deleted = 0;
  let unknown = 0;
  let tried = 0;
  let stop = '';
  const refusals: string[] = [];
  const remarks = new Set<string>();
  let unrecorded: readonly Job[] = before;
  while (tried < jobs.length && stop === '') {
    const part = deletePart(platform, client, jobs.slice(tried, tried + RECORDED_TOGETHER));
    tried += part.deleted.length + part.refusals.length + part.unknown;
    unknown += part.unknown;
    deleted += part.deleted.length;
    refusals.push(...part.refusals);
    stop = part.stop;
    unrecorded = [...unrecorded, ...part.deleted];
    const recorded = record(platform, tab, unrecorded);
    unrecorded = [];
    if (recorded.ok) {
      for (const remark of recorded.value) remarks.add(remark);
    } else {
      remarks.add(`${ANOTHER_RUN} Not every row says yet that its video is deleted. ${AGAIN}`);
      stop = ANOTHER_RUN;
    }
  }
  return {
    deleted,
    unknown,
    refused: refusals.length,
    reasons: [...new Set(refusals)].slice(0, 3),
    untried: jobs.length - tried,
    stop,
    remarks: [...remarks],
  };
}

interface Part {
  readonly deleted: readonly Job[];
  /** HeyGen's reason for each video that it did not delete. */
  readonly refusals: readonly string[];
  /** Videos that may be deleted: HeyGen's answer was lost. */
  readonly unknown: number;
  /** Why the rest was not tried; '' when all were. */
  readonly stop: string;
}

function deletePart({ clock, deadline }: Platform, client: HeyGen, jobs: readonly JobWithVideo[]): Part {
  const deleted: Job[] = [];
  const refusals: string[] = [];
  for (const job of jobs) {
    if (clock.now() >= deadline) {
      return { deleted, refusals, unknown: 0, stop: `Google gives one run no more time. ${AGAIN}` };
    }
    const answer = client.deleteVideo(job.videoId);
    if (answer.ok) deleted.push(job);
    else if (answer.failure.kind === 'row') refusals.push(refusalWords(answer.failure));
    else {
      const problem = answer.failure;
      return {
        deleted,
        refusals,
        unknown: problem.kind === 'outage' ? 1 : 0,
        stop: oneOffProblemWords(problem),
      };
    }
  }
  return { deleted, refusals, unknown: 0, stop: '' };
}

/**
 * Notes in the ledger that videos are deleted, and shows it in every row with their jobs, on this tab and on the tabs
 * that they were rendered on. Returns sentences about cells that could not be written.
 */
function record(platform: Platform, tab: Tab, jobs: readonly Job[]): Result<readonly string[], 'busy'> {
  const { spreadsheet, clock } = platform;
  const sheet = platform.ledger(false);
  if (sheet === null || jobs.length === 0) return success([]);
  const events = new Map(jobs.map((job) => [job.id, { type: 'deleted' } as const]));
  return recordInTime(platform, () => {
    const now = applyAnywhere(sheet, events, clock.now());
    const tabs = [tab.id, ...now.map((job) => job.tab)];
    return [...new Set(tabs)].flatMap((id) => {
      const each = id === tab.id ? tab : spreadsheet.tabById(id);
      return each === null ? [] : showJobs(platform, each, now).refusals;
    });
  });
}
