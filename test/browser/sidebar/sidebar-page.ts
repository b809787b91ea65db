import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { SidebarCall } from '../../../src/app/sidebar/contract.ts';
import { launchOptions } from '../browser.ts';
import { MEDIA } from './fake-catalogue.ts';
import type { FakeServer } from './fake-server.ts';

const ADDRESS = 'https://sidebar.example.test/';

/** `google.script.run` with the platform's manners: late answers, JSON text, failures through the handler. */
const RUNNER = `
  const names = ${JSON.stringify(['sidebarStart', 'sidebarConnect', 'sidebarDisconnect', 'sidebarLooks', 'sidebarVoices', 'sidebarRow', 'sidebarUse', 'sidebarExamples', 'sidebarAddColumns', 'sidebarOptionalColumns', 'sidebarTemplates', 'sidebarTemplateColumns', 'sidebarUpload', 'sidebarDefaults', 'sidebarSheetSettings', 'sidebarPlan', 'sidebarCheck', 'sidebarTexts', 'sidebarListTexts', 'sidebarRuns', 'sidebarForgetRun', 'sidebarHear', 'sidebarHearName', 'sidebarNames', 'sidebarCorrectName', 'sidebarDraft', 'sidebarDrafts', 'sidebarMarkRead', 'sidebarRender', 'sidebarRenderSample', 'sidebarApproveSample', 'sidebarSync', 'sidebarSelectFailed', 'sidebarSelectChanged', 'sidebarSelectRows', 'sidebarCancelQueued', 'sidebarRenewLinks', 'sidebarSettle', 'sidebarGoTo', 'sidebarSettings', 'sidebarAutomaticUpdates', 'sidebarPrices'] satisfies SidebarCall[])};
  const runner = (success, failure) => {
    const run = {
      withSuccessHandler: (handler) => runner(handler, failure),
      withFailureHandler: (handler) => runner(success, handler),
    };
    for (const name of names) run[name] = (...args) => {
      // A form crosses only by itself, with its files; here their names and sizes go over.
      if (args.some((arg) => arg instanceof Node) && !(args.length === 1 && args[0] instanceof HTMLFormElement))
        throw new Error('Failed due to illegal value in property: 0');
      const sent = args.map((arg) =>
        arg instanceof HTMLFormElement
          ? Object.fromEntries([...new FormData(arg)].map(([field, { name, size }]) => [field, { name, size }]))
          : arg,
      );
      window.serve(name, sent).then(success, failure);
    };
    return run;
  };
  window.google = { script: { run: runner(() => {}, () => {}) } };
`;

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly lessMotion?: boolean;
  /** Stops the page's clock, which then only moves by `page.clock`. */
  readonly ownClock?: boolean;
  /** A script that runs in the page before the page's own. */
  readonly before?: string;
}

/** The built sidebar in front of a server, with every other address answered here. */
export async function openSidebar(browser: Browser, server: FakeServer, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 300, height: look.height ?? 640 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: look.lessMotion === true ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const html = readFileSync('dist/sidebar.html', 'utf8');
  await page.exposeFunction('serve', (name: SidebarCall, args: unknown[]) => server.serve(name, args));
  await page.addInitScript(RUNNER);
  if (look.before !== undefined) await page.addInitScript(look.before);
  if (look.ownClock === true) await page.clock.install();
  await page.route('**/*', async (route) => {
    const address = route.request().url();
    if (address === ADDRESS) await route.fulfill({ contentType: 'text/html', body: html });
    else if (address.startsWith(MEDIA)) await route.fulfill(media(address));
    else await route.fulfill({ status: 404, body: '' });
  });
  await page.goto(ADDRESS);
  return page;
}

/** A face of a few strokes, its colour taken from its number. */
function media(address: string): { contentType: string; body: string | Buffer } {
  if (!address.endsWith('.svg')) return { contentType: 'application/octet-stream', body: '' };
  const hue = (Number(/(\d+)\.svg$/u.exec(address)?.[1] ?? 0) * 47) % 360;
  return {
    contentType: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" fill="hsl(${hue} 40% 78%)"/><circle cx="60" cy="46" r="22" fill="hsl(${hue} 30% 42%)"/><path d="M18 120c0-30 18-46 42-46s42 16 42 46Z" fill="hsl(${hue} 45% 32%)"/></svg>`,
  };
}
