import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BROWSER_NEEDED } from './browser.ts';
import { findBrowser, thisMachine } from './find-browser.ts';
import { installations } from './installations.ts';

/* Makes sure that the tests have a browser: finds one, else installs one, else says what to install. */

/** Windows runs npx only through its shell. */
const OPTIONS: SpawnSyncOptions = {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
};

process.exitCode = ensureBrowser();

function ensureBrowser(): number {
  const before = findBrowser(thisMachine());
  if (before.kind === 'found') return 0;
  if (before.kind === 'misnamed') return fail(before.message);
  const isRoot = process.getuid?.() === 0;
  for (const installation of installations(process.platform, isRoot, osRelease())) {
    process.stdout.write(`No Chromium, Chrome or Edge is here. ${installation.announcement}\n`);
    const done = installation.commands.every(
      ([command, ...parameters]) => spawnSync(command, parameters, OPTIONS).status === 0,
    );
    const after = findBrowser(thisMachine());
    if (done && after.kind === 'found') {
      process.stdout.write(`The tests will use ${after.path}.\n`);
      return 0;
    }
    process.stdout.write(`${installation.name} could not install it.\n`);
  }
  return fail(BROWSER_NEEDED);
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
