import type { Browser, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { LocalPage, launchBrowser, Visitor } from './local-page.ts';

/** One story on a local page of its own, told at the sidebar, which is connected. */
export class Story {
  readonly visitor: Visitor;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  get page(): Page {
    return this.visitor.page;
  }

  get sidebar(): FrameLocator {
    return this.visitor.sidebar;
  }

  button(name: RegExp | string): Locator {
    return this.sidebar.getByRole('button', { name });
  }

  /** Part of a panel, by its heading. */
  box(name: RegExp | string): Locator {
    return this.sidebar.getByRole('region', { name });
  }

  says(text: RegExp | string): Promise<void> {
    return this.sidebar.getByText(text).first().waitFor();
  }

  async open(tab: RegExp | string): Promise<void> {
    await this.sidebar.getByRole('tab', { name: tab }).click();
  }

  /** Selects rows from the one to the other, and waits until the sidebar knows. */
  async select(first: number, last = first): Promise<void> {
    await this.visitor.select([
      [first, 1],
      [last, 1],
    ]);
    const count = last - first + 1;
    await this.says(`Row ${first}`);
    await this.says(`${count} row${count === 1 ? '' : 's'} selected`);
  }

  /** Switches a bad day on or off, and waits until it is. */
  async day(label: string): Promise<void> {
    const box = this.page.getByLabel(label);
    const before = await box.isChecked();
    await box.click();
    await expect.poll(() => box.isChecked()).toBe(!before);
  }

  /** Opens a sheet of its own with these lines, with tabs between their cells. */
  async newSheet(...lines: readonly string[]): Promise<void> {
    await this.visitor.addSheet();
    await expect.poll(() => this.visitor.cell(1, 1).textContent()).toBe('');
    await this.visitor.paste(...lines);
  }

  /** Types into a setting of the sheet and saves it. */
  async set(label: string, text: string): Promise<void> {
    await this.open('Settings');
    await this.sidebar.getByLabel(label).fill(text);
    await this.button(`Save ${label}`).click();
    await this.button(`Save ${label}`).waitFor({ state: 'detached' });
  }

  /** How many rows have each status. */
  async statuses(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const status of await this.visitor.column('status')) {
      if (status !== '') counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  }

  async frame(): Promise<Frame> {
    const handle = await this.page.locator('.sidebar iframe').elementHandle();
    const frame = await handle?.contentFrame();
    if (frame === null || frame === undefined) throw new Error('The sidebar is not open.');
    return frame;
  }

  /** What has the focus in the sidebar, in its words. */
  async focused(): Promise<string> {
    const frame = await this.frame();
    return frame.evaluate(
      `(() => { const it = document.activeElement; return it.getAttribute('aria-label') ?? it.textContent.trim(); })()`,
    );
  }

  /** Nothing is wrong for axe-core in light and dark colours, and nothing is cut off sideways. */
  async isClean(): Promise<void> {
    const frame = await this.frame();
    await this.page.emulateMedia({ colorScheme: 'dark' });
    expect(await findingsOf(frame, 'colours'), 'dark').toEqual([]);
    await this.page.emulateMedia({ colorScheme: 'light' });
    expect(await findingsOf(frame), 'light').toEqual([]);
    expect(await frame.evaluate('[innerWidth, document.documentElement.scrollWidth <= innerWidth]')).toEqual([
      300,
      true,
    ]);
  }

  /** Nothing stands there in the colours of success. */
  async isNowhereGreen(): Promise<void> {
    expect(await this.sidebar.locator('.message.good, .status.done').count()).toBe(0);
  }
}

/** One browser for a file. Each story has an `npm start` of its own, which ends with the test. */
export function ownPage(): (...words: string[]) => Promise<Story> {
  let browser: Browser;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  afterAll(() => browser.close());
  return async (...words) => {
    const local = new LocalPage(...words);
    ends.push(() => local.close());
    await local.start();
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    ends.unshift(() => page.close());
    const visitor = new Visitor(page);
    await visitor.open(local.url);
    const story = new Story(visitor);
    await visitor.connectInSidebar();
    await story.says('local@example.com');
    return story;
  };
}
