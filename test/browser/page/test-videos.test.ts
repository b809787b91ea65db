import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('whether HeyGen takes test videos is chosen in the panel: then they cost nothing, else they are refused', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await visitor.connect();
  await visitor.addSheet();
  await visitor.paste('script\tavatar_id\ttest_mode', 'Hello Ana.\tAnna_Office_Front_public\tyes');
  await expect.poll(() => visitor.cell(2, 3).textContent()).toBe('yes');
  await visitor.cell(2, 1).click();
  const render = async (): Promise<void> => {
    await visitor.addOn('Render selected rows');
    await visitor.answer('Yes');
  };
  await render();
  await expect.poll(() => visitor.column('status')).toEqual(['Failed']);
  const box = page.getByLabel('Takes test videos');
  expect(await box.isChecked()).toBe(false);
  await box.check();
  await page.reload();
  await visitor.row(1).waitFor();
  await expect.poll(() => box.isChecked()).toBe(true);
  await visitor.cell(2, 1).click();
  await render();
  await visitor.speed(300);
  await expect.poll(() => visitor.column('status')).toEqual(['Done']);
  expect(await visitor.counter('charged')).toBe('$0.00');
  await page.close();
});
