import { costWords } from '../../core/amount-words.ts';
import { counted } from '../../core/count-words.ts';
import { learn } from '../../core/jobs/account.ts';
import { linksDueNext } from '../../core/jobs/link-life.ts';
import type { RunPlan } from '../../core/jobs/run.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { LookupPolicy } from '../account/look-up-account.ts';
import { anotherRun, setKeyFirst } from '../obstacles.ts';
import type { Owner, Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { startTrigger } from '../sync/automatic-updates.ts';
import { pausedWords } from '../sync/report-words.ts';
import { sync, syncFrom } from '../sync/sync.ts';
import { emptyReport, type SyncReport } from '../sync/sync-report.ts';
import { askAboutColumns } from '../tabs/ask-about-columns.ts';
import { keepSample, type SampleRun, sampleOf, waitsForSample } from './chosen-sample.ts';
import { type PlannedRun, planVisible, type Which } from './plan-visible.ts';
import { runCost } from './run-cost.ts';
import { confirmation, costlyQuestion, nothingToRender } from './run-words.ts';
import { sampleFirst, sampleQuestion } from './sample-words.ts';
import { writeAhead } from './write-ahead.ts';

/** A press of Render that sent something. */
export interface RenderedRun {
  readonly jobs: number;
  readonly report: SyncReport;
}

/** The question before money is spent. `sample` is set when only a sample is rendered. */
export type Confirmation = (planned: PlannedRun, sample: SampleRun | null) => boolean;

/** What is rendered: some rows, or only a sample of the selected ones. */
export type Wanted = Which | 'sample';

/** How a press of Render goes about it. */
export interface RenderOptions {
  readonly policy?: LookupPolicy;
  /** The user may take it back for the undo time of the sheet. Somebody has to sync when that is over. */
  readonly undoable?: boolean;
}

/** Asks in a dialog that says what happens with every selected row. A large sum is asked about once more. */
export function askInDialog(platform: Platform): Confirmation {
  return (planned, sample) => {
    const cost = runCost(platform, planned);
    const videos = counted(cost.videos, 'video');
    const { ask } = platform.dialogs;
    if (sample !== null) return ask(`Render a sample of ${videos}?`, sampleQuestion(sample, cost));
    if (!ask(`Render ${videos}?`, confirmation(planned, cost))) return false;
    return cost.asksAbove === null || ask(`Spend ${costWords(cost.range)}?`, costlyQuestion(cost));
  };
}

/** A press in the menu. What is open about the sheet's columns is asked, and then it is as if pressed again. */
export function askingAboutColumns(
  platform: Platform,
  press: () => Result<RenderedRun>,
): Result<RenderedRun> {
  const run = press();
  const tab = platform.spreadsheet.activeTab();
  if (run.ok || tab === null || platform.settings.apiKey() === null || !tab.isThere()) return run;
  const settled = askAboutColumns(platform, tab);
  if (!settled.ok) return settled;
  return settled.value ? press() : run;
}

const AT_RENDER: LookupPolicy = { everyLook: true, newLooks: true, freshTemplates: true };

const NOT_WANTED = 'Nothing was sent and nothing was paid.';

/**
 * One press of Render: plan, ask, write ahead, send. Nothing is sent before the user says Yes and the ledger holds
 * every job with its exact request. Fails with the reason when nothing was sent.
 */
export function renderRows(
  platform: Platform,
  which: Wanted,
  confirmed: Confirmation,
  { policy = AT_RENDER, undoable = false }: RenderOptions = {},
): Result<RenderedRun> {
  const owner = platform.settings.owner();
  const key = platform.settings.apiKey();
  if (owner === null || key === null) return failure(setKeyFirst('render again'));
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure('Open the sheet with your rows, select some of them, then render again.');
  try {
    return renderTab({ platform, owner, key, tab, which, confirmed, policy, undoable });
  } catch (error) {
    if (tab.isThere()) throw error;
    return failure(
      `The sheet “${tab.name}” was deleted while its rows were being rendered. What HeyGen had accepted by then is kept in the hidden sheet “Reelmerge jobs”; the rest was not sent.`,
    );
  }
}

function renderTab(press: {
  readonly platform: Platform;
  readonly owner: Owner;
  readonly key: string;
  readonly tab: Tab;
  readonly which: Wanted;
  readonly confirmed: Confirmation;
  readonly policy: LookupPolicy;
  readonly undoable: boolean;
}): Result<RenderedRun> {
  const { platform, owner, key, tab, which, confirmed, policy, undoable } = press;
  const isSample = which === 'sample';
  const planned = planVisible(platform, tab, isSample ? 'selected' : which, policy);
  if (!planned.ok) return planned;
  const sample = isSample ? sampleOf(tab, planned.value) : null;
  if (!isSample && waitsForSample(platform, tab, planned.value)) {
    return failure(sampleFirst(platform, tab, planned.value));
  }
  const run = sample ?? planned.value;
  const { plan, hidden } = run;
  const withVideo = plan.ready.length + plan.relinked.length;
  const go = withVideo > 0 && confirmed(run, sample);
  const remarks = withVideo === 0 && plan.skipped.underWay > 0 ? keepMoving(platform) : [];
  const nothing = (): string => [nothingToRender(plan, hidden), ...remarks].join('\n\n');
  if (!go && plan.blocked.length === 0) return failure(withVideo === 0 ? nothing() : NOT_WANTED);
  if (go) keepLinksOf(platform, owner, tab);
  const undoMs = undoable && canBeUndone(plan) ? undoTime(platform, tab) : 0;
  const held = platform.lock.hold(() => writeAhead({ ...run, platform, tab, owner, key, go, undoMs }));
  if (!held.ok) return failure(anotherRun('Nothing was sent.'));
  const written = held.value;
  if (!written.ok) return written;
  if (withVideo === 0) return failure(nothing());
  if (!go) return failure(NOT_WANTED);
  if (sample !== null) keepSample(platform, tab, planned.value, sample);
  const { first, hasTrigger } = written.value;
  if (undoMs > 0 && plan.ready.length > 0) {
    if (hasTrigger) return success({ jobs: plan.ready.length, report: waiting(platform, plan.ready.length) });
    // Without a trigger nobody may come back to send them.
    platform.clock.pause(undoMs);
  }
  const options = { resume: true, lookNow: false, fromTrigger: false };
  const report = first === null ? sync(platform, options, hasTrigger) : syncFrom(first, hasTrigger);
  return success({ jobs: plan.ready.length, report });
}

/** Where the sheet keeps links alive, the trigger looks for them from now on, whoever switched it on. */
function keepLinksOf({ settings, clock }: Platform, owner: Owner, tab: Tab): void {
  if (!tab.settings().keepsLinks || settings.linksDue(owner) !== null) return;
  settings.setLinksDue(owner, linksDueNext([], clock.now()));
}

const MOST_UNDO_SECONDS = 60;

/** About so long a run is still being written down when its time begins. The user sees the button after that. */
const WRITING_MS = 4_000;

/** A row that shares a new video would not get its own earlier one back: only the job of the first row knows its own. */
function canBeUndone({ shared }: RunPlan): boolean {
  return shared.every(({ replaces }) => replaces === '');
}

/** Where automatic updates are off, the rows would stay queued once the sidebar is closed: they go at once. */
function undoTime({ settings }: Platform, tab: Tab): number {
  const seconds = Math.min(tab.settings().undoSeconds, MOST_UNDO_SECONDS);
  return seconds > 0 && settings.automaticUpdates() ? WRITING_MS + seconds * 1000 : 0;
}

/** The report on a run that waits for its undo time to end. The pass after that goes on with what was stopped. */
function waiting({ settings, clock }: Platform, jobs: number): SyncReport {
  const known = settings.account();
  const asked = learn(known, { type: 'user-asks-again' }, clock.now());
  if (JSON.stringify(asked) !== JSON.stringify(known)) settings.rememberAccount(asked);
  const report = emptyReport('done');
  return { ...report, open: { ...report.open, Queued: jobs }, moves: true };
}

/** Rows are under way, but perhaps without a trigger, because an execution died. Pressing Render makes it. */
function keepMoving(platform: Platform): string[] {
  const { stopped } = platform.settings.account();
  if (stopped !== null) return [pausedWords(stopped, true)];
  const started = startTrigger(platform, true);
  return started.ok ? [] : [started.failure];
}
