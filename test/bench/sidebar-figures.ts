import { chromium } from 'playwright-core';
import { launchOptions } from '../browser/browser.ts';
import { firstPaint } from '../browser/sidebar/first-paint.ts';
import { keystrokeMs } from '../browser/sidebar/keystrokes.ts';
import { figure, heading, middle } from './figures.ts';

/** So many times the sidebar is opened. */
const OPENINGS = 15;

export async function sidebarFigures(): Promise<void> {
  heading('The sidebar in a browser');
  const browser = await chromium.launch(launchOptions());
  const paints = [];
  for (let at = 0; at < OPENINGS; at += 1) paints.push(await firstPaint(browser));
  figure(
    'opened until placeholders are seen, ms (median)',
    middle(paints.map(({ placeholders }) => placeholders)),
    {
      most: 100,
    },
  );
  figure('opened until the first avatar is seen, ms (median)', middle(paints.map(({ content }) => content)), {
    most: 300,
  });
  figure('a keystroke among 5,000 looks, ms (95th percentile)', await keystrokeMs(browser, 5_000));
  await browser.close();
}
