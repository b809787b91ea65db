import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

const local = new LocalPage();
let browser: Browser;

beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(), local.start()]);
});

afterAll(async () => {
  await browser?.close();
  await local.close();
});

test('with several accounts the sidebar names the cause in any language, and works once it is gone', async () => {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  const visitor = new Visitor(page);
  await visitor.open(local.url);
  await page.getByLabel('Refuses in').selectOption('ja');
  const accounts = page.getByRole('checkbox', { name: 'Several accounts' });
  await accounts.click();
  await expect.poll(() => accounts.isChecked()).toBe(true);
  await visitor.addOn('Open sidebar');
  const sidebar = page.frameLocator('.sidebar iframe');
  await sidebar.getByText('You may be signed in to several Google accounts').waitFor();
  await accounts.click();
  await expect.poll(() => accounts.isChecked()).toBe(false);
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByLabel('HeyGen API key').waitFor();
  await page.close();
});
