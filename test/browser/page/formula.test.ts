import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

const local = new LocalPage();
let browser: Browser;

beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(), local.start()]);
});

afterAll(async () => {
  await browser?.close();
  await local.close();
});

test('a formula with the add-on’s function shows the merged text, and follows its row', async () => {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  const visitor = new Visitor(page);
  await visitor.open(local.url);
  await visitor.menu('File', 'Add sheet');
  const lines = [
    'first_name\tplan\tmerged',
    'Ana\tPro\t=REELMERGE_SCRIPT("Hello <<first_name>>, welcome to <<plan>>.", $A$1:$B$1, A2:B2)',
    'Ben\t\t=reelmerge_script("Hello <<first_name>>, welcome to <<plan>>.", $A$1:$B$1, A3:B3)',
  ];
  await visitor.cell(1, 1).click();
  await page.evaluate(
    `(() => { const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(lines.join('\n'))});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); })()`,
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
