import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { group, noCheck, noPlan } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('a check puts mistakes together that one remedy mends, and shows their rows', async () => {
  const server = new FakeServer();
  server.check = {
    ...noCheck(),
    rows: 40,
    ready: 1,
    groups: [
      {
        kind: 'block',
        column: 'company',
        message: '<<company>> is empty. Fill the cell.',
        otherMessages: 0,
        rows: [3, 5, 6],
        emptyWords: [],
        fallback: 'your company',
        voicesOf: '',
        newColumns: [],
        absurd: false,
      },
      {
        kind: 'warning',
        column: 'first_name',
        message: 'The script says “null”.',
        otherMessages: 2,
        rows: [8],
        emptyWords: ['null'],
        fallback: '',
        voicesOf: '',
        newColumns: [],
        absurd: true,
      },
    ],
  };
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByRole('button', { name: 'Check selected rows' }).click();
  await page.getByText('40 rows checked: 1 row can be rendered').waitFor();
  await page.getByText('3 rows: <<company>> is empty.').waitFor();
  await page.getByText('Row 8: The script says “null”. And 2 findings like it.').waitFor();
  await page.getByRole('button', { name: 'Show rows' }).click();
  await expect.poll(() => server.sheet.selected).toEqual([3, 5, 6]);
  await page.getByRole('button', { name: 'Go to cell in row 8, column first_name' }).click();
  await expect.poll(() => server.log.some(({ name }) => name === 'sidebarGoTo')).toBe(true);
  await page.getByRole('button', { name: 'Count “null” as empty' }).click();
  await expect.poll(() => server.sheet.settings.emptyWords).toEqual(['null']);
  // The check is made anew, and does not go on showing what has just been put right.
  await expect.poll(() => server.log.filter(({ name }) => name === 'sidebarCheck')).toHaveLength(2);
  await page.context().close();
});

it('a blank cell’s fallback is put into the script, to be read and saved there', async () => {
  const server = new FakeServer();
  const empty = group('block', 'company', '<<company>> is empty. Fill the cell.', [3, 5, 6]);
  server.plan = { ...noPlan(), blocked: [{ ...empty, fallback: 'your company' }], blockedRows: 3 };
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Render' }).click();
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add a fallback for company' }).press('Enter');
  const saved = 'Hello <<first_name|there>>, how are things at <<company|your company>>?';
  expect(await page.getByRole('textbox', { name: 'Script for the whole sheet' }).inputValue()).toBe(saved);
  expect(server.sheet.defaults.script).not.toBe(saved);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => server.sheet.defaults.script).toBe(saved);
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByText('3 rows blocked').waitFor();
  expect(await page.getByRole('button', { name: /Add a fallback/u }).count()).toBe(0);
  await page.context().close();
});

it('Render asks before rows say what a machine wrote, and one press counts it as empty', async () => {
  const server = new FakeServer();
  const odd = group('warning', 'first_name', 'The script says “N/A”, a machine’s word. Correct it.', [3, 7]);
  server.plan = {
    ...noPlan(),
    runPrint: 'odd',
    videos: 8,
    warnings: [{ ...odd, emptyWords: ['N/A'], absurd: true }],
    warnedRows: 2,
  };
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByRole('button', { name: 'Select all rows' }).click();
  await page.getByText('8 rows selected').waitFor();
  await page.getByRole('button', { name: 'Render 8 videos' }).click();
  await page.getByText('2 rows would say what sounds wrong. The script says “N/A”').waitFor();
  expect(server.count('sidebarRender')).toBe(0);
  expect(await findingsOf(page)).toEqual([]);
  server.plan = { ...noPlan(), runPrint: 'clean', videos: 8 };
  await page.locator('.footer').getByRole('button', { name: 'Count “N/A” as empty' }).click();
  await expect.poll(() => server.sheet.settings.emptyWords).toEqual(['N/A']);
  await page.getByRole('button', { name: 'Render 8 videos' }).click();
  await expect.poll(() => server.count('sidebarRender')).toBe(1);
  await page.context().close();
});
