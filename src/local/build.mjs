// Builds what runs on your own machine: the add-on as Google would get it, and the programs around it.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAddOn } from '../../esbuild.config.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line and the threads that it starts. Each becomes one file of the same name. */
const ENTRIES = ['src/cli/render.ts', 'src/cli/engine.ts', 'src/simulator/simulator-worker.ts'];

/**
 * Builds into `home` and returns it as a folder URL; the add-on is in `add-on`, and one that may send mails beside it, in
 * `add-on-with-mail`. Files are replaced one by
 * one and whole, because another run may be starting from them at this moment.
 */
export async function buildLocal(home = join(root, '.cache/local'), { mail = false } = {}) {
  const addOn = mail ? 'add-on-with-mail' : 'add-on';
  const fresh = join(home, `${addOn}-${process.pid}`);
  const [bundled] = await Promise.all([
    build({
      entryPoints: ENTRIES.map((entry) => join(root, entry)),
      bundle: true,
      write: false,
      outdir: home,
      entryNames: '[name]',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      legalComments: 'none',
    }),
    buildAddOn(fresh, { mail }),
  ]);
  await mkdir(join(home, addOn), { recursive: true });
  for (const { path, contents } of bundled.outputFiles) {
    await writeFile(`${path}.${process.pid}`, contents);
    await rename(`${path}.${process.pid}`, path);
  }
  for (const name of await readdir(fresh)) await rename(join(fresh, name), join(home, addOn, name));
  await rm(fresh, { recursive: true, force: true });
  return pathToFileURL(`${home}/`);
}
