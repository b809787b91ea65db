import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage('--mail');

test('the end of a run is mailed, stands in the sidebar’s heading, and is noted on the status header', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await visitor.select([
    [2, 1],
    [3, 1],
  ]);
  await visitor.connectInSidebar();
  const { sidebar } = visitor;
  await sidebar.getByRole('tab', { name: 'Settings' }).click();
  const wish = sidebar.getByLabel('Mail me when a run is finished');
  await wish.check();
  await sidebar.getByText('Saved for the sheet').waitFor();
  expect(await wish.isChecked()).toBe(true);
  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await sidebar.getByRole('button', { name: 'Render 2 videos' }).click();
  await sidebar.getByRole('heading', { name: 'Under way' }).waitFor();
  await visitor.speed(300);
  const mail = page.getByRole('list', { name: 'Log' }).getByText('Mail to anna@example.com: 2 videos done');
  await mail.waitFor();
  await visitor.speed(1);
  await mail.click();
  await page.getByText('You get this mail because').waitFor();
  await sidebar.getByRole('heading', { name: '2 videos done' }).waitFor();
  const headers: string[] = await page.evaluate(
    '[...document.querySelectorAll(\'.grid-row[data-row="1"] .cell\')].map((cell) => cell.textContent)',
  );
  const status = headers.indexOf('status') + 1;
  expect(await visitor.cell(1, status).locator('.noted').getAttribute('title')).toContain(': 2 videos done.');
});
