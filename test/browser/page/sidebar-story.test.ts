import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The sidebar's own document, 300 px wide, as the user sees it beside the sheet. */
async function sidebarFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
  return frame;
}

const sidebarOf = (page: Page): FrameLocator => page.frameLocator('.sidebar iframe');

/** Opens the local page, with three rows selected. */
async function visit(local: LocalPage): Promise<Visitor> {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  const visitor = new Visitor(page);
  await visitor.open(local.url);
  await visitor.select([
    [2, 1],
    [4, 1],
  ]);
  return visitor;
}

test('connect, pick a face and a voice, read a script, render, watch the videos arrive, open one', async () => {
  const local = new LocalPage();
  await local.start();
  const visitor = await visit(local);
  const { page } = visitor;
  const sidebar = sidebarOf(page);

  await visitor.connectInSidebar();
  await sidebar.getByText('local@example.com').first().waitFor();

  await sidebar.getByText('3 rows selected').waitFor();
  await sidebar.getByRole('textbox', { name: /Search/ }).fill('marcus studio');
  await sidebar.getByText('Marcus in Studio').first().click();
  await sidebar.getByRole('button', { name: 'Use for 3 selected rows' }).click();
  const marcus = 'Marcus_Studio_Front_public';
  await expect
    .poll(async () => (await visitor.column('avatar_id')).slice(0, 3))
    .toEqual([marcus, marcus, marcus]);
  expect((await visitor.column('avatar_id'))[4]).toBe('Priya_Outdoor_Side_public');

  await sidebar.getByRole('tab', { name: 'Voice' }).click();
  await sidebar.getByRole('textbox', { name: /Search/ }).fill('daniel');
  await sidebar
    .getByRole('option', { name: /Daniel/ })
    .first()
    .click();
  await sidebar.getByRole('button', { name: 'Use for 3 selected rows' }).click();
  await expect
    .poll(async () => (await visitor.column('voice_id')).slice(0, 3).join())
    .toBe('voice_en_daniel,voice_en_daniel,voice_en_daniel');

  await sidebar.getByRole('tab', { name: 'Script' }).click();
  await sidebar.locator('mark', { hasText: 'Café Lumière' }).waitFor();

  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await sidebar.getByRole('button', { name: 'Render 3 videos' }).click();

  await page.reload();
  await visitor.row(1).waitFor();
  await visitor.speed(300);
  await expect
    .poll(async () => (await visitor.column('status')).filter((word) => word === 'Done').length)
    .toBe(3);
  await sidebar.getByRole('tab', { name: 'Render' }).click();
  await sidebar.getByText('3 of 3 finished').waitFor();
  const opening = page.waitForEvent('popup');
  await sidebar.getByRole('link', { name: /Open/ }).first().click();
  const video = await opening;
  const seconds = () => video.evaluate<number>(`document.querySelector('video')?.duration ?? 0`);
  await expect.poll(seconds).toBeGreaterThan(0);
  await expect.poll(() => visitor.counter('paid videos')).toBe('3');
  await page.close();
  await local.close();
}, 120_000);

test('the same at 300 px by keyboard alone, and axe-core finds nothing on the way', async () => {
  const local = new LocalPage();
  await local.start();
  const visitor = await visit(local);
  const { page } = visitor;
  const frame = await sidebarFrame(page);
  const focused = () =>
    frame.evaluate<string>(
      `(() => { const it = document.activeElement; return it.getAttribute('aria-label') ?? it.textContent.trim().slice(0, 80); })()`,
    );
  const tabTo = async (name: string): Promise<void> => {
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await focused()).includes(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach “${name}”; it stands on “${await focused()}”.`);
  };
  const clean = async (): Promise<void> => expect(await findingsOf(frame)).toEqual([]);

  await frame.locator('input').first().focus();
  await clean();
  await page.keyboard.type('any-key-opens-it');
  await page.keyboard.press('Enter');
  await frame.getByText('local@example.com').first().waitFor();
  await frame.getByText('3 rows selected').waitFor();
  await clean();

  await frame.getByRole('textbox', { name: /Search/ }).focus();
  await page.keyboard.type('priya outdoor');
  await frame.getByText('Priya in Outdoor (Side)').first().waitFor();
  await tabTo('Avatars');
  await page.keyboard.press('Enter');
  await tabTo('Use for 3 selected rows');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await visitor.column('avatar_id')).slice(0, 3).every((id) => id.startsWith('Priya')))
    .toBe(true);

  await frame.getByRole('tab', { name: 'Avatar' }).focus();
  for (const [tab, shown] of [
    ['Voice', 'voices'],
    ['Script', 'characters'],
    ['Render', 'Render 3 videos'],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(tab);
    await frame.getByText(shown).first().waitFor();
    await clean();
  }
  await tabTo('Render 3 videos');
  await page.keyboard.press('Enter');
  await clean();
  await visitor.speed(300);
  await frame.getByText('3 of 3 finished').waitFor({ timeout: 60_000 });
  await clean();
  expect(await frame.evaluate('innerWidth')).toBe(300);
  expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.close();
  await local.close();
}, 120_000);

test('a look named like markup and a header of quotes and a script harm nothing', async () => {
  const local = new LocalPage();
  await local.start();
  const visitor = await visit(local);
  const { page } = visitor;
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  const evil = `"'<script>alert(1)</script>`;
  await visitor.cell(1, 4).dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(evil);
  await page.keyboard.press('Enter');
  const sidebar = sidebarOf(page);
  await visitor.connectInSidebar();
  await sidebar.getByRole('tab', { name: 'Script' }).click();
  await visitor.cell(2, 1).click();
  await sidebar.getByText(`<<${evil}>>`).first().waitFor();
  expect(await (await sidebarFrame(page)).evaluate(`document.querySelectorAll('#page script').length`)).toBe(
    0,
  );
  expect(alerts).toEqual([]);
  await page.close();
  await local.close();
}, 60_000);
