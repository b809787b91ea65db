import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

const local = new LocalPage();
let browser: Browser;
let page: Page;
let visitor: Visitor;

beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(), local.start()]);
  page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  visitor = new Visitor(page);
  await visitor.open(local.url);
});

afterAll(async () => {
  await browser?.close();
  await local.close();
});

test('a cell is edited by double click and by typing, and a reload keeps both', async () => {
  await visitor.cell(2, 1).dblclick();
  await page.keyboard.type(' Lucía');
  await page.keyboard.press('Enter');
  await visitor.cell(2, 1).getByText('Ana Lucía', { exact: true }).waitFor();
  await page.keyboard.type('Bo');
  await page.keyboard.press('Tab');
  await visitor.cell(3, 1).getByText('Bo', { exact: true }).waitFor();
  await page.keyboard.type('Cykler');
  await page.keyboard.press('Escape');
  await page.reload();
  await visitor.cell(2, 1).getByText('Ana Lucía', { exact: true }).waitFor();
  expect(await visitor.cell(3, 1).textContent()).toBe('Bo');
  expect(await visitor.cell(3, 2).textContent()).toBe('Fjord & Fjäll Cykler');
});

test('what is typed is read as in a spreadsheet: 007 becomes 7, and a formula is opened as such', async () => {
  await visitor.cell(20, 1).click();
  await page.keyboard.type('007');
  await page.keyboard.press('Enter');
  await visitor.cell(20, 1).getByText('7', { exact: true }).waitFor();
  await page.keyboard.type('=A20');
  await page.keyboard.press('Enter');
  await visitor.cell(21, 1).getByText('7', { exact: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  expect(await page.getByLabel('Edit A21').inputValue()).toBe('=A20');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Delete');
  await expect.poll(() => visitor.cell(20, 1).textContent()).toBe('');
});

test('a cell of markup is shown as the text that it is', async () => {
  await visitor.cell(22, 1).click();
  await page.keyboard.type('<img src=x onerror=document.title=1>');
  await page.keyboard.press('Enter');
  await visitor.cell(22, 1).getByText('<img src=x').waitFor();
  expect(await page.title()).toBe('Reelmerge on this machine');
  expect(await page.locator('.grid img').count()).toBe(0);
  await visitor.cell(22, 1).click();
  await page.keyboard.press('Delete');
  await expect.poll(() => visitor.cell(22, 1).textContent()).toBe('');
});

test('rows are inserted, duplicated, hidden, shown and deleted', async () => {
  const before = await visitor.column('company');
  await visitor.cell(3, 2).click();
  await visitor.tool('Insert row above');
  await expect.poll(() => visitor.cell(4, 2).textContent()).toBe(before[1]);
  await visitor.tool('Delete rows');
  await expect.poll(() => visitor.column('company')).toEqual(before);
  await visitor.tool('Duplicate row');
  await expect.poll(() => visitor.cell(4, 2).textContent()).toBe(before[1]);
  await visitor.tool('Hide rows');
  await expect.poll(() => visitor.row(3).count()).toBe(0);
  await visitor.tool('Show hidden rows');
  await visitor.row(3).waitFor();
  await visitor.cell(3, 2).click();
  await visitor.tool('Delete rows');
  await expect.poll(() => visitor.column('company')).toEqual(before);
});

test('a filter hides the rows of one value', async () => {
  await visitor.cell(1, 6).click();
  await visitor.tool('Filter by values…');
  await page.getByLabel('Marcus_Studio_Front_public').uncheck();
  await visitor.answer('OK');
  await expect.poll(() => visitor.column('avatar_id')).not.toContain('Marcus_Studio_Front_public');
  await visitor.tool('Remove filter');
  await expect.poll(() => visitor.column('avatar_id')).toContain('Marcus_Studio_Front_public');
});

test('the sheet is exported as CSV, and others lie beside it', async () => {
  const saving = page.waitForEvent('download');
  await visitor.menu('File', 'Export this sheet as CSV');
  const text = readFileSync(await (await saving).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe(
    'first_name,company,city,last_order,script,avatar_id,voice_id,background,title,aspect_ratio,resolution',
  );
  expect(text).toContain('"The ""Quiet"" Bookshop"');
  await visitor.menu('File', 'Add sheet');
  await page.getByRole('button', { name: 'Sheet2' }).waitFor();
  expect(await visitor.rows()).toEqual([]);
  await visitor.menu('File', 'Rename this sheet…');
  await visitor.answer('OK', 'Spring');
  await page.getByRole('button', { name: 'Spring' }).waitFor();
  await visitor.menu('File', 'Delete this sheet');
  await visitor.cell(1, 2).getByText('company').waitFor();
});

test('cells are copied and pasted as text', async () => {
  await visitor.cell(2, 3).click();
  await visitor.cell(3, 4).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+C');
  await visitor.cell(24, 1).click();
  await page.keyboard.press('Control+V');
  await expect.poll(() => visitor.cell(25, 1).textContent()).toBe('Göteborg');
  await visitor.cell(24, 1).click();
  await visitor.cell(25, 2).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await expect.poll(() => visitor.cell(25, 1).textContent()).toBe('');
});
