import type { LaunchOptions } from 'playwright-core';
import { findBrowser, thisMachine } from './find-browser.ts';

/** What to do when no browser is there. */
export const BROWSER_NEEDED =
  'The tests need Chromium, Chrome or Edge, and none was found. Run "npm run browser" to have one installed, or install one yourself, or set CHROME_PATH to the path of one.';

/** Chromium refuses to run as root inside its sandbox. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** For a browser that is started by hand; `launchOptions` has them already. */
export const BROWSER_FLAGS: readonly string[] = [
  '--headless',
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser that the tests drive. Throws with the sentence that says what to install. */
export function browserPath(): string {
  const found = findBrowser(thisMachine());
  if (found.kind === 'found') return found.path;
  throw new Error(found.kind === 'misnamed' ? found.message : BROWSER_NEEDED);
}

/** For playwright-core's `chromium.launch` and `chromium.launchPersistentContext`. */
export function launchOptions(): LaunchOptions {
  return { executablePath: browserPath(), chromiumSandbox: !isRoot, args: [...BROWSER_FLAGS] };
}
