import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('with several accounts the sidebar names the cause in any language, and works once it is gone', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await page.getByLabel('Refuses in').selectOption('ja');
  const accounts = page.getByRole('checkbox', { name: 'Several accounts' });
  await accounts.click();
  await expect.poll(() => accounts.isChecked()).toBe(true);
  await visitor.addOn('Open sidebar');
  const { sidebar } = visitor;
  await sidebar.getByText('You may be signed in to several Google accounts').waitFor();
  await accounts.click();
  await expect.poll(() => accounts.isChecked()).toBe(false);
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByLabel('HeyGen API key').waitFor();
  await page.close();
});
