import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { PAGES, textOf } from './markdown.ts';

/** The README holds what a stranger needs in his first minutes; the rest has pages of its own. */
const LONGEST_README = 150;

const DOCS = PAGES.filter((page) => page.startsWith('docs/'));

/** Where the links of a page lead inside the repository, as file and heading ('' for the top). */
function linksOf(page: string): readonly { readonly file: string; readonly heading: string }[] {
  const targets = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/u.test(target))
    .map((target) => {
      const [file = '', heading = ''] = target.split('#');
      return { file: file === '' ? page : join(dirname(page), file), heading };
    });
}

/** The names that GitHub gives to the headings of a page. */
function headingsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('the README is short', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST_README);
});

test('the README leads to every page, to the recipes by way of their own list', () => {
  const reached = [...linksOf('README.md'), ...linksOf('docs/recipes/README.md')].map(({ file }) => file);
  expect(reached).toEqual(expect.arrayContaining(PAGES.filter((page) => page !== 'README.md')));
});

test.each(DOCS)('%s can be opened alone: it leads back to the README', (page) => {
  expect(linksOf(page)).toContainEqual({ file: 'README.md', heading: '' });
});

describe.each(PAGES)('%s', (page) => {
  test('leads only to files and headings that are there', () => {
    const broken = linksOf(page).filter(
      ({ file, heading }) => !existsSync(file) || (heading !== '' && !headingsOf(file).includes(heading)),
    );
    expect(broken).toEqual([]);
  });

  test('names only files and folders that are there', () => {
    const paths = /\b(?:src|test|examples|docs)\/[\w./-]*\w|\.ci\/run/gu;
    const named = [...textOf(page).matchAll(paths)].map(([path]) => path);
    const made = /\.rendered\.csv$/u;
    expect(named.filter((path) => !made.test(path) && !existsSync(path))).toEqual([]);
  });

  test('names only commands that can be run', () => {
    const named = [...textOf(page).matchAll(/npm (?:run )?([a-z:]*[a-z])/gu)].map(([, script]) => script);
    const known = ['ci', ...Object.keys(JSON.parse(textOf('package.json')).scripts)];
    const unknown = named.filter((script) => script === undefined || !known.includes(script));
    expect([...new Set(unknown)]).toEqual([]);
  });
});
