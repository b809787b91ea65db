import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOf } from './markdown.ts';

const PAGE = 'CONTRIBUTING.md';

/** The add-on: what a new column or field has to touch. */
const ADD_ON = ['core', 'app', 'heygen', 'google', 'sidebar'];

const MOST_FILES = 5;

/** The parts of the page that name every file in which something stands. */
const EXAMPLES = [
  ...textOf(PAGE).matchAll(/<!-- (example [a-z ]+: (\w+)) -->\n([\s\S]*?)<!-- \/\1 -->/gu),
].map(([, , name = '', table = '']) => ({
  name,
  files: [...table.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, file = '']) => file),
}));

const SOURCES = ADD_ON.flatMap((folder) =>
  readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => `src/${folder}/${file}`),
);

test('an input column, an output column and a ledger field are worked out', () => {
  expect(EXAMPLES).toHaveLength(3);
});

test.each(EXAMPLES)('$name stands in the files that are named, and in no other', ({ name, files }) => {
  const word = new RegExp(`\\b${name}\\b`, 'u');
  expect(SOURCES.filter((file) => word.test(textOf(file))).sort()).toEqual([...files].sort());
});

test.each(EXAMPLES)('adding one like $name touches five files of the add-on at most', ({ files }) => {
  expect(files.length).toBeLessThanOrEqual(MOST_FILES);
});
