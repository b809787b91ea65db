import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openFiles(server: FakeServer): Promise<Page> {
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Script' }).click();
  return page;
}

async function upload(page: Page, name: string, content = 'bytes'): Promise<void> {
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Upload' }).click();
}

const lastUse = (server: FakeServer) =>
  server.log.filter(({ name }) => name === 'sidebarUse').at(-1)?.args[0];

describe('uploading a file', () => {
  it('sends the form alone, shows that it is under way, and then what came of it', async () => {
    const server = new FakeServer();
    server.hold('sidebarUpload');
    const page = await openFiles(server);
    await upload(page, 'office.png');
    const button = page.getByRole('button', { name: 'Uploading…' });
    await button.waitFor();
    await button.click({ force: true });
    server.release('sidebarUpload');
    await page.getByText('“office.png” is now in your HeyGen account.').waitFor();
    const calls = server.log.filter(({ name }) => name === 'sidebarUpload');
    expect(calls.map(({ args }) => args)).toEqual([[{ file: { name: 'office.png', size: 5 } }]]);
    const copied = page.getByLabel('To copy into a cell');
    await copied.click();
    expect(await copied.inputValue()).toBe('asset:5f2b7c0e9d1a4b6c8e3f');
    expect(await page.evaluate('String(getSelection())')).toBe('asset:5f2b7c0e9d1a4b6c8e3f');
    await page.context().close();
  });

  it('refuses what HeyGen does not take before anything is sent, and says what to do', async () => {
    const server = new FakeServer();
    const page = await openFiles(server);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('No file was chosen.').waitFor();
    await upload(page, 'clip.gif');
    await page.getByText('The file "clip.gif" cannot be uploaded').waitFor();
    await upload(page, 'long.mp4', 'x'.repeat(33 * 1024 * 1024));
    await page.getByText('The file "long.mp4" is too large').waitFor();
    expect(server.count('sidebarUpload')).toBe(0);
    server.failNext('sidebarUpload', 'HeyGen could not read the file. Save it anew and try again.');
    await upload(page, 'voice.mp3');
    await page.getByText('HeyGen could not read the file.').waitFor();
    await page.context().close();
  });
});

describe('an upload', () => {
  it('becomes the background or the speaking picture of the selected rows', async () => {
    const server = new FakeServer();
    server.sheet.selected = [4, 5, 6];
    const page = await openFiles(server);
    await upload(page, 'office.png');
    await page.getByText('For 3 selected rows:').waitFor();
    await page.getByRole('button', { name: 'Use as background' }).click();
    await page.getByText('Written into 3 rows.').waitFor();
    expect(lastUse(server)).toEqual({ background: 'asset:5f2b7c0e9d1a4b6c8e3f' });
    await page.getByRole('button', { name: 'Use as speaking picture' }).click();
    await expect.poll(() => lastUse(server)).toEqual({ image: 'asset:5f2b7c0e9d1a4b6c8e3f' });
    await page.context().close();
  });

  it('that is a recording becomes what is heard, by its plain id', async () => {
    const server = new FakeServer();
    server.uploaded = { assetId: 'sound-1', name: 'hello.mp3', kind: 'audio', url: '' };
    const page = await openFiles(server);
    await upload(page, 'hello.mp3');
    await page.getByRole('button', { name: 'Use as recording' }).click();
    await page.getByText('Written into 1 row.').waitFor();
    expect(lastUse(server)).toEqual({ audio_asset_id: 'sound-1' });
    expect(await page.getByRole('button', { name: 'Insert as a scene' }).count()).toBe(0);
    await page.context().close();
  });

  it('becomes a scene of its own where the caret stands, and the focus goes there', async () => {
    const server = new FakeServer();
    const page = await openFiles(server);
    const script = page.getByRole('textbox', { name: 'Script for the whole sheet' });
    await script.fill('Hello.\nGoodbye.');
    await script.evaluate('document.querySelector("textarea").setSelectionRange(6, 6)');
    await upload(page, 'office.png');
    await page.getByRole('button', { name: 'Insert as a scene' }).click();
    const wanted = 'Hello.\n---\n[image: asset:5f2b7c0e9d1a4b6c8e3f 5s]\n---\nGoodbye.';
    await expect.poll(() => script.inputValue()).toBe(wanted);
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for the sheet').waitFor();
    expect(server.sheet.defaults.script).toBe(wanted);
    await page.context().close();
  });
});
