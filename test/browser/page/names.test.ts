import { expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('a name is heard, written as it sounds and heard again, and the row says it so', async () => {
  const visitor = await shared.visit();
  const { page, sidebar } = visitor;
  // The example's own rows: Łukasz speaks with an English voice in row 10.
  await visitor.select([
    [10, 1],
    [11, 1],
  ]);
  await visitor.connectInSidebar();
  await sidebar.getByText('2 rows selected').waitFor();
  await sidebar.getByRole('tab', { name: 'Script' }).click();
  const list = sidebar.getByRole('button', { name: 'List names' });
  await list.focus();
  await page.keyboard.press('Enter');
  await sidebar.locator('.names summary').first().waitFor();

  const entry = sidebar.locator('.names summary', { hasText: 'Łukasz' });
  expect(await entry.innerText()).toMatch(/Łukasz\s+1 row\s+English has no “Ł”\./u);
  await entry.focus();
  await page.keyboard.press('Enter');
  const hear = sidebar.getByRole('button', { name: /^Hear it as written for less than \$0\.01$/ });
  await hear.focus();
  await page.keyboard.press('Enter');
  await sidebar.getByLabel('Recording').waitFor();

  const form = sidebar.getByRole('textbox', { name: 'Say “Łukasz” as' });
  await form.fill('Woo-cash');
  await sidebar.getByRole('button', { name: /^Hear this form for/ }).click();
  await expect.poll(() => sidebar.getByLabel('Recording').count()).toBe(2);
  await form.press('Enter');
  await sidebar.getByText('said as “Woo-cash”').waitFor();
  await sidebar.getByRole('button', { name: 'Saved' }).waitFor();

  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
  expect(await findingsOf(frame)).toEqual([]);

  await visitor.cell(10, 1).click();
  await sidebar.getByRole('heading', { name: 'Row 10' }).waitFor();
  await expect.poll(() => sidebar.locator('.script').first().innerText()).toContain('Woo-cash');
  await page.close();
}, 90_000);

test('the menu leads to the names; what is typed there survives a change of tab, and Render asks before it leaves it out', async () => {
  const visitor = await shared.visit();
  const { page, sidebar } = visitor;
  const tab = (name: string | RegExp) => sidebar.getByRole('tab', { name });
  await visitor.select([
    [3, 1],
    [3, 1],
  ]);
  await visitor.connect();
  await visitor.addOn('Names of selected rows…');
  const entry = sidebar.locator('.names summary', { hasText: 'Björn' });
  await entry.waitFor();
  // Reached without scrolling.
  const frame = await page.locator('.sidebar iframe').boundingBox();
  const bottom = (frame?.y ?? 0) + (frame?.height ?? 0);
  const heading = sidebar.getByRole('heading', { name: 'Names' });
  await expect.poll(async () => ((await heading.boundingBox())?.y ?? bottom) < bottom - 100).toBe(true);

  await entry.click();
  const form = sidebar.getByRole('textbox', { name: 'Say “Björn” as' });
  await form.fill('Bee-urn');
  await tab(/Script.*not saved/).waitFor();
  await tab('Voice').click();
  await tab(/Script.*not saved/).click();
  expect(await form.inputValue()).toBe('Bee-urn');
  expect(await entry.innerText()).toContain('not saved');

  await tab('Render').click();
  await sidebar.getByRole('button', { name: 'Render 1 video' }).click();
  await sidebar.getByText('Not in the sheet yet: how “Björn” sounds.').waitFor();
  expect(await visitor.counter('paid videos')).toBe('0');
  await sidebar.getByRole('button', { name: 'Save and render 1 video' }).click();
  await expect.poll(() => visitor.counter('paid videos')).toBe('1');
  await tab('Script').click();
  expect(await tab(/not saved/).count()).toBe(0);
  await expect.poll(() => sidebar.locator('.script').first().innerText()).toContain('Bee-urn');
  await page.close();
}, 90_000);
