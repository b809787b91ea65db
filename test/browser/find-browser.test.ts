import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';
import { installations } from './installations.ts';

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const UBUNTU = 'ID=ubuntu\nID_LIKE=debian\n';

function machine(choices: Partial<Machine>, ...programs: string[]): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/ana',
    downloaded: '/home/ana/.cache/ms-playwright/chrome',
    isExecutable: (path) => programs.includes(path),
    ...choices,
  };
}

test.each([
  ['Chromium on Linux', { platform: 'linux' }, '/usr/bin/chromium'],
  ['Edge on Linux', { platform: 'linux' }, '/usr/bin/microsoft-edge'],
  ['a browser outside the PATH', { platform: 'linux', env: {} }, '/opt/google/chrome/chrome'],
  ['Chrome on macOS', { platform: 'darwin' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['what playwright-core once downloaded', {}, '/home/ana/.cache/ms-playwright/chrome'],
])('%s is found', (_, choices, program) => {
  expect(findBrowser(machine(choices, program))).toEqual({ kind: 'found', path: program });
});

test('Edge on Windows is found', () => {
  const windows = { platform: 'win32', env: { 'PROGRAMFILES(X86)': 'C:/Programs' } };
  const found = findBrowser({ ...machine(windows), isExecutable: (path) => path.endsWith('msedge.exe') });
  expect(found).toMatchObject({ kind: 'found', path: expect.stringContaining('Edge') });
});

test('CHROME_PATH beats what is installed', () => {
  const named = machine(
    { env: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' } },
    '/opt/mine',
    '/usr/bin/chromium',
  );
  expect(findBrowser(named)).toEqual({ kind: 'found', path: '/opt/mine' });
});

test('a CHROME_PATH that leads nowhere is told, and nothing else is used in its place', () => {
  const misnamed = machine({ env: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' } }, '/usr/bin/chromium');
  expect(findBrowser(misnamed)).toEqual({
    kind: 'misnamed',
    message:
      'CHROME_PATH is /opt/mine, and no program is there. Correct it, or unset it to have a browser looked for.',
  });
});

test('a machine without a browser is told apart from one that has it', () => {
  expect(findBrowser(machine({}))).toEqual({ kind: 'none' });
});

test.each([
  ['Debian as root asks apt-get first', 'linux', true, DEBIAN, ['apt-get', "playwright-core's installer"]],
  ['Debian as a user leaves the system alone', 'linux', false, DEBIAN, ["playwright-core's installer"]],
  ['Ubuntu, whose package is no browser, downloads', 'linux', true, UBUNTU, ["playwright-core's installer"]],
  ['macOS downloads', 'darwin', false, '', ["playwright-core's installer"]],
])('%s', (_, platform, isRoot, osRelease, names) => {
  expect(installations(platform, isRoot, osRelease).map(({ name }) => name)).toEqual(names);
});
