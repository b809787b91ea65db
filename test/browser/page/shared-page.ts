import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

/** One `npm start` and one browser for all tests of a file. */
export interface SharedPage {
  readonly local: LocalPage;
  /** Opens the page in a window of its own, and waits for the sheet. */
  visit(options?: BrowserContextOptions): Promise<Visitor>;
}

/** Starts both before the first test of the file and ends them after the last. */
export function sharedPage(...words: readonly string[]): SharedPage {
  const local = new LocalPage(...words);
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), local.start()]);
  });
  afterAll(async () => {
    await browser?.close();
    await local.close();
  });
  return {
    local,
    async visit(options = {}) {
      const page = await browser.newPage({ viewport: { width: 1_440, height: 900 }, ...options });
      const visitor = new Visitor(page);
      await visitor.open(local.url);
      return visitor;
    },
  };
}
