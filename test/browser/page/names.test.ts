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
