import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

let browser: Browser;
let local: LocalPage;
let visitor: Visitor;
let sidebar: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  local = new LocalPage();
  await local.start();
  visitor = new Visitor(await browser.newPage({ viewport: { width: 1_440, height: 900 } }));
  await visitor.open(local.url);
  sidebar = visitor.page.frameLocator('.sidebar iframe');
  await visitor.select([
    [2, 1],
    [3, 1],
  ]);
  await visitor.connectInSidebar();
  await sidebar.getByText('2 rows selected').waitFor();
});

afterEach(async () => {
  await visitor.page.close();
  await local.close();
});

const tab = (name: string | RegExp) => sidebar.getByRole('tab', { name });
const press = (name: string) => sidebar.getByRole('button', { name, exact: true }).click();

async function pick(name: string): Promise<void> {
  await sidebar.getByRole('textbox', { name: /Search/ }).fill(name);
  await sidebar.getByText(name).first().click();
}

test('a script that is not saved and a look that is not used are marked, and Render saves them or leaves them', async () => {
  await tab('Script').click();
  const script = sidebar.getByRole('textbox', { name: 'Script for the whole sheet' });
  await script.fill('Words that nobody has saved yet.');
  await tab(/Script.*not saved/).waitFor();
  await tab('Avatar').click();
  await pick('Marcus in Studio');
  await tab(/Avatar.*not saved/).waitFor();

  await tab('Render').click();
  await press('Render 2 videos');
  const question = sidebar.getByText(
    /Not in the sheet yet: your script for the whole sheet and the avatar Marcus/,
  );
  await question.waitFor();
  expect(await visitor.counter('paid videos')).toBe('0');
  await press('Back');
  await question.waitFor({ state: 'hidden' });
  await press('Render 2 videos');
  await press('Save and render 2 videos');
  await expect.poll(() => visitor.counter('paid videos')).toBe('2');
  expect((await visitor.column('avatar_id')).slice(0, 2)).toEqual(
    Array.from({ length: 2 }, () => 'Marcus_Studio_Front_public'),
  );
  expect(await tab(/not saved/).count()).toBe(0);
}, 60_000);

test('left alone, the draft stays on the tab and the sheet’s own words are rendered', async () => {
  const looks = await visitor.column('avatar_id');
  await tab('Avatar').click();
  await pick('Marcus in Studio');
  await tab('Render').click();
  await press('Render 2 videos');
  await press('Render what the sheet says');
  await expect.poll(() => visitor.counter('paid videos')).toBe('2');
  expect(await visitor.column('avatar_id')).toEqual(looks);
  expect(await tab(/Avatar.*not saved/).count()).toBe(1);
}, 60_000);

test('what is saved and changes the numbers is looked at again before anything is sent', async () => {
  await visitor.addSheet();
  await visitor.paste('first_name\tscript\tavatar_id', 'Ana\t\tAnna_Office_Front_public');
  await visitor.cell(2, 1).click();
  await sidebar.getByText('Sheet2').waitFor();
  await tab('Script').click();
  const script = sidebar.getByRole('textbox', { name: 'Script for the whole sheet' });
  await script.fill('Hello <<first_name>>.');
  await press('Save');
  await sidebar.locator('mark', { hasText: 'Ana' }).waitFor();
  await script.fill('Hello <<first_nane>>.');
  await tab('Render').click();
  await press('Render 1 video');
  await press('Save and render 1 video');
  await sidebar.getByText('Saved, and nothing was sent: the numbers have changed.').waitFor();
  await sidebar.getByText('1 row blocked').waitFor();
  expect(await visitor.counter('paid videos')).toBe('0');
}, 60_000);
