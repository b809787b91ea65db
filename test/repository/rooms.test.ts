import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** From the ground up: a room uses what stands before it, and never what stands behind. */
const ROOMS = {
  core: [
    '',
    'heygen',
    'speech',
    'columns',
    'settings',
    'sheet',
    'merge',
    'row',
    'hear',
    'request',
    'oddities',
    'names',
    'translate',
    'jobs',
    'sample',
    'check',
  ],
  app: [
    '',
    'ports',
    'tabs',
    'names',
    'account',
    'ledger',
    'show',
    'translate',
    'sync',
    'render',
    'hear',
    'check',
    'videos',
    'set-up',
    'sidebar',
  ],
};

/** Every import of a file from its own house, as room and room. */
function importsOf(house: string, file: string): [string, string][] {
  const path = resolve(house, file);
  const imported = readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g);
  return [...imported]
    .map(([, to = '']): [string, string] => [
      dirname(file),
      relative(house, dirname(resolve(dirname(path), to))),
    ])
    .filter(([, to]) => !to.startsWith('..'));
}

test.each(Object.entries(ROOMS))('the rooms of src/%s build upon each other in one order', (name, rooms) => {
  const house = fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
  const files = readdirSync(house, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(40);
  const floor = (room: string): number => rooms.indexOf(room === '.' ? '' : room);
  const climbing = files.flatMap((file) =>
    importsOf(house, file)
      .filter(([from, to]) => floor(to) < 0 || floor(to) > floor(from))
      .map(([, to]) => `${file} uses ${to}`),
  );
  expect(climbing).toEqual([]);
});

/** What these folders use of others, by the first two folders of a path. The compiler sees more, and only whole folders. */
const USES = {
  heygen: { values: ['core'], types: ['core', 'app/ports'] },
  sidebar: { values: ['core'], types: ['core', 'app/ports', 'app/sidebar'] },
  'page/client': { values: ['page', 'emulator'], types: ['page', 'emulator'] },
  page: { values: ['core', 'emulator', 'simulator', 'local'], types: ['core', 'emulator', 'simulator'] },
};

test.each(Object.entries(USES))('src/%s uses no other folders than it should', (name, { values, types }) => {
  const root = fileURLToPath(new URL('../../src', import.meta.url));
  const files = readdirSync(resolve(root, name), { recursive: true, encoding: 'utf8' });
  const strays = files
    .filter((file) => /\.tsx?$/u.test(file))
    .flatMap((file) => {
      const path = resolve(root, name, file);
      const imported = readFileSync(path, 'utf8').matchAll(/^(import type )?[^;]*?from '(\.[^']+)'/gmu);
      return [...imported]
        .map(([, type, to = '']) => ({ type, to: relative(root, resolve(dirname(path), to)) }))
        .filter(({ to }) => !to.startsWith(`${name}/`))
        .filter(({ type, to }) => !(type ? types : values).some((room) => to.startsWith(`${room}/`)))
        .map(({ to }) => `${file} uses ${to}`);
    });
  expect(strays).toEqual([]);
});
