import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { finishedVideos, noPlan, noProgress } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A server in the middle of everything: blocked, failed, unconfirmed, finished. */
function busyServer(): FakeServer {
  const server = new FakeServer();
  const blocked = [{ row: 6, column: 'first_name', message: 'Row 6: <<first_name>> is empty.' }];
  server.plan = { ...noPlan(), videos: 12, seconds: 700, cost: 99, blocked, blockedRows: 1 };
  server.progress = {
    ...noProgress(),
    counts: { Queued: 4, Submitting: 1, Unconfirmed: 1, Rendering: 3, Done: 5, Failed: 1, Cancelled: 0 },
    finished: finishedVideos(3),
    unconfirmed: [{ job: 'u', row: 7, problem: 'The reply was cut off.' }],
    failed: [{ row: 8, column: 'problem', message: 'The voice is not available any more.' }],
    secondsLeft: 400,
    stopped: 'Your HeyGen balance is used up.',
    remarks: ['Another run is at work.'],
  };
  server.sheet.row(4).avatarId = 'look-of-somebody-else';
  server.sheet.row(4).issues = [{ row: 4, column: 'script', message: 'The script is empty.' }];
  return server;
}

async function noFindings(page: Page, where: string): Promise<void> {
  expect(await findingsOf(page), where).toEqual([]);
  const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

describe.each(['light', 'dark'] as const)('in %s colours at 300 px', (scheme) => {
  it('axe-core finds nothing on any tab', async () => {
    const page = await openSidebar(browser, busyServer(), { scheme });
    await page.locator('.item').first().waitFor();
    await page.getByText('not in this account').waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await noFindings(page, 'Avatar');
    for (const name of ['Voice', 'Script', 'Render', 'Settings']) {
      await page.getByRole('tab', { name }).click();
      if (name === 'Script') await page.getByRole('button', { name: 'For empty cells' }).click();
      if (name === 'Settings') await page.getByRole('button', { name: 'Remove key' }).click();
      if (name === 'Render') await page.getByRole('button', { name: 'Send again' }).click();
      await page.waitForFunction("document.querySelector('#panel .spinner') === null");
      await noFindings(page, name);
    }
    await page.context().close();
  });

  it('axe-core finds nothing while connecting, refused, and when the page could not open', async () => {
    const server = new FakeServer();
    server.account = null;
    const page = await openSidebar(browser, server, { scheme });
    await page.getByLabel('HeyGen API key').fill('wrong');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByRole('alert').waitFor();
    await noFindings(page, 'Connect');
    server.failNext('sidebarStart', 'Service unavailable', true);
    await page.reload();
    await page.getByText('Google says: Service unavailable. Try again.').waitFor();
    await noFindings(page, 'Opening');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('HeyGen API key').waitFor();
    await page.context().close();
  });
});

describe('with texts at twice their size', () => {
  it('nothing is cut off sideways and every button can still be reached', async () => {
    const page = await openSidebar(browser, busyServer(), { height: 700 });
    await page.locator('.item').first().waitFor();
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    for (const name of ['Voice', 'Script', 'Render', 'Settings', 'Avatar']) {
      await page.getByRole('tab', { name }).click();
      const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(sideways, name).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
});
