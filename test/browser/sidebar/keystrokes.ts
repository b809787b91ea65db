import type { Browser } from 'playwright-core';
import { fakeLooks } from './fake-catalogue.ts';
import { FakeServer } from './fake-server.ts';
import { openSidebar } from './sidebar-page.ts';

/**
 * How long the search among so many looks takes for a keystroke, in milliseconds at the 95th percentile:
 * filtering, drawing and laying out. A number for the bench: times are no tests.
 */
export async function keystrokeMs(browser: Browser, looks: number): Promise<number> {
  const server = new FakeServer();
  server.looks = fakeLooks(looks);
  const page = await openSidebar(browser, server, { height: 700 });
  await page.getByText(`${looks.toLocaleString('en-US')} avatars`, { exact: true }).waitFor();
  const times = await page.evaluate<number[]>(`(async () => {
    const input = document.querySelector('.search input');
    const times = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const word = 'chiara cafe calm';
      input.value = word.slice(0, turn % (word.length + 1));
      const start = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      for (let turns = 0; turns < 5; turns += 1) await null;
      document.querySelector('#panel').offsetHeight;
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  })()`);
  await page.context().close();
  return times[Math.floor(times.length * 0.95)] ?? 0;
}
