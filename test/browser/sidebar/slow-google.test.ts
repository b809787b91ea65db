import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SidebarCall } from '../../../src/app/sidebar/contract.ts';
import { noPlan, noProgress } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Presses the button of this name, and says whether the next frame shows that it was pressed. */
const press = (name: string): string => `new Promise((shown) => {
  const named = ${JSON.stringify(name)};
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === named || one.textContent.startsWith(named));
  button.click();
  requestAnimationFrame(() => requestAnimationFrame(() => shown(button.getAttribute('aria-busy') === 'true')));
})`;

const CLICKS: readonly (readonly [tab: string, button: string, call: SidebarCall])[] = [
  ['Script', 'Next row', 'sidebarRow'],
  ['Script', 'Go to cell', 'sidebarGoTo'],
  ['Render', 'Count again', 'sidebarPlan'],
  ['Render', 'Check now', 'sidebarSync'],
  ['Render', 'Cancel', 'sidebarCancelQueued'],
  ['Render', 'Render 3 videos', 'sidebarRender'],
];

for (const [tab, button, call] of CLICKS) {
  it(`while Google takes its time over “${button}”, the next frame shows that it was pressed`, async () => {
    const server = new FakeServer();
    server.plan = { ...noPlan(), runPrint: 'three', videos: 3 };
    server.progress = { ...noProgress(), counts: { ...noProgress().counts, Queued: 2 } };
    server.sheet.row(4).issues = [{ row: 4, column: 'script', message: 'Something is missing.' }];
    const page = await openSidebar(browser, server);
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('button', { name: button }).first().waitFor();
    await page.waitForFunction('!document.querySelector("[aria-busy=true]")');
    server.hold(call);
    expect(await page.evaluate(press(button))).toBe(true);
    server.release(call);
    await page.waitForFunction('!document.querySelector("[aria-busy=true]")');
    await page.context().close();
  });
}

const heightOf = (page: Page): Promise<number> =>
  page.evaluate(`document.querySelector('.headline').closest('.box').getBoundingClientRect().height`);

it('figures that are being counted again stay, and say so', async () => {
  const server = new FakeServer();
  server.plan = { ...noPlan(), videos: 3 };
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.locator('.headline', { hasText: /^3 videos$/u }).waitFor();
  const height = await heightOf(page);
  server.hold('sidebarPlan');
  await page.getByRole('button', { name: 'Count again' }).click();
  await page.getByRole('button', { name: 'Counting…' }).waitFor();
  await page.locator('.headline', { hasText: /^3 videos$/u }).waitFor();
  // A box that grew now would move whatever is pressed at this moment away from under the pointer.
  expect(await heightOf(page)).toBe(height);
  server.plan = { ...noPlan(), videos: 5 };
  server.release('sidebarPlan');
  await page.locator('.headline', { hasText: /^5 videos$/u }).waitFor();
  await page.context().close();
});

it('before the first answer there are placeholders', async () => {
  const server = new FakeServer();
  server.hold('sidebarStart');
  const page = await openSidebar(browser, server);
  await page.locator('.skeletons').waitFor();
  server.release('sidebarStart');
  await page.locator('.item').first().waitFor();
  await page.context().close();
});
