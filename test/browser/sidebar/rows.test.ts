import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowView } from '../../../src/app/sidebar/contract.ts';
import { findingsOf } from './axe.ts';
import { MEDIA } from './fake-catalogue.ts';
import { noPlan } from './fake-progress.ts';
import { FAKE_ROWS } from './fake-rows.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The box of the active row on the Script tab. */
async function openRow(changes: Partial<RowView>): Promise<{ page: Page; text: () => Promise<string> }> {
  const server = new FakeServer();
  server.sheet.row(4).changes = changes;
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Script' }).click();
  const box = page.getByRole('region', { name: 'Row 4' });
  await box.waitFor();
  return { page, text: () => box.innerText() };
}

describe('a row of scenes', () => {
  it('shows each scene in its order: what is seen, what is said, and what differs', async () => {
    const { page, text } = await openRow(FAKE_ROWS.scenes);
    const scenes = page.getByRole('list', { name: 'Scenes' }).getByRole('listitem');
    await scenes.nth(4).waitFor();
    const texts = await scenes.allInnerTexts();
    expect(texts[0]).toMatch(/1\. Bruno in the office\s+Background: navy\s+Hello Chloé, welcome/u);
    expect(texts[1]).toMatch(/2\. Picture\s+office-12\.svg · 5 s/u);
    expect(texts[2]).toMatch(/3\. Clip\s+asset:5f2b7c0e9d1a4b6c8e3f/u);
    expect(texts[3]).toMatch(/4\. Farid in the office\s+Voice: Kenji 3 · Background: #1a2b3c/u);
    expect(texts[4]).toMatch(/5\. Photo\s+portrait-31\.svg/u);
    expect(await scenes.locator('mark').allInnerTexts()).toEqual(['Chloé', 'Müller & Söhne']);
    expect(await scenes.nth(1).locator('img').getAttribute('src')).toBe(`${MEDIA}office-12.svg`);
    expect(await scenes.nth(2).locator('img').count()).toBe(0);
    expect(await scenes.nth(4).locator('audio').getAttribute('src')).toBe(`${MEDIA}goodbye.mp3`);
    expect(await text()).toContain('143 of 5,000 characters · length known when finished');
    await page.context().close();
  });
});

describe('a row with a picture and a recording', () => {
  it('shows the picture and lets the recording be heard, without loading it', async () => {
    const { page, text } = await openRow(FAKE_ROWS.image);
    expect(await page.locator('.thumbnail img').getAttribute('src')).toBe(`${MEDIA}portrait-8.svg`);
    const audio = page.locator('audio');
    expect(await audio.getAttribute('src')).toBe(`${MEDIA}hello.mp3`);
    expect(await audio.getAttribute('preload')).toBe('none');
    expect((await text()).toLowerCase()).toContain('as long as the recording');
    await page.context().close();
  });

  it('names what it cannot show: an upload, a picture in the cell, an address that is not safe', async () => {
    const { page, text } = await openRow({ ...FAKE_ROWS.image, image: 'data:', audio: 'asset:sound-1' });
    expect(await text()).toMatch(/in the cell itself[\s\S]*Recording: asset:sound-1/u);
    expect(await page.locator('audio, .thumbnail img').count()).toBe(0);
    await page.context().close();
    const unsafe = await openRow({
      ...FAKE_ROWS.image,
      image: 'javascript:alert(1)',
      audio: 'http://example.com/a.mp3',
    });
    expect(await unsafe.text()).toContain('http://example.com/a.mp3');
    expect(await unsafe.page.locator('audio, .thumbnail img, .thumbnail a').count()).toBe(0);
    await unsafe.page.context().close();
  });
});

describe('a cinematic row', () => {
  it('shows its description, its looks by name and its references', async () => {
    const { page, text } = await openRow(FAKE_ROWS.cinematic);
    await page.getByText('Bruno in the office').waitFor();
    const shown = await text();
    expect(shown).toContain('Both walk through a vineyard');
    expect(shown).toContain('look-of-somebody-else');
    expect(shown).toMatch(/Reference\s+vineyard-20\.svg\s+Reference\s+asset:c0ffee/u);
    await page.context().close();
  });
});

describe('a row with a template', () => {
  it('shows what goes into each variable, that it is a test, and what is worth a look', async () => {
    const { page, text } = await openRow(FAKE_ROWS.template);
    const shown = await text();
    expect(shown).toContain('Test video: free, with a watermark');
    expect(shown).toMatch(/Renewal reminder\s+HeyGen template/u);
    expect(await page.locator('.variables dd').allInnerTexts()).toEqual([
      'Chloé',
      `${MEDIA}lyon-4.svg`,
      'as in the template',
    ]);
    await page.locator('.calm').getByText('Warning: ').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Go to cell in row 4, column first_name' }).waitFor();
    await page.context().close();
  });

  it('shows hostile names, values and ids as they are written, and nothing runs or sticks out', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { page, text } = await openRow({
      ...FAKE_ROWS.template,
      template: {
        id: evil,
        name: `${evil}${'x'.repeat(200)}`,
        variables: [{ name: evil, type: evil, value: `${evil}${'y'.repeat(300)}` }],
      },
    });
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts += 1;
      void dialog.dismiss();
    });
    expect(await text()).toContain(evil);
    expect(await page.locator('#page img[src="x"]').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(alerts).toBe(0);
    await page.context().close();
  });
});

it('a row with a video leads to it, and to its price again; without a voice of its own it says who speaks', async () => {
  const server = new FakeServer();
  server.account = null;
  const row = server.sheet.row(4);
  row.status = 'Changed';
  row.changes = { video_url: 'https://files.example.com/old.mp4' };
  const page = await openSidebar(browser, server, { ownClock: true });
  await page.getByLabel('HeyGen API key').waitFor();
  // Meanwhile the key is set in the menu.
  server.account = { name: 'mara', balance: null, topUpUrl: '' };
  await page.clock.runFor(16_000);
  await page.getByRole('tab', { name: 'Voice' }).click();
  await page.getByText(/Will speak: .* \(the avatar’s own\)/u).waitFor();
  await page.getByRole('tab', { name: 'Script' }).click();
  expect(await page.getByRole('link', { name: 'Show the old video' }).getAttribute('href')).toBe(
    'https://files.example.com/old.mp4',
  );
  expect(await findingsOf(page)).toEqual([]);
  server.plan = { ...noPlan(), videos: 1, again: true, videosAgain: 1 };
  await page.getByRole('button', { name: 'Render again…' }).click();
  await page.getByText('1 row has a video already.').waitFor();
  expect(server.log.filter(({ name }) => name === 'sidebarPlan').at(-1)?.args).toEqual([true]);
  expect(server.count('sidebarRender')).toBe(0);
  await page.context().close();
});
