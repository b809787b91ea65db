import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('a row that is edited says Changed at once and keeps its link, and Render again asks first', async () => {
  const visitor = await shared.visit({ viewport: { width: 3_000, height: 900 } });
  const { page } = visitor;
  await visitor.connect();
  await visitor.select([
    [2, 1],
    [3, 1],
  ]);
  await visitor.addOn('Render selected rows');
  await visitor.answer('Yes');
  await page.getByText('POST /v3/videos/batches → 202').waitFor();
  await visitor.speed(300);
  const statuses = (): Promise<string[]> => visitor.column('status');
  await expect
    .poll(async () => (await statuses()).slice(0, 2), { timeout: 30_000 })
    .toEqual(['Done', 'Done']);
  const [before] = await visitor.rows();

  await visitor.cell(2, 1).click();
  await page.keyboard.type('Zoe');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await statuses())[0]).toBe('Changed');
  const [changed] = await visitor.rows();
  expect(changed?.problem).toContain('The video still says: “');
  expect(changed?.video_url).toBe(before?.video_url);

  await visitor.cell(2, 1).click();
  await visitor.addOn('Render selected rows');
  await page.getByText('1 row changed since the video was made').waitFor();
  await visitor.answer('OK');
  await visitor.addOn('Render selected rows again…');
  await page.getByText('has a video already').waitFor();
  await visitor.answer('Yes');
  await expect.poll(async () => (await statuses())[0], { timeout: 30_000 }).toBe('Done');
  const [again] = await visitor.rows();
  expect(again?.video_url).not.toBe(before?.video_url);
  await expect.poll(() => visitor.counter('paid videos')).toBe('3');
});
