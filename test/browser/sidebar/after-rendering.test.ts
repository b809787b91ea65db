import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { finishedVideos, noPlan, noProgress } from './fake-progress.ts';
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
  await page.getByText('Link ended · ').waitFor();
  expect(await page.getByRole('link', { name: 'Open the video of' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Show in sheet' }).click();
  await expect
    .poll(() => server.log.find(({ name }) => name === 'sidebarSelectRows')?.args)
    .toEqual(['sent']);
  await page.getByRole('button', { name: 'Renew links of selected rows' }).click();
  await page.getByText('Renewed: the links of 2 videos.').waitFor();
  await page.context().close();
});

it('after Render the page counts down, Undo takes the run back, and without it the page lets it go', async () => {
  const server = new FakeServer();
  server.plan = { ...noPlan(), runPrint: 'three', videos: 3 };
  const counts = { ...noProgress().counts, Done: 1 };
  server.progress = { ...noProgress(), counts, undo: { run: 'abcd1234', videos: 3, seconds: 900 } };
  const page = await openSidebar(browser, server, { height: 1_100 });
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByRole('button', { name: 'Render 3 videos' }).click();
  await page.getByRole('timer').getByText('Sending 3 videos in').waitFor();
  expect(await page.getByText('on the way').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone: nothing was sent or paid.').waitFor();
  expect(server.log.find(({ name }) => name === 'sidebarCancelQueued')?.args).toEqual(['abcd1234']);
  expect(await page.getByRole('timer').count()).toBe(0);

  server.plan = { ...noPlan(), runPrint: 'again', videos: 2 };
  server.progress = { ...noProgress(), counts, undo: { run: 'efgh5678', videos: 2, seconds: 1 } };
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('button', { name: 'Render 2 videos' }).waitFor();
  await page.getByRole('timer').getByText('Sending 2 videos in').waitFor();
  const syncs = server.count('sidebarSync');
  server.progress = { ...server.progress, undo: null };
  await expect.poll(() => server.count('sidebarSync'), { timeout: 9_000 }).toBeGreaterThan(syncs);
  await page.getByRole('timer').waitFor({ state: 'hidden' });
  await page.context().close();
});

it('the end of a run is the heading and the title of the page, whichever tab is open, until the next begins', async () => {
  const server = new FakeServer();
  const counts = { ...noProgress().counts, Rendering: 12 };
  server.progress = { ...noProgress(), counts, secondsLeft: 60, run: { id: 'abcd1234', ended: '' } };
  const page = await openSidebar(browser, server, { height: 600 });
  const heading = page.getByRole('heading', { level: 1 });
  expect(await page.title()).toBe('Reelmerge');
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByRole('heading', { name: 'Under way' }).waitFor();
  server.progress = {
    ...noProgress(),
    counts: { ...noProgress().counts, Done: 7, Failed: 5 },
    failed: [{ row: 8, column: 'problem', message: 'The voice is not available any more.' }],
    run: { id: 'abcd1234', ended: '7 videos done, 5 failed' },
  };
  await page.getByRole('button', { name: 'Check now' }).click();
  await heading.getByText('7 videos done, 5 failed').waitFor();
  expect(await page.title()).toBe('7 videos done, 5 failed');
  await page.getByRole('tab', { name: 'Script' }).click();
  expect((await heading.boundingBox())?.height).toBeGreaterThan(20);
  expect(await findingsOf(page)).toEqual([]);
  // The page keeps its height: what is at the bottom is still in the window.
  const bottom = await page.evaluate("document.querySelector('#page').getBoundingClientRect().bottom");
  expect(bottom).toBeLessThanOrEqual(600);
  await page.getByRole('tab', { name: 'Render' }).click();
  server.progress = { ...noProgress(), counts, run: { id: 'efgh5678', ended: '' } };
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('heading', { name: 'Under way' }).waitFor();
  expect(await page.title()).toBe('Reelmerge');
  expect((await heading.boundingBox())?.height).toBeLessThan(2);
  await page.context().close();
});

it('only a build that sends mails offers one when a run is finished', async () => {
  for (const mails of [false, true]) {
    const server = new FakeServer();
    server.settings = { ...server.settings, mails };
    const page = await openSidebar(browser, server, { height: 900 });
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByText('Keep links alive').waitFor();
    const offer = page.getByText('Mail me when a run is finished');
    expect(await offer.count()).toBe(mails ? 1 : 0);
    if (mails) {
      await offer.click();
      await expect
        .poll(() => server.log.find(({ name }) => name === 'sidebarSheetSettings')?.args)
        .toEqual([{ mailsEnds: true }, server.sheet.view().tab]);
    }
    await page.context().close();
  }
});
