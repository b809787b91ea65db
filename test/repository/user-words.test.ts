import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesOnDisk } from './files.ts';

/**
 * HeyGen has avatars, and looks of avatars. Users pick a look and read "avatar". "Look" stands only where the two levels
 * matter. As a verb, and after words such as "worth a", it is another word.
 */
const LOOK =
  /(?<!worth |have )\b(?:an?|the|your|photo|video|studio|this|other|another|one|three|no|its|kind of|speaking|of) looks?\b(?! (?:for|like|whether|up|again|once|by)\b)|\blooks?['’]s? own\b/giu;

const MEANT: readonly RegExp[] = [
  /another video look of the same avatar/u,
  /one of its looks/u,
  /its looks, not of a group/u,
];

const LITERALS = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;
const SHOWN = />([^<>{}]+)</gu;

/** What a file holds between quotes, and between the tags of its markup. */
function texts(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  const shown = file.endsWith('.tsx') ? [...code.matchAll(SHOWN)].map(([, text = '']) => text) : [];
  return [...[...code.matchAll(LITERALS)].map(([literal]) => literal), ...shown];
}

function offences(text: string): readonly string[] {
  return [...text.matchAll(LOOK)]
    .map(({ index }) => text.slice(Math.max(0, index - 40), index + 60))
    .filter((around) => !MEANT.some((meant) => meant.test(around)));
}

test('the add-on and the command say “avatar” to users, and “look” only where an avatar has several', () => {
  const files = filesOnDisk('.').filter((file) =>
    /^src\/(?:core|app|google|heygen|sidebar|cli|page\/client)\/.*\.tsx?$/u.test(file),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(
    files.flatMap((file) =>
      texts(file)
        .flatMap(offences)
        .map((each) => `${file}: ${each}`),
    ),
  ).toEqual([]);
});

test('so do the docs for users', () => {
  const files = filesOnDisk('.').filter((file) =>
    /^(?:README|CHANGELOG|docs\/(?!how-it-works|limits).*)\.md$/u.test(file),
  );
  expect(files.length).toBeGreaterThan(8);
  expect(
    files.flatMap((file) => offences(readFileSync(file, 'utf8')).map((each) => `${file}: ${each}`)),
  ).toEqual([]);
});
