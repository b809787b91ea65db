import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { group, noPlan, noProgress } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('test videos', () => {
  it('are switched on and off as a default of the sheet', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Settings' }).click();
    const box = page.getByRole('checkbox', { name: 'Test videos' });
    expect(await box.isChecked()).toBe(false);
    server.hold('sidebarDefaults');
    await box.check();
    expect(await box.getAttribute('aria-busy')).toBe('true');
    server.release('sidebarDefaults');
    await page.getByText('Saved for the sheet').waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(server.sheet.defaults.test_mode).toBe('yes');
    await box.uncheck();
    await expect.poll(() => server.sheet.defaults.test_mode).toBeUndefined();
    await page.context().close();
  });

  it('stay as they were when the change could not be saved', async () => {
    const server = new FakeServer();
    server.failNext('sidebarDefaults', 'The sheet is not in front any more.');
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Settings' }).click();
    const box = page.getByRole('checkbox', { name: 'Test videos' });
    await box.click();
    await page.getByText('The sheet is not in front any more.').waitFor();
    // The sentence and the switch are drawn one after the other.
    await expect.poll(() => box.isChecked()).toBe(false);
    await page.context().close();
  });

  it('that HeyGen refuses are switched off with one press, and the plan is made again', async () => {
    const server = new FakeServer();
    server.sheet.defaults.test_mode = 'yes';
    server.progress = { ...noProgress(), testRefused: true };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByText('HeyGen does not make test videos for this account. Nothing was charged.').waitFor();
    const plans = server.count('sidebarPlan');
    await page.getByRole('button', { name: 'Switch test videos off' }).click();
    await page.getByText('Saved for the sheet “Outreach”.').waitFor();
    expect(server.sheet.defaults.test_mode).toBeUndefined();
    expect(await page.getByRole('button', { name: 'Switch test videos off' }).count()).toBe(0);
    await expect.poll(() => server.count('sidebarPlan')).toBe(plans + 1);
    await page.context().close();
  });
});

describe('before rendering', () => {
  it('the plan says what cannot be told yet, which videos are tests, and what is worth a look', async () => {
    const server = new FakeServer();
    server.plan = {
      ...noPlan(),
      videos: 12,
      seconds: 300,
      cost: 19.5,
      range: { least: 15, most: 22 },
      unknownLengths: 3,
      tests: 2,
      warnedRows: 60,
      warnings: [
        group('warning', 'script', 'An address is read out.', [5, 6, 7]),
        ...['one', 'two', 'three'].map((column) => group('warning', column, `${column} is odd.`, [4])),
      ],
    };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Render' }).click();
    const facts = page.locator('.facts');
    await facts.getByText('about 5 min + 3 videos of unknown length').waitFor();
    await facts.getByText('about $15.00 to $22.00 + 3 videos of unknown length').waitFor();
    await facts.getByText('2 videos, free, with a watermark').waitFor();
    const warning = page.getByText('3 rows: An address is read out.');
    expect(await warning.isVisible()).toBe(false);
    await page.getByText('60 rows have warnings').focus();
    await page.keyboard.press('Enter');
    await warning.waitFor();
    await page.getByRole('button', { name: 'Go to cell in row 5, column script' }).click();
    await expect
      .poll(() => server.log.find(({ name }) => name === 'sidebarGoTo')?.args)
      .toEqual([5, 'script']);
    expect(await page.getByRole('button', { name: 'Render 12 videos' }).isEnabled()).toBe(true);
    await page.context().close();
  });
});

describe('a run that may cost more than the sum of the sheet', () => {
  it('is asked about once more, and Back sends nothing', async () => {
    const server = new FakeServer();
    const range = { least: 30, most: 42 };
    server.plan = { ...noPlan(), videos: 60, seconds: 700, cost: 40, range, asksAbove: 25 };
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Render' }).click();
    await page.getByRole('button', { name: 'Render 60 videos' }).click();
    await page.getByText('This run may cost $42.00. To see a few of them first').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    expect(server.count('sidebarRender')).toBe(0);
    await page.getByRole('button', { name: 'Render 60 videos' }).click();
    await page.getByRole('button', { name: 'Spend it: render 60 videos' }).click();
    await expect.poll(() => server.count('sidebarRender')).toBe(1);
    await page.context().close();
  });
});

describe('prices', () => {
  it('by the second and by the video are shown, changed and saved together', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('Cinematic').fill('6.5');
    await page.getByRole('button', { name: 'Save prices' }).click();
    await page.getByText('Prices saved.').waitFor();
    expect(server.settings.prices.perVideo).toEqual({ Cinematic: 6.5 });
    expect(server.settings.prices.perSecond['Avatar IV, photo']).toBe(0.05);
    await page.context().close();
  });
});
