import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishedVideos, noProgress } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('changed rows are listed with what has changed, and priced before they are rendered again', async () => {
  const server = new FakeServer();
  server.progress = {
    ...noProgress(),
    counts: { ...noProgress().counts, Done: 3, Changed: 2 },
    changed: [
      { row: 5, column: 'problem', message: 'The video still says: “Hello Ana, here is the offer”' },
      { row: 7, column: 'problem', message: 'The row has changed since its video was made: another voice.' },
    ],
  };
  const page = await openSidebar(browser, server, { height: 1_100 });
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByText('The video still says: “Hello Ana, here is the offer”').waitFor();
  await page.getByRole('button', { name: 'Render 2 changed rows again…' }).click();
  await page.getByText('about $4.80').waitFor();
  await page.getByText('2 rows have a video already.').waitFor();
  expect(server.sheet.selected).toEqual([5, 7]);
  expect(server.log.some(({ name }) => name === 'sidebarRender')).toBe(false);
  await page.getByRole('button', { name: 'Render 2 videos' }).click();
  await expect.poll(() => server.log.some(({ name }) => name === 'sidebarRender')).toBe(true);
  await page.context().close();
});

it('a finished video whose link has ended shows no link, and the links are renewed by one press', async () => {
  const server = new FakeServer();
  const [first, second] = finishedVideos(2);
  if (first === undefined || second === undefined) throw new Error('There are two videos.');
  server.progress = {
    ...noProgress(),
    counts: { ...noProgress().counts, Done: 2 },
    finished: [first, { ...second, video_url: '', thumbnail: '' }],
  };
  const page = await openSidebar(browser, server, { height: 1_100 });
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByText('No link · ').waitFor();
  expect(await page.getByRole('link', { name: 'Open the video of' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Show in sheet' }).click();
  await expect
    .poll(() => server.log.find(({ name }) => name === 'sidebarSelectRows')?.args)
    .toEqual(['sent']);
  await page.getByRole('button', { name: 'Renew links of selected rows' }).click();
  await page.getByText('Renewed: the links of 2 videos.').waitFor();
  await page.context().close();
});
