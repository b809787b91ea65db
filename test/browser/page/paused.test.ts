import { expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('without credit everything says Paused, nothing is green, and Resume goes on once there is credit', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  const { sidebar } = visitor;
  const button = (name: RegExp | string) => sidebar.getByRole('button', { name });
  await visitor.select([
    [2, 1],
    [3, 1],
  ]);
  await visitor.connectInSidebar();
  await sidebar.getByText('2 rows selected').waitFor();
  await page.getByLabel('No credit').check();

  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await button('Render 2 videos').click();
  await sidebar.getByRole('heading', { name: 'Paused: no credit' }).waitFor();
  await sidebar.getByText('2 videos wait, not sent and not paid.').waitFor();
  await sidebar.getByRole('tab', { name: /Render.*2 paused/ }).waitFor();
  await sidebar.getByRole('link', { name: 'Top up' }).waitFor();
  expect(await sidebar.locator('.message.good').count()).toBe(0);
  expect(await sidebar.getByText(/on the way|left$|render again/).count()).toBe(0);
  expect(await button(/^Render/).count()).toBe(0);
  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
  expect(await findingsOf(frame)).toEqual([]);

  await button('Resume').click();
  await sidebar.getByText('Still paused: no credit.').waitFor();
  await page.getByLabel('No credit').click();
  await expect.poll(() => page.getByLabel('No credit').isChecked()).toBe(false);
  await button('Resume').click();
  await sidebar.getByRole('heading', { name: 'Under way' }).waitFor();
  expect(await button('Resume').count()).toBe(0);
  await visitor.speed(300);
  await expect
    .poll(async () => (await visitor.column('status')).filter((word) => word === 'Done').length)
    .toBe(2);
  await page.close();
}, 90_000);
