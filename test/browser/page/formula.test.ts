import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('a formula with the add-on’s function shows the merged text, and follows its row', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await visitor.addSheet();
  await visitor.paste(
    'first_name\tplan\tmerged',
    'Ana\tPro\t=REELMERGE_SCRIPT("Hello <<first_name>>, welcome to <<plan>>.", $A$1:$B$1, A2:B2)',
    'Ben\t\t=reelmerge_script("Hello <<first_name>>, welcome to <<plan>>.", $A$1:$B$1, A3:B3)',
  );
  await expect.poll(() => visitor.cell(2, 3).textContent()).toBe('Hello Ana, welcome to Pro.');
  expect(await visitor.cell(3, 3).textContent()).toBe('#ERROR!');
  await page.getByText('REELMERGE_SCRIPT threw: <<plan>> is empty').waitFor();
  await visitor.cell(3, 2).click();
  await page.keyboard.type('Team');
  await page.keyboard.press('Enter');
  await expect.poll(() => visitor.cell(3, 3).textContent()).toBe('Hello Ben, welcome to Team.');
  await page.close();
});
