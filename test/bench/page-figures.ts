import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LocalPage, launchBrowser, Visitor } from '../browser/page/local-page.ts';
import { figure, heading } from './figures.ts';

/** The local page with a large sheet, in a real browser. Real times: they tell something about this machine only. */
export async function pageFigures(sizes: readonly number[]): Promise<void> {
  // 1,000 rows are the usual size of the other sections. Here the goals are for a large sheet.
  for (const rows of sizes.map((size) => (size === 1_000 ? 50_000 : size))) {
    const folder = mkdtempSync(join(tmpdir(), 'reelmerge-bench-'));
    const file = join(folder, 'large.csv');
    writeFileSync(file, csvOf(rows));
    const local = new LocalPage('--sheet', file);
    const browser = await launchBrowser();
    try {
      heading(`The local page with ${rows} rows, ms of real time in Chromium`);
      figure('npm start until the page can be opened', await took(() => local.start()));
      const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
      await measure(page, local.url, rows);
    } finally {
      await browser.close();
      await local.close();
      rmSync(folder, { recursive: true });
    }
  }
}

async function measure(page: Page, url: string, rows: number): Promise<void> {
  const visitor = new Visitor(page);
  figure('the page shows the sheet', await took(() => visitor.open(url)));
  await visitor.connect();
  // The sidebar sees at its opening that there is a key.
  await visitor.open(url);
  await page.frameLocator('.sidebar iframe').getByRole('tab').first().waitFor();
  await visitor.cell(2, 1).click();
  figure('a cell is typed, until it is shown', await typed(page, visitor));
  figure('sidebarRow, from the sidebar’s call to its answer', await rowCall(page), { most: 300 });
  figure('a selection reaches the sidebar', await selected(page, visitor), { most: 300 });
  const frames = await scrolled(page);
  figure(`scrolling, 95 % of ${frames.count} frames are no longer than`, frames.most, { most: 50 });
  await page.keyboard.press('Control+Home');
  const first = `name ${String(rows - 1).padStart(6, '0')}`;
  const sorted = async (): Promise<void> => {
    await visitor.tool('Sort sheet Z to A');
    // "Typed" comes before it.
    await visitor.cell(3, 1).getByText(first, { exact: true }).waitFor();
  };
  figure('sort, until it is shown', await took(sorted), { most: 1_000 });
  const undone = async (): Promise<void> => {
    await page.keyboard.press('Control+Z');
    await visitor.cell(3, 1).getByText('name 000001', { exact: true }).waitFor();
  };
  await visitor.cell(2, 2).click();
  figure('its undo', await took(undone), { most: 1_000 });
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function typed(page: Page, visitor: Visitor): Promise<number> {
  await page.keyboard.type('Typed');
  return took(async () => {
    await page.keyboard.press('Enter');
    await visitor.cell(2, 1).getByText('Typed', { exact: true }).waitFor();
  });
}

/** The middle one of five calls, as the sidebar makes them. */
async function rowCall(page: Page): Promise<number> {
  const handle = await page.locator('.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  const times: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    const call = `new Promise((done, failed) => { const began = performance.now();
      google.script.run.withSuccessHandler(() => done(performance.now() - began)).withFailureHandler(failed)
        .sidebarRow(0, null); })`;
    times.push(Number(await frame?.evaluate(call)));
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

/** From a click on a cell to the answer about its row. The sidebar may just be asking by itself: the middle one of five. */
async function selected(page: Page, visitor: Visitor): Promise<number> {
  const times: number[] = [];
  for (let row = 3; row < 8; row += 1) {
    const answered = page.waitForResponse(
      (one) => one.url().endsWith('/call') && /sidebarRow/.test(one.request().postData() ?? ''),
    );
    times.push(
      await took(async () => {
        await visitor.cell(row, 1).click();
        await answered;
      }),
    );
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

/** Turns the wheel for three seconds, slowly and then over thousands of rows, and looks at the time between frames. */
async function scrolled(page: Page): Promise<{ readonly count: number; readonly most: number }> {
  const times = (await page.evaluate(`new Promise((done) => {
    const grid = document.querySelector('.grid');
    const times = [];
    let [last, began] = [performance.now(), performance.now()];
    const frame = () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      grid.scrollTop += now - began < 1500 ? 80 : 4000;
      if (now - began < 3000) requestAnimationFrame(frame); else done(times);
    };
    requestAnimationFrame(frame);
  })`)) as number[];
  const sorted = times.sort((one, other) => one - other);
  return { count: sorted.length, most: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

function csvOf(rows: number): string {
  const header = 'name,company,city,amount,script,status_of_deal,notes';
  const line = (at: number): string => {
    const place = `Place ${at % 977}`;
    return `name ${String(at).padStart(6, '0')},Company ${at % 4_001},${place},${at * 3},"Hi <<name>>, greetings to <<city>>!",open,`;
  };
  return [header, ...Array.from({ length: rows }, (_, at) => line(at))].join('\n');
}
