import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { finishedVideos, group, noPlan, noProgress } from './fake-progress.ts';
import { FAKE_ROWS } from './fake-rows.ts';
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
  const blocked = [group('block', 'first_name', '<<first_name>> is empty.', [6])];
  server.plan = {
    ...noPlan(),
    videos: 12,
    seconds: 700,
    cost: 99,
    range: { least: 90, most: 110 },
    blocked,
    blockedRows: 1,
  };
  server.progress = {
    ...noProgress(),
    counts: {
      Queued: 4,
      Submitting: 1,
      Unconfirmed: 1,
      Rendering: 3,
      Done: 5,
      Changed: 0,
      Failed: 1,
      Cancelled: 0,
    },
    finished: finishedVideos(3),
    unconfirmed: [{ job: 'u', row: 7, problem: 'The reply was cut off.' }],
    failed: [{ row: 8, column: 'problem', message: 'The voice is not available any more.' }],
    secondsLeft: 400,
    paused: {
      reason: 'no credit',
      message: 'Your HeyGen balance is used up.',
      noCredit: true,
      budget: false,
      aboutKey: false,
      goesOnByItself: true,
    },
    remarks: ['Another run is at work.'],
  };
  server.sheet.row(4).avatarId = 'look-of-somebody-else';
  server.sheet.row(4).issues = [{ row: 4, column: 'script', message: 'The script is empty.' }];
  return server;
}

/** Rows of every kind below one another, an upload, warnings, and test videos that were refused. */
function broadServer(): FakeServer {
  const server = new FakeServer();
  [...Object.values(FAKE_ROWS)].forEach((changes, index) => {
    server.sheet.row(4 + index).changes = changes;
  });
  const warnings = [group('warning', 'script', 'An address is read out.', [4])];
  server.plan = { ...noPlan(), videos: 3, unknownLengths: 1, tests: 1, warnings, warnedRows: 1 };
  server.progress = { ...noProgress(), testRefused: true };
  return server;
}

async function noFindings(page: Page, scheme: 'light' | 'dark', where: string): Promise<void> {
  expect(await findingsOf(page, scheme === 'dark' ? 'colours' : 'all'), where).toEqual([]);
  const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

describe.each(['light', 'dark'] as const)('in %s colours at 300 px', (scheme) => {
  it('axe-core finds nothing on any tab', async () => {
    const page = await openSidebar(browser, busyServer(), { scheme });
    await page.locator('.item').first().waitFor();
    await page.getByText('not in this account').waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await noFindings(page, scheme, 'Avatar');
    for (const name of ['Voice', 'Script', 'Render', 'Settings']) {
      await page.getByRole('tab', { name }).click();
      if (name === 'Script') await page.getByText('For empty cells').click();
      if (name === 'Settings') await page.getByRole('button', { name: 'Remove key' }).click();
      if (name === 'Render') await page.getByRole('button', { name: 'Send again' }).click();
      await page.waitForFunction("document.querySelector('#panel .spinner') === null");
      await noFindings(page, scheme, name);
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
    await noFindings(page, scheme, 'Connect');
    server.failNext('sidebarStart', 'Service unavailable', true);
    await page.reload();
    await page.getByText('Google says: Service unavailable. Try again.').waitFor();
    await noFindings(page, scheme, 'Opening');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('HeyGen API key').waitFor();
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('what else a row can be, in %s colours', (scheme) => {
  it('axe-core finds nothing in rows of every kind, templates, files, warnings and test videos', async () => {
    const page = await openSidebar(browser, broadServer(), { scheme });
    await page.getByRole('radio', { name: 'Templates' }).check();
    await page.locator('.item').first().click();
    await noFindings(page, scheme, 'Templates');
    await page.getByRole('tab', { name: 'Script' }).click();
    const file = { name: 'office.png', mimeType: 'image/png', buffer: Buffer.from('bytes') };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('is now in your HeyGen account').waitFor();
    for (const [index, kind] of Object.keys(FAKE_ROWS).entries()) {
      await page.getByRole('heading', { name: `Row ${4 + index}` }).waitFor();
      await noFindings(page, scheme, `a row: ${kind}`);
      await page.getByRole('button', { name: 'Next row' }).click();
    }
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByText('1 row has warnings').waitFor();
    await noFindings(page, scheme, 'Render');
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

  it('nor in rows of any kind and in the picker of templates', async () => {
    const page = await openSidebar(browser, broadServer(), { height: 700 });
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    const sideways = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    await page.getByRole('radio', { name: 'Templates' }).check();
    await page.getByRole('listbox', { name: 'Templates' }).press('Home');
    await page.keyboard.press('Enter');
    expect(await sideways()).toBeLessThanOrEqual(0);
    await page.getByRole('tab', { name: 'Script' }).click();
    for (const [index, kind] of Object.keys(FAKE_ROWS).entries()) {
      await page.getByRole('heading', { name: `Row ${4 + index}` }).waitFor();
      expect(await sideways(), kind).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: 'Next row' }).click();
    }
    await page.context().close();
  });
});
