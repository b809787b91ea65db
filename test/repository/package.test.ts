import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { filesOfGit, filesOnDisk } from './files.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = JSON.parse(read('package.json'));
const GIT = filesOfGit(REPOSITORY);
const FILES = GIT ?? filesOnDisk(REPOSITORY);
const LOCK = JSON.parse(read('package-lock.json'));

function read(file: string): string {
  return readFileSync(join(REPOSITORY, file), 'utf8');
}

/** Packages whose code ends up in what is built from `entry`. */
async function packagesIn(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [join(REPOSITORY, entry)],
    bundle: true,
    write: false,
    metafile: true,
    outfile: 'out.js',
    absWorkingDir: REPOSITORY,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  const names = Object.keys(metafile.inputs).map(
    (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1],
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

test('the oldest Node.js it runs on is named', () => {
  expect(PACKAGE.engines).toEqual({ node: '>=20.19' });
  expect(PACKAGE.type).toBe('module');
});

test('the script that runs in Google contains zod and no other package', async () => {
  expect(await packagesIn('src/google/main.ts')).toEqual(['zod']);
  expect(Object.keys(PACKAGE.dependencies)).toEqual(['zod']);
});

test('the lock file names no registry, so that every machine uses its own', () => {
  const lines = read('package-lock.json').split('\n');
  expect(lines.filter((line) => /"resolved"|registry/.test(line))).toEqual([]);
});

test('the lock file holds the tools for every system, not only for the one it was made on', () => {
  const packages: [string, { optionalDependencies?: Record<string, string> }][] = Object.entries(
    LOCK.packages,
  );
  const missing = packages.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => LOCK.packages[`node_modules/${name}`] === undefined),
  );
  expect(missing).toEqual([]);
});

test('package.json and the lock file agree', () => {
  const { dependencies, devDependencies, version, engines } = LOCK.packages[''];
  expect({ dependencies, devDependencies, version, engines }).toEqual({
    dependencies: PACKAGE.dependencies,
    devDependencies: PACKAGE.devDependencies,
    version: PACKAGE.version,
    engines: PACKAGE.engines,
  });
});

test('the changelog has an entry for this version', () => {
  expect(read('CHANGELOG.md')).toContain(`## [${PACKAGE.version}]`);
});

test('checking rewrites nothing', () => {
  expect(PACKAGE.scripts.lint).not.toMatch(/--write|--fix|--unsafe/);
  expect(PACKAGE.scripts.test).toMatch(/lint.*types.*build.*browser.*vitest run$/);
});

test('no file holds a path of this machine', () => {
  // Short ones, such as /app/ in a container, are also the ends of paths that are meant.
  const places = [REPOSITORY, join(homedir(), '/')].filter((place) => place !== '/');
  const holds = (text: string, place: string): boolean =>
    text
      .split(place)
      .slice(0, -1)
      .some((before) => !/[\w.}*-]$/u.test(before));
  const offenders = FILES.filter((file) => places.some((place) => holds(read(file), place)));
  expect(offenders).toEqual([]);
});

test('what is built, and what belongs to one person, is no part of it', () => {
  const strangers =
    /^(dist|node_modules|\.cache)\/|\.clasp\..+\.json$|\.clasprc|\.state\.json|\.rendered\.csv$/;
  expect(FILES.filter((file) => strangers.test(file))).toEqual([]);
  expect(read('.clasp.json')).not.toContain('scriptId');
});

test.skipIf(GIT === null)('its files are the same with git and without', () => {
  expect([...filesOnDisk(REPOSITORY)].sort()).toEqual([...(GIT ?? [])].sort());
});
