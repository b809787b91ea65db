import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Where browsers are looked for. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The Chromium that playwright-core would have downloaded. */
  readonly downloaded: string;
  isExecutable(path: string): boolean;
}

/** The browser's path; null when there is none; a sentence when the one that was named is not there. */
export type Found =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'misnamed'; readonly message: string };

const NAMES_ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Outside the PATH, where the packages of Google and Microsoft put theirs. */
const PATHS_ON_LINUX = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];

const APPS_ON_MACOS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const PATHS_ON_WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    downloaded: chromium.executablePath(),
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Finds an installed Chromium, Chrome or Edge. `CHROME_PATH` beats all others. */
export function findBrowser(machine: Machine): Found {
  const named = machine.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    return machine.isExecutable(named)
      ? { kind: 'found', path: named }
      : {
          kind: 'misnamed',
          message: `CHROME_PATH is ${named}, and no program is there. Correct it, or unset it to have a browser looked for.`,
        };
  }
  const path = [...installedPaths(machine), machine.downloaded].find((candidate) =>
    machine.isExecutable(candidate),
  );
  return path === undefined ? { kind: 'none' } : { kind: 'found', path };
}

function installedPaths({ platform, env, home }: Machine): string[] {
  if (platform === 'darwin') {
    return ['/', home].flatMap((root) =>
      APPS_ON_MACOS.map((app) => join(root, 'Applications', `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .flatMap((root) => PATHS_ON_WINDOWS.map((parts) => join(root, ...parts)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...NAMES_ON_LINUX.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PATHS_ON_LINUX,
  ];
}
