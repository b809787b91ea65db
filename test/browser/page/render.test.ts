import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

/** Words of row `at` that say which row it is, and the video that stands beside them. */
function beside(rows: readonly Record<string, string>[]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.company ?? '', row.video_url ?? '']));
}

test('two blocks are rendered, the videos arrive while one looks on, open, and stay beside their rows', async () => {
  const visitor = await shared.visit({ viewport: { width: 3_000, height: 900 } });
  const { page } = visitor;
  await visitor.connect();
  await visitor.select(
    [
      [2, 1],
      [3, 2],
    ],
    [
      [6, 1],
      [7, 1],
    ],
  );
  await visitor.addOn('Render selected rows');
  await page.getByText('4 videos will be made').waitFor();
  await visitor.answer('Yes');
  await page.getByText('POST /v3/videos/batches → 202').waitFor();
  await visitor.speed(300);
  await expect
    .poll(async () => (await visitor.column('status')).filter((word) => word === 'Done').length, {
      timeout: 20_000,
    })
    .toBe(4);
  await expect.poll(() => visitor.counter('paid videos')).toBe('4');

  const before = beside(await visitor.rows());
  const rendered = Object.entries(before).filter(([, url]) => url !== '');
  expect(rendered.map(([company]) => company)).toEqual([
    'Café Lumière',
    'Fjord & Fjäll Cykler',
    'Panadería El Sol',
    'Möbelwerk Süd GmbH',
  ]);

  const opening = page.waitForEvent('popup');
  await page
    .getByRole('link', { name: rendered[0]?.[1] ?? '' })
    .first()
    .click();
  const video = await opening;
  await video.waitForLoadState();
  expect(video.url()).toBe(rendered[0]?.[1]);
  await video.close();

  await visitor.cell(1, 2).click();
  await visitor.tool('Sort sheet Z to A');
  await visitor.cell(2, 2).getByText('The "Quiet" Bookshop').waitFor();
  expect(beside(await visitor.rows())).toEqual(before);

  await page.reload();
  await visitor.row(1).waitFor();
  expect(beside(await visitor.rows())).toEqual(before);
  await page.close();
}, 60_000);

test('an execution that is killed in the middle costs nothing twice', async () => {
  const visitor = await shared.visit({ viewport: { width: 3_000, height: 900 } });
  const { page } = visitor;
  const paid = Number(await visitor.counter('paid videos'));
  const rows = await visitor.rows();
  const blank = rows.findIndex(({ status }) => status === '') + 2;
  await page.getByLabel('Kill at call').fill('60');
  await visitor.tool('Kill next');
  await visitor.select([
    [blank, 1],
    [blank, 2],
  ]);
  await visitor.addOn('Render selected rows');
  await visitor.answer('Yes');
  await page.getByText('renderSelectedRows was killed at its 60th call').waitFor();
  await page.getByText('Exceeded maximum execution time').waitFor();
  await visitor.speed(300);
  // The claim of a dead execution is a lease of seven minutes: over in two seconds at this speed.
  await expect
    .poll(
      async () => {
        const done = (await visitor.column('status')).filter((word) => word === 'Done').length;
        if (done < 5 && (await page.getByRole('dialog').count()) === 0) {
          await visitor.addOn('Check for finished videos');
          await visitor.answer('OK');
        }
        return done;
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toBe(5);
  expect(Number(await visitor.counter('paid videos'))).toBe(paid + 1);
  await page.close();
}, 60_000);
