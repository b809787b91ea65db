import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesOnDisk } from './files.ts';

const MOST_LINES = 250;

const SOURCES = filesOnDisk('.').filter((file) => /^(src|test)\/.*\.(tsx?|mjs)$/u.test(file));

function offenders(files: readonly string[], isOffence: (text: string) => boolean): readonly string[] {
  return files.filter((file) => isOffence(readFileSync(file, 'utf8')));
}

test(`no file of src has more than ${MOST_LINES} lines`, () => {
  const files = SOURCES.filter((file) => file.startsWith('src/'));
  expect(files.length).toBeGreaterThan(300);
  expect(offenders(files, (text) => text.trimEnd().split('\n').length > MOST_LINES)).toEqual([]);
});

test('no file switches a check off', () => {
  // Nothing is left out, this file neither: the brackets keep the pattern from finding itself.
  const off = /@[t]s-(ignore|nocheck|expect-error)|[b]iome-ignore|[a]s unknown as\b/u;
  expect(offenders(SOURCES, (text) => off.test(text))).toEqual([]);
});

test('no file of src imports a test', () => {
  const files = SOURCES.filter((file) => file.startsWith('src/'));
  expect(offenders(files, (text) => /from '(\.\.\/)+test\//u.test(text))).toEqual([]);
});
