// Builds the add-on: one script with real top-level functions, and the manifest beside it. What stands in
// dist is what clasp pushes, what the tests run and what the local page runs.
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Builds into `outdir`; throws with a sentence when Google would call a function that is not there. */
export async function buildAddOn(outdir = join(root, 'dist')) {
  const bundled = await build({
    entryPoints: [join(root, 'src/google/main.ts')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'reelmerge',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    define: {
      VERSION: JSON.stringify(packageJson.version),
      BUILD: JSON.stringify(new Date().toISOString().slice(0, 10)),
    },
    outfile: 'main.js',
  });
  const [output] = Object.values(bundled.metafile.outputs);
  const exported = await exportsOf('src/google/main.ts');
  const called = await calledByName();
  const missing = called.filter((name) => !exported.includes(name));
  if (missing.length > 0) {
    throw new Error(
      `Google would call ${missing.join(', ')}, but src/google/main.ts does not export ${missing.length === 1 ? 'it' : 'them'}. Export ${missing.length === 1 ? 'it' : 'them'} there, or take the name out of the menu, the trigger or the page.`,
    );
  }
  const entryPoints = exported
    .map((name) => `function ${name}() {\n  return reelmerge.${name}.apply(this, arguments);\n}`)
    .join('\n');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'main.js'), `${bundled.outputFiles[0].text}${entryPoints}\n`);
  await copyFile(join(root, 'appsscript.json'), join(outdir, 'appsscript.json'));
  return { bytes: output.bytes, entryPoints: exported };
}

/** Names of the functions that a module exports: the ones that become top-level functions. */
async function exportsOf(path) {
  const { metafile } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    outfile: 'exports.js',
  });
  return Object.values(metafile.outputs)[0].exports;
}

/** Every function that Google calls by name: the menu's, the trigger's, and the document's events. */
async function calledByName() {
  const menu = await load('src/app/menu.ts');
  const updates = await load('src/app/automatic-updates.ts');
  return [
    'onOpen',
    'onInstall',
    updates.TRIGGER_FUNCTION,
    ...menu.MENU.flatMap((item) => (item === null ? [] : [item.run])),
  ];
}

/** Evaluates one module of the source, to read a list from it. */
async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { bytes, entryPoints } = await buildAddOn();
  console.log(`dist/main.js: ${bytes} bytes, ${entryPoints.length} functions: ${entryPoints.join(', ')}`);
}
