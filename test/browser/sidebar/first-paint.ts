import type { Browser } from 'playwright-core';
import { FakeServer } from './fake-server.ts';
import { openSidebar } from './sidebar-page.ts';

/** Ms from the opening of the sidebar until the frame that first shows something. */
export interface FirstPaint {
  /** The placeholders, which stand until the add-on has answered. */
  readonly placeholders: number;
  /** The first avatar, from a server that answers at once. */
  readonly content: number;
}

/** Notes the first frame with either of them. */
const WATCH = `
  window.seenAt = {};
  const look = () => {
    for (const [name, place] of [['placeholders', '.skeletons'], ['content', '.item']])
      if (document.querySelector(place) !== null) window.seenAt[name] ??= performance.now();
    if (window.seenAt.content === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Opens the sidebar once, as if for the first time. A number for the bench: times are no tests. */
export async function firstPaint(browser: Browser): Promise<FirstPaint> {
  const page = await openSidebar(browser, new FakeServer(), { height: 700, before: WATCH });
  await page.waitForFunction('window.seenAt.content !== undefined');
  const seen = await page.evaluate<Partial<FirstPaint> & Pick<FirstPaint, 'content'>>('window.seenAt');
  await page.context().close();
  // Where the answer came within the first frame, no placeholder was needed.
  return { placeholders: seen.placeholders ?? seen.content, content: seen.content };
}
