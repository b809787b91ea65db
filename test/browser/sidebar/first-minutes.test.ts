import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const EMPTY = { tab: 1, headers: [], columns: 1, extras: [], filled: { first: 1, last: 1 }, print: 'seen' };

it('an empty sheet greets with three ways to begin, and nothing red', async () => {
  const server = new FakeServer();
  server.sheet.outline = EMPTY;
  server.sheet.active = null;
  server.sheet.selected = [];
  const page = await openSidebar(browser, server);
  await page.getByRole('heading', { name: 'How do you want to begin?' }).waitFor();
  expect(await page.locator('.bad, .issues').count()).toBe(0);
  await page.getByRole('button', { name: 'I have a list' }).press('Enter');
  await page.getByText('Row 1 holds the names of your columns').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.getByRole('button', { name: 'Show me a tour' }).press('Enter');
  for (const step of ['1 of 4', '2 of 4', '3 of 4']) {
    await page.getByText(step).waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
  }
  await page.getByText('4 of 4').waitFor();
  await page.getByRole('button', { name: 'End the tour' }).press('Enter');
  await page.getByRole('button', { name: 'Set up with examples' }).press('Enter');
  await page.getByText('Row 2', { exact: true }).first().waitFor();
  expect(server.count('sidebarExamples')).toBe(1);
  await page.context().close();
});

it('a script of the gallery takes the columns of the sheet, and the preview follows each keystroke', async () => {
  const server = new FakeServer();
  const headers = ['Vorname', 'Firma'];
  server.sheet.fields = headers;
  server.sheet.defaults = {};
  server.sheet.outline = { ...EMPTY, headers, filled: { first: 2, last: 9 } };
  server.sheet.previewWarnings = [{ row: 4, column: 'Vorname', message: 'The name is in capitals.' }];
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.getByText('Or begin with an example').click();
  await page.getByRole('button', { name: /^Outreach/u }).click();
  await page.getByLabel('Which column is <<first_name>>?').selectOption('Vorname');
  await page.getByLabel('Which column is <<company>>?').selectOption('+');
  await page.getByText('<<company>>', { exact: true }).waitFor();
  expect(server.sheet.fields).toEqual(['Vorname', 'Firma', 'company']);
  const editor = page.getByRole('textbox', { name: 'Script for the whole sheet' });
  expect(await editor.inputValue()).toContain('Hi <<Vorname|there>>!');
  await editor.fill('Guten Tag. <break time="2s"/> שלום');
  await page.locator('.script').getByText('2s pause').waitFor();
  await page.getByText('The name is in capitals.').waitFor();
  expect(server.sheet.defaults).toEqual({});
  expect(await findingsOf(page)).toEqual([]);
  await editor.fill('שלום');
  expect(await page.evaluate('getComputedStyle(document.querySelector("textarea")).direction')).toBe('rtl');
  await page.context().close();
});
