import { checkSelected } from '../app/check/check-words.ts';
import { hearInDialogs } from '../app/hear/hear-in-dialogs.ts';
import { forgetFinished } from '../app/ledger/forget-finished.ts';
import { MENU } from '../app/menu.ts';
import { refreshCorrections } from '../app/names/refresh-corrections.ts';
import type { Platform } from '../app/ports/ports.ts';
import { cancelQueuedRows as cancel } from '../app/render/cancel-rows.ts';
import {
  askInDialog,
  askingAboutColumns,
  type RenderedRun,
  renderRows,
  type Wanted,
} from '../app/render/render-rows.ts';
import { sampleFirstInDialogs } from '../app/render/sample-first.ts';
import { offerToEndTestMode } from '../app/render/test-mode.ts';
import { addColumnsInDialogs } from '../app/set-up/add-columns.ts';
import { askForKey } from '../app/set-up/connect.ts';
import { setUpSheet } from '../app/set-up/set-up-sheet.ts';
import { noticeEdit } from '../app/show/notice-edit.ts';
import { keepFirstLooks } from '../app/sidebar/cached-catalogue.ts';
import { toggleAutomaticUpdates as toggle } from '../app/sync/automatic-updates.ts';
import { checkNow } from '../app/sync/check.ts';
import { reportWords } from '../app/sync/report-words.ts';
import { sync } from '../app/sync/sync.ts';
import { everybodyRests, triggerRuns } from '../app/sync/trigger-record.ts';
import { deleteVideos } from '../app/videos/delete-videos.ts';
import { areLinksDue, renewDueLinks } from '../app/videos/keep-links.ts';
import { listVideos } from '../app/videos/list-videos.ts';
import { renewLinks } from '../app/videos/renew-links.ts';
import type { Result } from '../core/result.ts';
import { NAMES_SHEET } from '../core/sheet/corrections.ts';
import { LedgerRefusal } from './ledger-refusal.ts';
import { createPlatform } from './platform.ts';
import { isOwnSheet } from './spreadsheet.ts';

/*
 * The composition root: every exported function becomes a top-level function of the bundle, because Google
 * calls menu items, triggers and events by name.
 */

/** Builds the menu and nothing else. Where the add-on was not used yet, Google allows no more here. */
export function onOpen(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const item of MENU) {
    if (item === null) menu.addSeparator();
    else menu.addItem(item.label, item.run);
  }
  menu.addToUi();
}

/** A person has edited cells. A simple trigger: nobody sees what it throws, so it only logs. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const { range } = event;
    const sheet = range.getSheet();
    if (isOwnSheet(sheet)) {
      if (sheet.getName() === NAMES_SHEET) refreshCorrections(createPlatform());
      return;
    }
    const platform = createPlatform();
    const tab = platform.spreadsheet.tabById(sheet.getSheetId());
    if (tab === null) return;
    noticeEdit(platform, tab, {
      firstRow: range.getRow(),
      lastRow: range.getLastRow(),
      firstColumn: range.getColumn(),
      lastColumn: range.getLastColumn(),
    });
  } catch (error) {
    console.warn(`An edit was not looked at: ${error}`);
  }
}

export function onInstall(): void {
  onOpen();
}

/** Free: nothing is sent to be rendered. */
export function checkSelectedRows(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', checkSelected(platform));
}

export function renderSelectedRows(): void {
  render('selected');
}

/** The row with the cursor, spoken without a video for a small part of its price. */
export function hearSelectedRow(): void {
  const platform = createPlatform();
  const heard = hearInDialogs(platform);
  if (typeof heard === 'string') platform.dialogs.tell('Reelmerge', heard);
  else render('sample');
}

/** A few rows that show how the rest will turn out. Once they are done, they are approved here too. */
export function renderSampleFirst(): void {
  const platform = createPlatform();
  say(
    platform,
    askingAboutColumns(platform, () => sampleFirstInDialogs(platform)),
  );
}

/** Also rows that have a video: each new one is paid for. */
export function renderSelectedRowsAgain(): void {
  render('again');
}

/** Every row of the sheet that has changed since its video was made: each new one is paid for. */
export function renderChangedRowsAgain(): void {
  render('changed');
}

export function retryFailedRows(): void {
  render('failed');
}

export function checkForFinishedVideos(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', reportWords(checkNow(platform)));
  offerToEndTestMode(platform);
}

export function cancelQueuedRows(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', cancel(platform));
}

export function listAccountVideos(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', listVideos(platform));
}

/** Free: HeyGen signs a link for seven days, and anew each time that the video is read. */
export function renewLinksOfSelectedRows(): void {
  const platform = createPlatform();
  const renewed = renewLinks(platform);
  if (renewed.ok) platform.dialogs.toast(renewed.value);
  else platform.dialogs.tell('Reelmerge', renewed.failure);
}

export function deleteVideosOfSelectedRows(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', deleteVideos(platform));
}

/** The ledger keeps fingerprints in place of the words. */
export function forgetTextsOfFinishedRows(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', forgetFinished(platform));
}

export function toggleAutomaticUpdates(): void {
  toggle(createPlatform());
}

export function setHeyGenKey(): void {
  const platform = createPlatform();
  if (askForKey(platform)) keepFirstLooks(platform);
}

export function setUpThisSheet(): void {
  const platform = createPlatform();
  platform.dialogs.tell('Reelmerge', setUpSheet(platform));
}

export function addOptionalColumns(): void {
  const platform = createPlatform();
  const words = addColumnsInDialogs(platform);
  if (words !== '') platform.dialogs.tell('Reelmerge', words);
}

/** Called by the time-driven trigger: no user in front, no selection, no dialogs. */
export function syncOnTrigger(event?: GoogleAppsScript.Events.TimeDriven): void {
  try {
    const platform = createPlatform(event?.triggerUid);
    if (everybodyRests(platform)) return;
    triggerRuns(platform);
    const areDue = areLinksDue(platform);
    const report = sync(platform, { resume: false, lookNow: false, fromTrigger: true });
    const remarks = [...report.remarks, ...(areDue ? renewDueLinks(platform) : [])];
    for (const remark of remarks) console.warn(remark);
  } catch (error) {
    // Nobody is there to read it, and Google mails every failure of a trigger; the next click meets it again.
    if (!(error instanceof LedgerRefusal)) throw error;
    console.warn(error.message);
  }
}

function render(which: Wanted): void {
  const platform = createPlatform();
  say(
    platform,
    askingAboutColumns(platform, () => renderRows(platform, which, askInDialog(platform))),
  );
}

/** Says what became of a press of Render. */
function say(platform: Platform, run: Result<RenderedRun>): void {
  if (!run.ok) platform.dialogs.tell('Reelmerge', run.failure);
  else if (run.value.report.stopped !== null || run.value.report.holds.length > 0)
    platform.dialogs.tell('Reelmerge', reportWords(run.value.report));
  else platform.dialogs.toast(reportWords(run.value.report));
  offerToEndTestMode(platform);
}
