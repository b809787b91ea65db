import { expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('the price stands before Render, a sum is asked about once more, and a budget stops the rest', async () => {
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

  const set = async (label: string, usd: string) => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await sidebar.getByLabel(label).fill(usd);
    await button(`Save ${label}`).click();
    await button(`Save ${label}`).waitFor({ state: 'detached' });
  };
  await set('Ask once more above (USD)', '0.05');
  await set('Budget for a run (USD)', '0.6');
  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await button('Render 2 videos').waitFor();
  await sidebar.getByText(/^about \$\d+\.\d\d to \$\d+\.\d\d$/).waitFor();
  await sidebar.getByText(/^\$[\d,]+\.\d\d, about \$.* after$/).waitFor();

  await button('Render 2 videos').click();
  await sidebar.getByText(/may cost/).waitFor();
  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
  expect(await findingsOf(frame)).toEqual([]);
  expect(await visitor.column('status')).not.toContain('Queued');
  await button('Spend it: render 2 videos').click();
  await sidebar.getByRole('heading', { name: 'Paused: the budget is reached' }).waitFor();

  await set('Budget for a run (USD)', '5');
  await sidebar.getByRole('tab', { name: /^Render/ }).click();
  await button('Resume').click();
  await visitor.speed(300);
  // What it came to stands beside what was expected of it.
  await sidebar.getByText(/^2 finished videos: estimated .*, actually .*\.$/).waitFor();
  await page.close();
}, 90_000);
