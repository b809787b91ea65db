import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from './axe.ts';
import { fakeVoices } from './fake-catalogue.ts';
import { group, noPlan } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

function serverWithVoices(hasLanguages: boolean): FakeServer {
  const server = new FakeServer();
  const [voice, other] = fakeVoices(2);
  if (voice === undefined || other === undefined) throw new Error('there are no voices');
  server.voices = [
    { ...voice, name: 'Jonas', language: 'German' },
    { ...other, name: 'Polyglot', language: 'Multilingual' },
  ];
  server.sheet.hasLanguages = hasLanguages;
  return server;
}

describe('the voice of a language', () => {
  it('is chosen in the Voice tab by keyboard, listed in the settings, and removed there', async () => {
    const server = serverWithVoices(true);
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Voice' }).click();
    await page.locator('.item', { hasText: 'Jonas' }).click();
    await page.getByRole('button', { name: 'Use for all rows in German' }).press('Enter');
    await page.getByText('Saved for the sheet “Outreach”.').waitFor();
    expect(server.sheet.settings.voices).toEqual({ de: 'voice-0' });
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Voices by language' }).waitFor();
    expect(await page.locator('dl', { hasText: 'German' }).textContent()).toContain('Jonas');
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the voice for German' }).press('Enter');
    await expect.poll(() => server.sheet.settings.voices).toEqual({});
    await expect.poll(() => page.getByText('Voices by language').count()).toBe(0);
    await page.context().close();
  });

  it('is looked for among the voices of the row’s language, told by their field and never by their name', async () => {
    const server = serverWithVoices(true);
    const [voice] = fakeVoices(1);
    if (voice === undefined) throw new Error('there are no voices');
    server.voices = [...server.voices, { ...voice, id: 'odd', name: 'German Smith', language: 'English' }];
    server.sheet.row(4).changes = { language: 'German' };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Voice' }).click();
    await page.getByText('In German, as row 4 says.').waitFor();
    expect(await page.locator('.item').allInnerTexts()).toEqual([expect.stringContaining('Jonas')]);
    expect(await page.getByText('1 of 3 voices').count()).toBe(1);
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Search voices' }).fill('jo');
    await page.getByText('In German, as').waitFor();
    await page.getByRole('textbox', { name: 'Search voices' }).fill('');
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    await expect.poll(() => page.locator('.item').count()).toBe(3);
    expect(await page.getByText('In German, as').count()).toBe(0);
    await page.context().close();
  });

  it('that is missing leads from the Render tab to the voices of that language', async () => {
    const server = serverWithVoices(true);
    const blocked = {
      ...group('block', 'voice_id', 'There is no voice for the language German.', [3]),
      voicesOf: 'German',
    };
    server.plan = { ...noPlan(), blockedRows: 1, blocked: [blocked] };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByRole('button', { name: 'Choose a voice' }).press('Enter');
    await page.locator('.item', { hasText: 'Jonas' }).click();
    expect(await page.locator('.item').count()).toBe(1);
    await page.getByRole('button', { name: 'Use for all rows in German' }).waitFor();
    await page.context().close();
  });

  it('is not offered for a voice of several languages, or in a sheet without a column language', async () => {
    for (const [hasLanguages, name] of [
      [true, 'Polyglot'],
      [false, 'Jonas'],
    ] as const) {
      const page = await openSidebar(browser, serverWithVoices(hasLanguages));
      await page.getByRole('tab', { name: 'Voice' }).click();
      await page.locator('.item', { hasText: name }).click();
      await page.getByRole('button', { name: 'Use as this sheet’s default' }).waitFor();
      expect(await page.getByRole('button', { name: /Use for all rows/u }).count()).toBe(0);
      await page.context().close();
    }
  });
});
