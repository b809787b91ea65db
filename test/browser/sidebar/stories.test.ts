import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishedVideos, noPlan, noProgress } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const focused = (page: Page) =>
  page.evaluate<string>(
    "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || document.activeElement.id).trim()",
  );

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never came to ${name}; it stands on "${await focused(page)}".`);
}

describe('by keyboard alone', () => {
  it('one connects, picks a look and a voice for three rows, and renders', async () => {
    const server = new FakeServer();
    server.account = null;
    server.sheet.selected = [4, 5, 6];
    server.plan = { ...noPlan(), videos: 3, seconds: 40, cost: 2.67, range: { least: 2.3, most: 3 } };
    const page = await openSidebar(browser, server);
    await page.getByLabel('HeyGen API key').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('good key');
    await page.keyboard.press('Enter');
    await page.locator('.item').first().waitFor();

    await tabTo(page, /^Avatar$/u);
    await tabTo(page, /^Search avatars$/u);
    await page.keyboard.type('chiara cafe');
    await tabTo(page, /^Avatars$/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Avatar$/u).catch(() => page.getByRole('tab', { name: 'Avatar' }).focus());
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^Voices$/u);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Use for 3 selected rows$/u);
    await page.keyboard.press('Enter');
    await page.getByText('Written into 3 rows.').waitFor();
    const { avatarId, voiceId } = server.sheet.row(6);
    expect(server.looks.find(({ id }) => id === avatarId)?.name).toMatch(/^Chiara in a café/u);
    expect(voiceId).toBe(server.looks.find(({ id }) => id === avatarId)?.defaultVoiceId);
    expect(await focused(page)).toBe('Use for 3 selected rows');

    await page.getByRole('tab', { name: 'Voice' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^Render 3 videos$/u);
    await page.keyboard.press('Enter');
    await page.getByText('3 videos on the way.').waitFor();
    expect(server.count('sidebarRender')).toBe(1);
    await page.context().close();
  });

  it('the focus stays in the list however far one walks, and ends on the last look', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server);
    await page.getByText('120 avatars', { exact: true }).waitFor();
    await page.getByRole('listbox').focus();
    for (const key of ['PageDown', 'PageDown', 'ArrowRight', 'End']) await page.keyboard.press(key);
    expect(await focused(page)).toBe('Avatars');
    await page.keyboard.press('Enter');
    await page
      .locator('.footer .name')
      .getByText(server.looks[119]?.name ?? '')
      .waitFor();
    await page.context().close();
  });
});

describe('the key', () => {
  it('stays in the field while it is wrong, and is forgotten once it is right', async () => {
    const server = new FakeServer();
    server.account = null;
    const page = await openSidebar(browser, server);
    const field = page.getByLabel('HeyGen API key');
    await field.fill('wrong secret');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText('HeyGen does not know this key.').waitFor();
    expect(await field.inputValue()).toBe('wrong secret');
    expect(await page.content()).not.toContain('wrong secret');
    await field.fill('good secret');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByText('mara@example.test').waitFor();
    expect(await page.content()).not.toContain('good secret');
    await page.context().close();
  });
});

describe('calls that are slow or fail', () => {
  it('show that they are under way, do not take a second press, and say what to do', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server);
    await page.locator('.item').first().waitFor();
    server.hold('sidebarUse');
    server.failNext('sidebarUse', 'Exceeded maximum execution time', true);
    const use = page.getByRole('button', { name: 'Use for 1 selected row' });
    await use.click();
    await page.locator('.button[aria-busy=true]').waitFor();
    await use.click({ force: true });
    server.release('sidebarUse');
    await page.getByText('Google says: Exceeded maximum execution time. Try again.').waitFor();
    expect(server.count('sidebarUse')).toBe(1);
    await use.click();
    await page.getByText('Written into 1 row.').waitFor();
    await page.context().close();
  });

  it('leave what is already there, and go on from there when asked', async () => {
    const server = new FakeServer();
    server.failNext('sidebarLooks', 'HeyGen did not answer. Wait a minute and try again.');
    const page = await openSidebar(browser, server);
    await page.getByText('The rest did not load.').waitFor();
    await page.getByText('50 avatars', { exact: true }).waitFor();
    await page.locator('.problem').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('120 avatars', { exact: true }).waitFor();
    await page.context().close();
  });
});

describe('the script', () => {
  it('follows the selection and leaves the draft and the focus alone', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server, { ownClock: true });
    await page.getByRole('tab', { name: 'Script' }).click();
    await page.locator('mark', { hasText: 'Chloé' }).waitFor();
    const template = page.getByRole('textbox', { name: 'Script for the whole sheet' });
    await template.fill('Dear ');
    await page.getByRole('button', { name: '<<company>>' }).click();
    await page.clock.runFor(100);
    expect(await template.inputValue()).toBe('Dear <<company>>');
    server.sheet.active = 5;
    server.sheet.defaults.script = 'Changed by somebody else';
    await page.clock.runFor(6000);
    await page.locator('mark', { hasText: 'Đorđe' }).waitFor();
    expect(await template.inputValue()).toBe('Dear <<company>>');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved for the sheet').waitFor();
    expect(server.sheet.defaults.script).toBe('Dear <<company>>');
    await page.context().close();
  });

  it('of a blocked row says why and leads to the cell', async () => {
    const server = new FakeServer();
    server.sheet.row(4).issues = [{ row: 4, column: 'company', message: '<<company>> is empty.' }];
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Script' }).click();
    await page.getByRole('button', { name: 'Go to cell in row 4, column company' }).click();
    await expect
      .poll(() => server.log.find(({ name }) => name === 'sidebarGoTo')?.args)
      .toEqual([4, 'company']);
    await page.getByRole('button', { name: 'Next row' }).click();
    await page.getByRole('heading', { name: 'Row 5' }).waitFor();
    await page.context().close();
  });
});

describe('a render', () => {
  it('is followed every ten seconds, never twice at once, and not while the page is hidden', async () => {
    const server = new FakeServer();
    server.progress = { ...noProgress(), counts: { ...noProgress().counts, Rendering: 2, Done: 1 } };
    const page = await openSidebar(browser, server, { ownClock: true });
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByText('1 of 3 finished').waitFor();
    expect(server.count('sidebarSync')).toBe(1);
    server.hold('sidebarSync');
    await page.clock.runFor(11_000);
    await expect.poll(() => server.count('sidebarSync')).toBe(2);
    await page.clock.runFor(60_000);
    await page.getByRole('button', { name: 'Check now' }).click({ force: true });
    expect(server.count('sidebarSync')).toBe(2);
    server.progress = {
      ...server.progress,
      counts: { ...noProgress().counts, Done: 3 },
      finished: finishedVideos(3),
    };
    server.release('sidebarSync');
    await page.getByText('3 of 3 finished').waitFor();
    expect(server.mostSyncsAtOnce).toBe(1);
    const video = page.getByRole('link', { name: 'Open the video of Row 2' });
    expect(await video.getAttribute('rel')).toContain('noopener');
    expect(await video.getAttribute('target')).toBe('_blank');
    await page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })");
    const before = server.log.length;
    await page.clock.runFor(300_000);
    expect(server.log.length).toBe(before);
    await page.context().close();
  });

  it('is still there when the page was closed and opened again', async () => {
    const server = new FakeServer();
    server.plan = { ...noPlan(), videos: 3, seconds: 40, cost: 2.67, range: { least: 2.3, most: 3 } };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByRole('button', { name: 'Render 3 videos' }).click();
    await page.getByText('3 videos on the way.').waitFor();
    await page.context().close();
    server.progress = { ...server.progress, counts: { ...noProgress().counts, Rendering: 2, Done: 1 } };
    const again = await openSidebar(browser, server);
    await again.getByRole('tab', { name: /Render.*2 under way/u }).click();
    await again.getByText('1 of 3 finished').waitFor();
    expect(server.count('sidebarRender')).toBe(1);
    await again.context().close();
  });

  it('asks twice before it sends again what may be paid for already', async () => {
    const server = new FakeServer();
    server.progress = {
      ...noProgress(),
      counts: { ...noProgress().counts, Unconfirmed: 2 },
      unconfirmed: [
        { job: 'job-7', row: 7, problem: 'The reply was cut off.' },
        { job: 'job-8', row: 8, problem: 'The reply was cut off.' },
      ],
    };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByRole('button', { name: 'Send again' }).first().click();
    expect(server.count('sidebarSettle')).toBe(0);
    await page.getByRole('button', { name: 'Risk paying twice' }).click();
    await page.getByText('1 row unconfirmed').waitFor();
    expect(server.log.find(({ name }) => name === 'sidebarSettle')?.args).toEqual([['job-7'], 'send-again']);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(false);
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect.poll(() => server.log.at(-1)?.args).toEqual([['job-8'], 'check-again']);
    await page.context().close();
  });
});
