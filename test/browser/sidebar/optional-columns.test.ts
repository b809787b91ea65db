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

it('the settings list the optional columns with what each does, and add one at a press', async () => {
  const server = new FakeServer();
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Show optional columns' }).press('Enter');
  await page.getByText('A short moving picture of the video.').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add gif_url' }).press('Enter');
  await expect.poll(() => server.sheet.fields).toContain('gif_url');
  await page.context().close();
});
