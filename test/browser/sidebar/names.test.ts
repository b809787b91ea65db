import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NameView } from '../../../src/app/sidebar/contract.ts';
import { findingsOf } from './axe.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

function name(language: string, spokenIn: string): NameView {
  return {
    value: 'Siobhán',
    say: 'Siobhán',
    by: '',
    place: 'script',
    column: 'first_name',
    rows: [2],
    count: 1,
    spokenIn,
    language,
    risks: [`${spokenIn} has no “á”.`],
    voice: null,
    heard: { value: false, say: false },
  };
}

it('a saved form is shown at once at every name that it serves, and nothing moves', async () => {
  const server = new FakeServer();
  const [first, second] = [name('', 'English'), name('de', 'German')];
  server.names = { tab: 'Outreach', names: [first, second], more: 0 };
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.getByRole('button', { name: 'List names' }).click();
  const entries = page.locator('.names summary');
  await entries.first().click();
  await page.getByRole('textbox', { name: 'Say “Siobhán” as' }).fill('Shivawn');
  await page.getByText('1 row · not saved').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  const said = { say: 'Shivawn', by: 'names sheet' } as const;
  server.names = {
    tab: 'Outreach',
    names: [
      { ...second, ...said },
      { ...first, ...said },
    ],
    more: 0,
  };
  await page.getByRole('textbox', { name: 'Say “Siobhán” as' }).press('Enter');
  await expect.poll(() => entries.nth(1).innerText()).toContain('said as “Shivawn”');
  expect(await entries.nth(1).innerText()).toContain('German has no');
  expect(await entries.first().innerText()).toContain('English has no');
  await page.getByRole('button', { name: 'Saved' }).waitFor();
  expect(await page.getByText('not saved').count()).toBe(0);
  await page.context().close();
});
