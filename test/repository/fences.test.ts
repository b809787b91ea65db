import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Each would be an ordinary line of code somewhere else. */
const BREACHES = [
  ['the core does not see the use cases', 'core', "export { MENU } from '../app/menu.ts';"],
  ['the core has no console, clock or timer', 'core', 'export const wait = () => setTimeout(() => 0, 1);'],
  ['the use cases name no Google service', 'app', 'export const sheet = () => SpreadsheetApp.getActive();'],
  ['the use cases do not see the client', 'app', "export { createHeyGen } from '../heygen/client.ts';"],
  ['the client names no Google service', 'heygen', 'export const get = () => UrlFetchApp.fetch("x");'],
  ['the client has no document', 'heygen', 'export const title = () => document.title;'],
  ['the adapters have no document', 'google', 'export const title = () => document.title;'],
  ['the adapters do not see the page', 'google', "export { safeUrl } from '../sidebar/safe-url.ts';"],
  ['the page names no Google service', 'sidebar', 'export const sheet = () => SpreadsheetApp.getActive();'],
  ['the page does not see the adapters', 'sidebar', "export { onOpen } from '../google/main.ts';"],
  ['the emulator knows nothing of the add-on', 'emulator', "export { success } from '../core/result.ts';"],
  ['the emulator knows no HeyGen', 'emulator', "export { Simulator } from '../simulator/simulator.ts';"],
  ['the simulator knows nothing of the add-on', 'simulator', "export { success } from '../core/result.ts';"],
  ['the simulator knows no Google', 'simulator', "export { Emulator } from '../emulator/emulator.ts';"],
  ['the command line runs the built add-on only', 'cli', "export { onOpen } from '../google/main.ts';"],
  ['the command line does not see the page', 'cli', "export { startPage } from '../page/start.ts';"],
  ['the local page runs the built add-on only', 'page', "export { onOpen } from '../google/main.ts';"],
  ['the local page does not see the command line', 'page', "export { report } from '../cli/report.ts';"],
  ['what cli and page share sees neither', 'local', "export { report } from '../cli/report.ts';"],
  ['the page in the browser has no Node', 'page/client', "export { readFileSync } from 'node:fs';"],
  ['deploying does not see the add-on', 'deploy', "export { MENU } from '../app/menu.ts';"],
] as const;

let folder = '';
let printed = '';

/** One compiler run over a copy of the source with every breach in a file of its own. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelmerge-fences-'));
  for (const entry of ['src', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(REPOSITORY, entry), join(folder, entry), { recursive: true });
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), 'dir');
  BREACHES.forEach(([, room, line], number) => {
    writeFileSync(join(folder, fileOf(room, number)), `${line}\n`);
  });
  const rooms = [...new Set(BREACHES.map(([, room]) => `src/${room}`))];
  const compiler = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [compiler, '-b', '--pretty', 'false', ...rooms], {
    cwd: folder,
    encoding: 'utf8',
  });
  printed = run.stdout;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(BREACHES.map(([claim, room], number) => [claim, fileOf(room, number)]))(
  '%s: a breach does not compile',
  (_, file) => {
    expect(printed).toMatch(new RegExp(`^${file}\\(\\d+,\\d+\\): error TS`, 'm'));
  },
);

function fileOf(room: string, number: number): string {
  return `src/${room}/breach-${number}.ts`;
}
