import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Each row of the example, and what the preview shows of it. */
const PREVIEWS = [
  [2, 'Hi Shivawn! Thank you for going Pro.'],
  [4, 'Speaking picture'],
  [5, 'As long as the recording'],
  [6, 'coast.jpg'],
  [7, 'Two friends open the door of Nord Coffee'],
  [8, 'Welcome a new customer'],
  [9, 'this one moves its hands'],
] as const;

test('every way of making a video is shown for what it is, rendered, listed, and deleted again', async () => {
  const local = new LocalPage('--sheet', 'examples/every-mode.csv');
  await local.start();
  // So wide that every column is on the screen.
  const page = await browser.newPage({ viewport: { width: 6_000, height: 900 } });
  const visitor = new Visitor(page);
  await visitor.open(local.url);
  const sidebar = page.frameLocator('.sidebar iframe');
  await visitor.connectInSidebar();

  await sidebar.getByRole('tab', { name: 'Script' }).click();
  for (const [row, words] of PREVIEWS) {
    await visitor.cell(row, 1).click();
    await sidebar.getByRole('heading', { name: `Row ${row}` }).waitFor();
    await sidebar.getByText(words).first().waitFor();
  }

  await visitor.select([
    [2, 1],
    [10, 1],
  ]);
  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await sidebar.getByText('+ 2 videos of unknown length').first().waitFor();
  await sidebar.getByRole('button', { name: 'Render 9 videos' }).click();
  await visitor.speed(300);
  await expect
    .poll(async () => (await visitor.column('status')).filter((word) => word === 'Done').length, {
      timeout: 60_000,
    })
    .toBe(9);
  const rows = await visitor.rows();
  expect(rows.map(({ problem }) => problem).join('')).toBe('');
  expect(new Set(rows.map(({ video_url }) => video_url)).size).toBe(9);
  expect(rows[0]?.captioned_video_url).toMatch(/^http/);
  expect(rows[1]?.subtitle_url).toMatch(/\.srt/);
  expect(rows.every(({ valid_until = '' }) => / UTC$/.test(valid_until))).toBe(true);

  await expect
    .poll(() => page.evaluate("document.querySelector('.cell-picture')?.naturalWidth ?? 0"))
    .toBeGreaterThan(0);
  await visitor.cell(2, Object.keys(rows[0] ?? {}).indexOf('email_html') + 1).click();
  const mail = page.getByRole('region', { name: 'E-mail preview' });
  expect(await mail.locator('iframe').getAttribute('sandbox')).toBe('');
  const shown = mail.frameLocator('iframe');
  expect(await shown.getByText('▶ Watch the video').getAttribute('href')).toBe(rows[0]?.video_page);
  await shown.getByAltText('▶ Play the video: Hi Shivawn!').waitFor();
  const frame = await (await mail.locator('iframe').elementHandle())?.contentFrame();
  await expect.poll(() => frame?.evaluate('document.images[0].naturalWidth')).toBeGreaterThan(0);
  await visitor.cell(2, 1).click();
  await mail.waitFor({ state: 'hidden' });

  await visitor.addOn("List the account's videos");
  await page.getByText('Reelmerge videos', { exact: true }).first().waitFor();
  await visitor.answer('OK');
  await expect.poll(async () => (await visitor.rows()).length).toBeGreaterThanOrEqual(9);
  await page.getByRole('button', { name: 'every-mode', exact: true }).click();

  await visitor.cell(2, 1).click();
  await visitor.addOn('Delete videos of selected rows…');
  await page.getByRole('dialog').getByText('cannot be undone').waitFor();
  await visitor.answer('Yes');
  await page.getByRole('dialog').getByText('1 video was deleted').waitFor();
  await visitor.answer('OK');
  const [deleted, kept] = await visitor.rows();
  expect(deleted).toMatchObject({ status: 'Done', video_url: '' });
  expect(deleted?.problem).toContain('was deleted in HeyGen');
  expect(kept?.video_url).toMatch(/^http/);
  await expect.poll(() => visitor.counter('paid videos')).toBe('9');

  await page.close();
  await local.close();
}, 180_000);
