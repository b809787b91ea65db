import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownPage } from './own-page.ts';

const begin = ownPage();

/** A row of a sheet of its own: who, which plan, whether approved. */
const row = (name: string, plan: string, approved: string) =>
  `${name}\t${plan}\t${approved}\tHello <<first_name>>, how are you?\tAnna_Office_Front_public\tvoice_en_sara`;

test('approved and “Only rows where” leave rows out by name, and rows with the same words share one video', async () => {
  const story = await begin();
  const { visitor } = story;
  await story.newSheet(
    'first_name\tplan\tapproved\tscript\tavatar_id\tvoice_id',
    row('Ana', 'Pro', 'yes'),
    row('Ana', 'Pro', 'yes'),
    row('Ben', 'Free', 'yes'),
    row('Chiara', 'Pro', ''),
    row('Dai', 'Pro', 'yes'),
  );
  await story.select(2, 6);
  await story.set('Only rows where', 'plan = Pro');
  await story.open('Render');
  await story.says('1 row left out by the setting “Only rows where plan = Pro” (row 4).');
  await story.says('1 row waiting for approval: “approved” does not say yes (row 5).');
  await story.says('1 row says the same as another: 2 videos instead of 3, if they share them.');
  await story.button('Share videos').click();
  await story.button('Render 2 videos').click();
  await visitor.speed(300);
  await expect.poll(() => story.statuses(), { timeout: 20_000 }).toEqual({ Done: 3 });
  const urls = await visitor.column('video_url');
  expect(urls[0]).toBe(urls[1]);
  await expect.poll(() => visitor.counter('paid videos')).toBe('2');
}, 90_000);

test('a changed row says what its video still says, and is priced where one looks before it is made again', async () => {
  const story = await begin();
  const { page, visitor } = story;
  await story.open('Render');
  await story.select(2, 3);
  await story.button('Render 2 videos').click();
  await visitor.speed(300);
  await expect.poll(() => story.statuses(), { timeout: 20_000 }).toEqual({ Done: 2 });
  await visitor.cell(3, 1).click();
  await page.keyboard.type('Bjarne');
  await page.keyboard.press('Enter');
  await expect.poll(() => visitor.cell(3, 1).textContent()).toBe('Bjarne');
  await story.button('Check now').click();
  await story.says(/Row 3: The video still says: “Hi Björn!/);
  await story.isClean();
  await story.button('Render 1 changed row again…').click();
  await story.says('1 row has a video already.');
  await expect.poll(() => story.focused()).toMatch(/^Selected rows/);
  await story.button('Render 1 video').click();
  await expect.poll(() => visitor.counter('paid videos'), { timeout: 20_000 }).toBe('3');
  await expect.poll(() => story.statuses(), { timeout: 20_000 }).toEqual({ Done: 2 });
}, 90_000);

test('a dead link says so and is renewed by one press, and a video that is stuck is marked and never sent again', async () => {
  const story = await begin();
  const { page, visitor } = story;
  await story.day('Links end soon');
  await page.getByLabel('Render s').fill('60');
  await page.keyboard.press('Enter');
  await story.open('Render');
  await story.select(2, 4);
  await story.button('Render 3 videos').click();
  await visitor.speed(300);
  await expect.poll(() => story.statuses(), { timeout: 20_000 }).toEqual({ Done: 3 });
  const newest = story.box('Newest videos');
  const [link = ''] = await visitor.column('video_url');
  const statusOf = async (address: string) => (await page.request.get(address)).status();
  await expect.poll(() => statusOf(link), { timeout: 20_000 }).toBe(403);
  await story.button('Check now').click();
  await newest.getByText('Link ended').first().waitFor();
  await story.day('Links end soon');
  await story.button('Renew links of selected rows').click();
  await story.says('Renewed: the links of 3 videos.');
  await newest.getByRole('link', { name: 'Open' }).first().waitFor();
  expect(await newest.getByText('Link ended').count()).toBe(0);
  await expect.poll(async () => statusOf((await visitor.column('video_url'))[0] ?? '')).toBe(200);

  await page.getByLabel('Render s').fill('86400');
  await page.keyboard.press('Enter');
  await story.select(5);
  await story.button('Render 1 video').click();
  await story.says('Much longer at HeyGen than usual. Nothing is sent again by itself.');
  await story.says(/Row 5: HeyGen usually needs/);
  await story.isClean();
  await story.button('Check now').last().click();
  await story.says('At HeyGen 1, 1 stuck');
  await expect.poll(() => visitor.counter('paid videos')).toBe('4');
}, 90_000);

test('a run is listed with what became of it: its rows are shown, failed ones tried again, its texts forgotten', async () => {
  const story = await begin();
  const { page, visitor, sidebar } = story;
  await story.day('Failing videos');
  await story.open('Render');
  await story.select(2, 9);
  await story.button('Render 8 videos').click();
  await visitor.speed(300);
  await expect
    .poll(async () => Object.keys(await story.statuses()).sort(), { timeout: 20_000 })
    .toEqual(['Done', 'Failed']);
  const { Failed: failed = 0, Done: done = 0 } = await story.statuses();
  await story.button('Check now').click();
  await story.says(`${done} done, ${failed} failed, of 8`);
  await story.button('Show runs').click();
  const runs = story.box('Runs');
  await runs.getByText(`8 rows, ${done} done, ${failed} failed`).waitFor();

  const downloading = page.waitForEvent('download');
  await sidebar.getByRole('link', { name: 'Download all as CSV' }).click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  expect(csv.split('\n')[0]).toMatch(/when.*rows.*done.*failed/i);

  await runs.getByRole('button', { name: 'Retry failed…' }).click();
  await story.says(`${failed} row${failed === 1 ? '' : 's'} selected`);
  await expect.poll(() => story.focused()).toMatch(/^Selected rows/);
  await story.button(`Render ${failed} video`).waitFor();
  await runs.getByRole('button', { name: 'Show rows' }).click();
  await story.says('8 rows selected');

  const forget = runs.getByRole('button', { name: 'Forget the texts…' });
  await forget.focus();
  await page.keyboard.press('Enter');
  expect(await story.focused()).toMatch(/^Reelmerge keeps the exact words/);
  await story.isClean();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await runs
    .getByRole('status')
    .or(runs.getByText(/forgotten|Forgot/))
    .first()
    .waitFor();
  await expect.poll(() => story.focused()).toMatch(/^Runs/);
}, 90_000);
