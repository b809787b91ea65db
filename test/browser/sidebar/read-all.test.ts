import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('the texts of all selected rows are read in one list, odd ones first, and each leads to its row', async () => {
  const server = new FakeServer();
  server.texts = Array.from({ length: 500 }, (_, at) => ({
    row: at + 2,
    marks: [{ start: 13, end: 13 + String(at + 2).length, field: 'number' }],
    fallbacks: [],
    text: `Hello number ${at + 2}, how are things?`,
    seconds: 3,
    problems: at === 300 ? ['“null” looks like a machine’s word.'] : [],
    state: 'ready',
  }));
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.getByRole('button', { name: 'Read selected rows' }).click();
  await page.getByText('500 texts').waitFor();
  const list = page.getByRole('listbox', { name: 'Texts of the selected rows' });
  await list.getByText('Hello number 302').waitFor();
  const [first] = await list.getByRole('option').all();
  expect(await first?.innerText()).toContain('Row 302');
  expect(await first?.innerText()).toContain('“null” looks like a machine’s word.');
  expect(await first?.locator('mark').innerText()).toBe('302');
  await page.getByRole('textbox', { name: 'Search the texts' }).fill('number 77,');
  await page.getByText('1 text', { exact: true }).waitFor();
  await list.getByRole('option').first().click();
  await expect
    .poll(() => server.log.find(({ name }) => name === 'sidebarGoTo')?.args)
    .toEqual([77, 'script']);
  await page.context().close();
});
