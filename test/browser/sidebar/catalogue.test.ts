import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeLook, fakeLooks, fakeVoices } from './fake-catalogue.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('5,000 looks and 1,500 voices', () => {
  it('show the first looks after one call, load the rest behind, and keep less than 200 cards', async () => {
    const server = new FakeServer();
    server.looks = fakeLooks(5000);
    server.voices = fakeVoices(1500);
    server.hold('sidebarLooks');
    server.hold('sidebarVoices');
    server.hold('sidebarSync');
    const page = await openSidebar(browser, server, { height: 900 });
    await page.locator('.item').first().waitFor();
    expect(server.log[0]?.name).toBe('sidebarStart');
    expect(await page.getByText('50 avatars', { exact: true }).isVisible()).toBe(true);
    server.release('sidebarLooks');
    server.release('sidebarVoices');
    server.release('sidebarSync');
    await page.getByText('5,000 avatars', { exact: true }).waitFor();
    let most = 0;
    for (let part = 1; part <= 12; part += 1) {
      await page.evaluate(`document.querySelector('#panel').scrollTop = ${part / 12} * 1e6`);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      most = Math.max(most, await page.locator('.item').count());
    }
    expect(most).toBeLessThan(60);
    await page
      .locator('.item', { hasText: server.looks[4999]?.name ?? '' })
      .last()
      .waitFor();
    expect(server.mostAtOnce).toBeLessThanOrEqual(10);
    await page.context().close();
  });
});

describe('hostile names', () => {
  it('are shown as they are written and do nothing', async () => {
    const server = new FakeServer();
    const evil = '<img src=x onerror=alert(1)>';
    server.looks = [
      fakeLook(0, {
        name: evil,
        tags: ['"><script>alert(1)</script>'],
        previewImageUrl: 'javascript:alert(1)',
      }),
      fakeLook(1, { name: 'x'.repeat(300), previewVideoUrl: 'data:text/html,<script>alert(1)</script>' }),
    ];
    server.sheet.fields = ['a"b\'<script>alert(1)</script>', evil, 'x'.repeat(200)];
    server.sheet.tab = evil;
    server.sheet.speech = `${evil} </p><script>alert(1)</script>`;
    server.sheet.row(4).issues = [];
    const page = await openSidebar(browser, server);
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts += 1;
      void dialog.dismiss();
    });
    await page.locator('.card .name', { hasText: evil }).waitFor();
    await page.locator('.card').first().hover();
    await page.getByRole('tab', { name: 'Script' }).click();
    await page.locator('.script', { hasText: evil }).waitFor();
    await page.getByRole('button', { name: `<<${evil}>>` }).click();
    expect(await page.getByRole('textbox', { name: 'Script for the whole sheet' }).inputValue()).toContain(
      evil,
    );
    expect(await page.locator('#page script, #page img[src="x"]').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(alerts).toBe(0);
    await page.context().close();
  });
});

describe('previews', () => {
  it('move under the pointer, and stand still when the user wants less motion', async () => {
    const moving = await openSidebar(browser, new FakeServer());
    await moving.locator('.preview').first().hover();
    await moving.locator('.preview video').waitFor({ state: 'attached' });
    await moving.context().close();
    const still = await openSidebar(browser, new FakeServer(), { lessMotion: true });
    await still.locator('.preview').first().hover();
    await still.getByText('120 avatars', { exact: true }).waitFor();
    expect(await still.locator('video').count()).toBe(0);
    await still.context().close();
  });

  it('that fail to load give way to an initial', async () => {
    const server = new FakeServer();
    server.looks = [fakeLook(0, { name: 'émile', previewImageUrl: 'https://nowhere.example.test/a.png' })];
    const page = await openSidebar(browser, server);
    await page.locator('.initial', { hasText: 'É' }).first().waitFor();
    await page.context().close();
  });
});

describe('voices', () => {
  it("put the look's own first, and warn when the one chosen skips the script's pauses", async () => {
    const server = new FakeServer();
    server.sheet.row(4).avatarId = 'look-9';
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Voice' }).click();
    const first = page.locator('.item').first();
    await first.getByText('avatar’s own').waitFor();
    expect(await first.textContent()).toContain(server.voices[9]?.name);
    await page.getByText('does not support them').waitFor();
    await page.locator('.item', { hasText: 'Zoe 0' }).first().click();
    await page.getByText('does not support them').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
