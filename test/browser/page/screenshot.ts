import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

/*
 * Makes the picture of the README: the local page with some videos finished and some on their way.
 */

const TARGET = 'examples/local-page.png';

const local = new LocalPage();
await local.start();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1_440, height: 860 }, deviceScaleFactor: 1 });
const visitor = new Visitor(page);
await visitor.open(local.url);
await visitor.select([
  [2, 1],
  [7, 1],
]);
// Fewer slots than rows, so that some videos wait while others are finished.
await page.getByLabel('Slots').fill('3');
await page.keyboard.press('Enter');
const sidebar = page.frameLocator('.sidebar iframe');
await sidebar.getByLabel('HeyGen API key').fill('any-key-opens-it');
await sidebar.getByRole('button', { name: 'Test connection' }).click();
await sidebar.getByText('6 rows selected').waitFor();
await sidebar.getByRole('tab', { name: 'Render' }).click();
await sidebar.getByRole('button', { name: 'Render 6 videos' }).click();
await visitor.speed(60);
await sidebar.getByText(/[1-6] of 6 finished/).waitFor({ timeout: 60_000 });
await visitor.speed(1);
await visitor.cell(3, 1).click();
// The pictures of the finished videos arrive behind their lines.
await sidebar.locator('img').first().waitFor();
// The progress at the top, so that the newest videos are in the picture.
await sidebar.locator('#progress-title').evaluate((title) => title.closest('.box')?.scrollIntoView());
await page.waitForLoadState('networkidle');
await page.screenshot({ path: TARGET });
await browser.close();
await local.close();
process.stdout.write(`The picture is in ${TARGET}.\n`);
