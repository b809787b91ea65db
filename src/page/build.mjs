// Builds the local page and the threads behind it into .cache/local/page.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildLocal } from '../local/build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const usual = { bundle: true, write: false, charset: 'utf8', legalComments: 'none' };

/** Builds everything and returns the URL of the folder, in which `start.js` is the program. */
export async function buildPage({ mail = false } = {}) {
  const home = await buildLocal(undefined, { mail });
  await buildPageFiles(join(fileURLToPath(home), 'page'));
  return new URL('page/', home);
}

/** Builds only the page and its threads into a folder, without the add-on and the simulator. */
export async function buildPageFiles(outdir) {
  const server = build({
    ...usual,
    entryPoints: [join(here, 'start.ts'), join(here, 'engine/engine-worker.ts')],
    outdir,
    entryNames: '[name]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  const client = build({
    ...usual,
    entryPoints: [join(here, 'client/page.tsx'), join(here, 'client/shim.ts')],
    outdir,
    entryNames: '[name]',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const outputs = (await Promise.all([server, client])).flatMap(({ outputFiles }) => outputFiles);
  const html = { path: join(outdir, 'page.html'), contents: await readFile(join(here, 'client/page.html')) };
  await mkdir(outdir, { recursive: true });
  for (const { path, contents } of [...outputs, html]) {
    // Replaced whole, because another start may be reading at this moment.
    await writeFile(`${path}.${process.pid}`, contents);
    await rename(`${path}.${process.pid}`, path);
  }
}
