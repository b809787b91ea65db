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

test('whether HeyGen takes test videos is chosen in the panel: then they cost nothing, else they are refused', async () => {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  const visitor = new Visitor(page);
  await visitor.open(local.url);
  await visitor.connect();
  await visitor.menu('File', 'Add sheet');
  const lines = ['script\tavatar_id\ttest_mode', 'Hello Ana.\tAnna_Office_Front_public\tyes'];
  await visitor.cell(1, 1).click();
  await page.evaluate(
    `(() => { const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(lines.join('\n'))});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); })()`,
  );
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
