import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { tableUnder, textOf } from './markdown.ts';

const STEPS = tableUnder('docs/how-it-works.md', 'The row is now').map(([, file = '', by = '']) => ({
  file: file.replaceAll('`', ''),
  by: by.replaceAll('`', ''),
}));

test('the way of a row has its steps', () => {
  expect(STEPS.length).toBeGreaterThan(10);
});

test.each(STEPS)('a step of the way of a row: $file exports $by', ({ file, by }) => {
  expect(textOf(file)).toMatch(new RegExp(`^export (function|const|class) ${by}\\b`, 'mu'));
});

test('every file on the way of a row is part of what is pushed to Google', async () => {
  const { metafile } = await build({
    entryPoints: ['src/google/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  expect(Object.keys(metafile.inputs)).toEqual(expect.arrayContaining(STEPS.map(({ file }) => file)));
});

test('every folder of src is on the map', () => {
  const folders = tableUnder('docs/how-it-works.md', 'Folder').map(([folder]) => folder);
  expect(folders).toEqual(expect.arrayContaining(folderNames()));
});

function folderNames(): string[] {
  const { references }: { readonly references: readonly { readonly path: string }[] } = JSON.parse(
    textOf('tsconfig.json'),
  );
  return references.map(({ path }) => `\`${path}\``).filter((name) => /^`(src\/\w+|test)`$/u.test(name));
}
