import type { SidebarCalls } from '../app/sidebar/contract.ts';
import { reply } from './reply.ts';

/*
 * What the page may call: one function for each call of the contract, with the contract's own arguments.
 * Like main.ts's, every exported function becomes a top-level function of the bundle.
 */

type Arguments<Call extends keyof SidebarCalls> = Parameters<SidebarCalls[Call]>;

export function openSidebar(): void {
  show(HtmlService.createHtmlOutputFromFile('sidebar'));
}

/** Opens the sidebar at the names of the selected rows. */
export function openNames(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
  show(HtmlService.createHtmlOutput(page.replace('<div id="page"', '$& data-at="names"')));
}

function show(page: GoogleAppsScript.HTML.HtmlOutput): void {
  SpreadsheetApp.getUi().showSidebar(page.setTitle('Reelmerge'));
}

export function sidebarStart(): string {
  return reply((calls) => calls.sidebarStart());
}

export function sidebarConnect(...args: Arguments<'sidebarConnect'>): string {
  return reply((calls) => calls.sidebarConnect(...args));
}

export function sidebarDisconnect(): string {
  return reply((calls) => calls.sidebarDisconnect());
}

export function sidebarExamples(): string {
  return reply((calls) => calls.sidebarExamples());
}

export function sidebarOptionalColumns(): string {
  return reply((calls) => calls.sidebarOptionalColumns());
}

export function sidebarAddColumns(...args: Arguments<'sidebarAddColumns'>): string {
  return reply((calls) => calls.sidebarAddColumns(...args));
}

export function sidebarLooks(...args: Arguments<'sidebarLooks'>): string {
  return reply((calls) => calls.sidebarLooks(...args));
}

export function sidebarVoices(...args: Arguments<'sidebarVoices'>): string {
  return reply((calls) => calls.sidebarVoices(...args));
}

export function sidebarRow(...args: Arguments<'sidebarRow'>): string {
  return reply((calls) => calls.sidebarRow(...args));
}

export function sidebarUse(...args: Arguments<'sidebarUse'>): string {
  return reply((calls) => calls.sidebarUse(...args));
}

export function sidebarTemplates(...args: Arguments<'sidebarTemplates'>): string {
  return reply((calls) => calls.sidebarTemplates(...args));
}

export function sidebarTemplateColumns(...args: Arguments<'sidebarTemplateColumns'>): string {
  return reply((calls) => calls.sidebarTemplateColumns(...args));
}

export function sidebarUpload(...args: Arguments<'sidebarUpload'>): string {
  return reply((calls) => calls.sidebarUpload(...args));
}

export function sidebarDefaults(...args: Arguments<'sidebarDefaults'>): string {
  return reply((calls) => calls.sidebarDefaults(...args));
}

export function sidebarSheetSettings(...args: Arguments<'sidebarSheetSettings'>): string {
  return reply((calls) => calls.sidebarSheetSettings(...args));
}

export function sidebarPlan(...args: Arguments<'sidebarPlan'>): string {
  return reply((calls) => calls.sidebarPlan(...args));
}

export function sidebarTexts(...args: Arguments<'sidebarTexts'>): string {
  return reply((calls) => calls.sidebarTexts(...args));
}

export function sidebarHear(...args: Arguments<'sidebarHear'>): string {
  return reply((calls) => calls.sidebarHear(...args));
}

export function sidebarCorrectName(...args: Arguments<'sidebarCorrectName'>): string {
  return reply((calls) => calls.sidebarCorrectName(...args));
}

export function sidebarHearName(...args: Arguments<'sidebarHearName'>): string {
  return reply((calls) => calls.sidebarHearName(...args));
}

export function sidebarNames(): string {
  return reply((calls) => calls.sidebarNames());
}

export function sidebarCheck(...args: Arguments<'sidebarCheck'>): string {
  return reply((calls) => calls.sidebarCheck(...args));
}

export function sidebarDraft(...args: Arguments<'sidebarDraft'>): string {
  return reply((calls) => calls.sidebarDraft(...args));
}

export function sidebarDrafts(): string {
  return reply((calls) => calls.sidebarDrafts());
}

export function sidebarMarkRead(...args: Arguments<'sidebarMarkRead'>): string {
  return reply((calls) => calls.sidebarMarkRead(...args));
}

export function sidebarRender(...args: Arguments<'sidebarRender'>): string {
  return reply((calls) => calls.sidebarRender(...args));
}

export function sidebarRenderSample(...args: Arguments<'sidebarRenderSample'>): string {
  return reply((calls) => calls.sidebarRenderSample(...args));
}

export function sidebarApproveSample(): string {
  return reply((calls) => calls.sidebarApproveSample());
}

export function sidebarSync(...args: Arguments<'sidebarSync'>): string {
  return reply((calls) => calls.sidebarSync(...args));
}

export function sidebarSelectFailed(): string {
  return reply((calls) => calls.sidebarSelectFailed());
}

export function sidebarSelectChanged(): string {
  return reply((calls) => calls.sidebarSelectChanged());
}

export function sidebarSelectRows(...args: Arguments<'sidebarSelectRows'>): string {
  return reply((calls) => calls.sidebarSelectRows(...args));
}

export function sidebarRuns(): string {
  return reply((calls) => calls.sidebarRuns());
}

export function sidebarForgetRun(...args: Arguments<'sidebarForgetRun'>): string {
  return reply((calls) => calls.sidebarForgetRun(...args));
}

export function sidebarCancelQueued(run?: string): string {
  return reply((calls) => calls.sidebarCancelQueued(run));
}

export function sidebarListTexts(): string {
  return reply((calls) => calls.sidebarListTexts());
}

export function sidebarRenewLinks(): string {
  return reply((calls) => calls.sidebarRenewLinks());
}

export function sidebarSettle(...args: Arguments<'sidebarSettle'>): string {
  return reply((calls) => calls.sidebarSettle(...args));
}

export function sidebarGoTo(...args: Arguments<'sidebarGoTo'>): string {
  return reply((calls) => calls.sidebarGoTo(...args));
}

export function sidebarSettings(): string {
  return reply((calls) => calls.sidebarSettings());
}

export function sidebarAutomaticUpdates(...args: Arguments<'sidebarAutomaticUpdates'>): string {
  return reply((calls) => calls.sidebarAutomaticUpdates(...args));
}

export function sidebarPrices(...args: Arguments<'sidebarPrices'>): string {
  return reply((calls) => calls.sidebarPrices(...args));
}
