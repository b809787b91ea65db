import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
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

test('the price stands before Render, a sum is asked about once more, and a budget stops the rest', async () => {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  const visitor = new Visitor(page);
  await visitor.open(local.url);
  const sidebar = page.frameLocator('.sidebar iframe');
  const button = (name: RegExp | string) => sidebar.getByRole('button', { name });
  await visitor.select([
    [2, 1],
    [3, 1],
  ]);
  await sidebar.getByLabel('HeyGen API key').fill('any-key-opens-it');
  await button('Test connection').click();
  await sidebar.getByText('2 rows selected').waitFor();

  const set = async (label: string, usd: string) => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await sidebar.getByLabel(label).fill(usd);
    await button(`Save ${label}`).click();
    await button(`Save ${label}`).waitFor({ state: 'detached' });
  };
  await set('Ask once more above (USD)', '0.05');
  await set('Budget for a run (USD)', '0.6');
  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await button('Render 2 videos').waitFor();
  await sidebar.getByText(/^about \$\d+\.\d\d to \$\d+\.\d\d$/).waitFor();
  await sidebar.getByText(/^\$[\d,]+\.\d\d, about \$.* after$/).waitFor();

  await button('Render 2 videos').click();
  await sidebar.getByText(/may cost/).waitFor();
  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
  expect(await findingsOf(frame)).toEqual([]);
  expect(await visitor.column('status')).not.toContain('Queued');
  await button('Spend it: render 2 videos').click();
  await sidebar.getByRole('heading', { name: 'Paused: the budget is reached' }).waitFor();

  await set('Budget for a run (USD)', '5');
  await sidebar.getByRole('tab', { name: /^Render/ }).click();
  await button('Resume').click();
  await visitor.speed(300);
  // What it came to stands beside what was expected of it.
  await sidebar.getByText(/^2 finished videos: estimated .*, actually .*\.$/).waitFor();
  await page.close();
}, 90_000);
