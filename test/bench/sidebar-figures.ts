import { chromium } from 'playwright-core';
import { launchOptions } from '../browser/browser.ts';
import { keystrokeMs } from '../browser/sidebar/keystrokes.ts';
import { figure, heading } from './figures.ts';

export async function sidebarFigures(): Promise<void> {
  heading('The sidebar in a browser');
  const browser = await chromium.launch(launchOptions());
  figure('a keystroke among 5,000 looks, ms (95th percentile)', await keystrokeMs(browser, 5_000));
  await browser.close();
}
