import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { noPlan } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('what is open about the columns is asked before Render, and the answers are kept with the sheet', async () => {
  const server = new FakeServer();
  const headers = { status: 'Video status', job: 'Video job' };
  server.plan = {
    ...noPlan(),
    open: {
      asked: [
        {
          name: 'image',
          header: 'Image',
          purpose: 'the picture that speaks',
          example: 'https://shop.example.com/shoe.jpg',
        },
      ],
      others: { headers, sentence: 'Column B (“Status”) holds your own values.' },
    },
    obstacle: 'Nothing is rendered before you have said what is meant.',
  };
  server.sheet.open = server.plan.open;
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.getByLabel(/^Image, which begins with/).waitFor();
  expect(await page.getByRole('heading', { name: 'Row 4' }).count()).toBe(0);
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByLabel(/^Image, which begins with/).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use them like this' }).click();
  await expect.poll(() => server.sheet.settings.columnUses).toEqual({ image: 'ignore' });
  expect(server.sheet.settings.columnHeaders).toEqual(headers);
  server.plan = { ...noPlan(), videos: 2, steering: ['avatar_id', 'Title'] };
  await page.getByRole('button', { name: 'Count again' }).click();
  await page.getByText('avatar_id, Title').waitFor();
  await page.context().close();
});
