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
  // The pattern names what it forbids, so this file alone is left out.
  const off = /@ts-(ignore|nocheck|expect-error)|biome-ignore|as unknown as\b/u;
  const files = SOURCES.filter((file) => file !== 'test/repository/source-files.test.ts');
  expect(offenders(files, (text) => off.test(text))).toEqual([]);
});

test('no file of src imports a test', () => {
  const files = SOURCES.filter((file) => file.startsWith('src/'));
  expect(offenders(files, (text) => /from '(\.\.\/)+test\//u.test(text))).toEqual([]);
});
