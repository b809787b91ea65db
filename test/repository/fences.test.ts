import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Which folders each folder sees. What is missing here does not compile. */
const SEES: Readonly<Record<string, readonly string[]>> = {
  core: [],
  app: ['core'],
  heygen: ['core', 'app'],
  google: ['core', 'app', 'heygen'],
  sidebar: ['core', 'app'],
  emulator: [],
  simulator: [],
  local: ['core', 'emulator', 'simulator'],
  cli: ['core', 'app', 'emulator', 'simulator', 'local'],
  page: ['core', 'emulator', 'simulator', 'local'],
  // Through the page's folder it sees what that sees; rooms.test.ts says what it uses.
  'page/client': ['page', 'emulator', 'core', 'simulator', 'local'],
  deploy: [],
};

const FOLDERS = Object.keys(SEES);

/** One import of each folder that a folder does not see: an ordinary line of code somewhere else. */
const IMPORTS = FOLDERS.flatMap((folder) =>
  FOLDERS.filter((other) => other !== folder && !SEES[folder]?.includes(other)).map(
    (other) => [`${folder} does not see ${other}`, folder, importOf(folder, other)] as const,
  ),
);

/** What belongs to one surrounding only. */
const GLOBALS = [
  ['the core has no console, clock or timer', 'core', 'export const wait = () => setTimeout(() => 0, 1);'],
  ['the use cases name no Google service', 'app', 'export const sheet = () => SpreadsheetApp.getActive();'],
  ['the client names no Google service', 'heygen', 'export const get = () => UrlFetchApp.fetch("x");'],
  ['the client has no document', 'heygen', 'export const title = () => document.title;'],
  ['the adapters have no document', 'google', 'export const title = () => document.title;'],
  ['the adapters have no Node', 'google', "export { readFileSync } from 'node:fs';"],
  ['the page names no Google service', 'sidebar', 'export const sheet = () => SpreadsheetApp.getActive();'],
  ['the emulator has no document', 'emulator', 'export const title = () => document.title;'],
  ['the simulator has no document', 'simulator', 'export const title = () => document.title;'],
  ['the command line has no document', 'cli', 'export const title = () => document.title;'],
  ['the server of the local page has no document', 'page', 'export const title = () => document.title;'],
  ['what both share has no document', 'local', 'export const title = () => document.title;'],
  ['the page in the browser has no Node', 'page/client', "export { readFileSync } from 'node:fs';"],
  ['deploying has no document', 'deploy', 'export const title = () => document.title;'],
] as const;

const BREACHES = [...IMPORTS, ...GLOBALS];

let folder = '';
/** The files about which the compiler complains. */
let refused: ReadonlySet<string> = new Set();

/** One compiler run over a copy of the source with every breach in a file of its own. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelmerge-fences-'));
  for (const entry of ['src', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(REPOSITORY, entry), join(folder, entry), { recursive: true });
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const each of FOLDERS) writeFileSync(join(folder, 'src', each, 'mark.ts'), 'export const MARK = 0;\n');
  BREACHES.forEach(([, room, line], number) => {
    writeFileSync(join(folder, fileOf(room, number)), `${line}\n`);
  });
  const rooms = [...new Set(BREACHES.map(([, room]) => `src/${room}`))];
  const compiler = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [compiler, '-b', '--pretty', 'false', ...rooms], {
    cwd: folder,
    encoding: 'utf8',
  });
  refused = new Set(
    [...run.stdout.matchAll(/^(src\/\S+)\(\d+,\d+\): error TS/gmu)].map(([, file = '']) => file),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every folder of src has a fence, and breaches that try it', () => {
  expect([...FOLDERS].sort()).toEqual([...foldersOf('src')].sort());
  const tried = new Set<string>(BREACHES.map(([, room]) => room));
  expect(FOLDERS.filter((each) => !tried.has(each))).toEqual([]);
});

test.each(BREACHES.map(([claim, room], number) => [claim, fileOf(room, number)]))(
  '%s: a breach does not compile',
  (_, file) => {
    expect(refused.has(file)).toBe(true);
  },
);

/** The folders that are compiled each by itself. */
function foldersOf(root: string): readonly string[] {
  return readdirSync(join(REPOSITORY, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'tsconfig.json')
    .map((file) => dirname(file));
}

/** A file of its own stands for all of a folder: a real one would bring its own imports along. */
function importOf(folder: string, other: string): string {
  return `export { MARK } from '${posix.join(posix.relative(folder, other), 'mark.ts')}';`;
}

function fileOf(room: string, number: number): string {
  return `src/${room}/breach-${number}.ts`;
}
