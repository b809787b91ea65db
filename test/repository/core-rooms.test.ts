import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const CORE = fileURLToPath(new URL('../../src/core', import.meta.url));

/** From the ground up: a room uses what stands before it, and never what stands behind. */
const ROOMS = ['', 'heygen', 'speech', 'columns', 'sheet', 'merge', 'row', 'request', 'jobs'];

/** Every import of a file of the core, as room and room. */
function importsOf(file: string): [string, string][] {
  const path = resolve(CORE, file);
  const imported = readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g);
  return [...imported].map(([, to = '']) => [
    dirname(file),
    relative(CORE, dirname(resolve(dirname(path), to))),
  ]);
}

test('the rooms of the core build upon each other in one order', () => {
  const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(80);
  const floor = (room: string): number => ROOMS.indexOf(room === '.' ? '' : room);
  const climbing = files.flatMap((file) =>
    importsOf(file)
      .filter(([from, to]) => floor(to) < 0 || floor(to) > floor(from))
      .map(([, to]) => `${file} uses ${to || 'a file outside'}`),
  );
  expect(climbing).toEqual([]);
});
