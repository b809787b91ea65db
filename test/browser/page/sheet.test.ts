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
  await visitor.addSheet();
  await page.getByRole('button', { name: 'Sheet2' }).waitFor();
  expect(await visitor.rows()).toEqual([]);
  await visitor.menu('File', 'Rename this sheet…');
  await visitor.answer('OK', 'Spring');
  await page.getByRole('button', { name: 'Spring' }).waitFor();

  // The server is slow to hear which sheet was opened, and the next click is fast.
  let heard = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    heard = resolve;
  });
  await page.route('**/act', async (route) => {
    if (route.request().postData()?.includes('activate-sheet')) await held;
    await route.continue();
  });
  await page.locator('nav.tabs button:not(.hidden-tab)').first().click();
  expect(await visitor.cell(1, 2).textContent()).toBe('company');
  await visitor.cell(26, 2).click();
  await page.keyboard.type('here');
  await page.keyboard.press('Enter');
  heard();
  await visitor.cell(26, 2).getByText('here', { exact: true }).waitFor();
  await page.unroute('**/act');
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: 'Spring' }).click();
  await expect.poll(() => visitor.rows()).toEqual([]);

  await visitor.menu('File', 'Delete this sheet');
  await visitor.cell(1, 2).getByText('company').waitFor();
});

test('cells are copied, pasted and moved as text; Ctrl+Z takes each act back, Ctrl+Y does it again', async () => {
  const text = (row: number, column: number) => expect.poll(() => visitor.cell(row, column).textContent());
  await visitor.cell(2, 3).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+C');
  await visitor.cell(24, 1).click();
  await page.keyboard.press('Control+V');
  await text(25, 1).toBe('Göteborg');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+X');
  await page.keyboard.press('Control+ArrowDown');
  expect(await page.locator('.name-box').textContent()).not.toBe('A25');
  await visitor.cell(28, 2).click();
  await page.keyboard.press('Control+V');
  await text(28, 2).toBe('Göteborg');
  await text(25, 1).toBe('');
  await page.keyboard.press('Control+Z');
  await text(25, 1).toBe('Göteborg');
  await text(28, 2).toBe('');
  await page.keyboard.press('Control+Z');
  await text(24, 1).toBe('');
  await page.keyboard.press('Control+Y');
  await page.keyboard.press('Control+Shift+Z');
  await text(28, 2).toBe('Göteborg');
  await text(24, 2).not.toBe('');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await text(1, 1).toBe('');
  await page.keyboard.press('Control+Z');
  await text(1, 1).toBe('first_name');
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Control+Z');
  await text(24, 2).toBe('');
});

test('what was cut stays where it is when its row has moved before it is pasted', async () => {
  const before = await visitor.column('company');
  await visitor.cell(3, 2).click();
  await page.keyboard.press('Control+X');
  await page.locator('.selection-layer .cut').waitFor();
  await visitor.tool('Insert row above');
  await page.locator('.selection-layer .cut').waitFor({ state: 'detached' });
  await visitor.cell(28, 2).click();
  await page.keyboard.press('Control+V');
  await expect.poll(() => visitor.cell(28, 2).textContent()).toBe(before[1]);
  expect(await visitor.cell(4, 2).textContent()).toBe(before[1]);
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Control+Z');
  await expect.poll(() => visitor.column('company')).toEqual(before);
});

test('a character that is typed with AltGr begins a cell', async () => {
  await visitor.cell(28, 2).click();
  const keys = "key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true";
  await page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { ${keys} }))`);
  expect(await page.getByLabel('Edit B28').inputValue()).toBe('@');
  await page.keyboard.press('Escape');
});

test('Tab and Enter walk, Home and End go to the ends', async () => {
  const box = () => page.locator('.name-box').textContent();
  await visitor.cell(3, 2).click();
  await page.keyboard.press('Tab');
  expect(await box()).toBe('C3');
  for (const [key, cell] of [
    ['Home', 'A3'],
    ['Control+End', 'K13'],
    ['Control+Home', 'A1'],
    ['PageDown', /^A\d+$/],
    ['Control+ArrowUp', 'A12'],
    ['Shift+ArrowUp', 'A11:A12'],
    ['Escape', 'A11:A12'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await box(), key).toMatch(cell);
  }
});

test('statuses of a sheet that was set up are coloured, and other words are not', async () => {
  await visitor.addOn('Set up this sheet');
  await page.getByText('Statuses are coloured by rules').waitFor();
  await visitor.answer('OK');
  const column = Object.keys((await visitor.rows())[0] ?? {}).indexOf('status') + 1;
  const status = `.grid-row[data-row="2"] [data-column="${column}"]`;
  const ground = () => page.evaluate(`getComputedStyle(document.querySelector('${status}')).backgroundColor`);
  const plain = await ground();
  await visitor.cell(2, column).click();
  await page.keyboard.type('Failed');
  await page.keyboard.press('Enter');
  await expect.poll(ground).toBe('rgb(244, 204, 204)');
  await visitor.cell(2, column).click();
  await page.keyboard.press('Delete');
  await expect.poll(ground).toBe(plain);
});

test('the sidebar hears of a selection at once, not only when it asks by itself', async () => {
  await visitor.connect();
  await page.clock.install();
  await page.reload();
  await page.frameLocator('.sidebar iframe').getByRole('tab').first().waitFor();
  // From here on no timer runs, and the sidebar asks by a timer.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  const rows: string[] = [];
  page.on('request', (one) => {
    if (one.url().endsWith('/call')) rows.push(JSON.parse(one.postData() ?? '{}').functionName);
  });
  await page.evaluate('new Promise((done) => setTimeout(done, 0)), 0');
  const seen = rows.length;
  let row = 3;
  const asked = async (): Promise<string[]> => {
    // The sidebar may still be waiting for an answer, and then hears of the next one.
    row = 7 - row;
    await visitor.cell(row, 2).click();
    return rows.slice(seen);
  };
  await expect.poll(asked).toContain('sidebarRow');
});
