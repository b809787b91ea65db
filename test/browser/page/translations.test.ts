import { expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

test('a script is drafted in another language by keyboard, read beside its back-translation, and marked as read', async () => {
  const visitor = await shared.visit();
  const { page, sidebar } = visitor;
  await visitor.select([
    [2, 1],
    [3, 1],
  ]);
  await visitor.connectInSidebar();
  await sidebar.getByText('2 rows selected').waitFor();
  await sidebar.getByRole('tab', { name: 'Script' }).click();
  const language = sidebar.getByRole('textbox', { name: 'Language' });
  await language.fill('deutsch');
  await language.press('Enter');
  await sidebar.getByText(/^Google’s translation service gets \d texts? of/u).waitFor();
  await sidebar.getByRole('button', { name: 'Draft it' }).press('Enter');
  await sidebar.getByText(/^Drafted in German for 2 rows\./u).waitFor();

  const drafts = sidebar.locator('.names > li', { hasText: 'script (de)' });
  const count = await drafts.count();
  expect(count).toBeGreaterThan(0);
  const texts = await drafts.first().locator('.script').allInnerTexts();
  expect(texts).toEqual([
    expect.stringMatching(/^Stand-in for German: .*<</su),
    expect.stringMatching(/^Stand-in for English: .*<</su),
  ]);

  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
  expect(await findingsOf(frame)).toEqual([]);
  expect(await frame.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  const picture = process.env.REELMERGE_PICTURE;
  if (picture !== undefined)
    await sidebar.locator('section[aria-labelledby="translations-title"]').screenshot({ path: picture });

  for (let left = count; left > 0; left -= 1) {
    await sidebar
      .getByRole('button', { name: /^Mark as read/u })
      .first()
      .press('Enter');
    await expect.poll(() => drafts.count()).toBe(left - 1);
  }
  await sidebar.getByText(/^Marked as read in \d rows?\.$/u).waitFor();
  await page.close();
}, 90_000);
