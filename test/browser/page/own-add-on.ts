import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { servePage } from '../../../src/page/http/page-server.ts';
import { createLocalWorld } from '../../../src/page/local-world.ts';

/** The local page around an add-on of a few lines instead of the built one, with a server of the test's own in HeyGen's place. */
export interface OwnAddOn {
  readonly url: string;
  close(): Promise<void>;
}

export interface OwnAddOnParts {
  readonly code: string;
  /** The page of the sidebar, `page` by its name. */
  readonly html: string;
  readonly rows: readonly (readonly string[])[];
  /** What answers for `https://api.heygen.com`. */
  readonly origin: string;
}

interface PageBuild {
  buildPageFiles(folder: string): Promise<void>;
}

export async function startOwnAddOn({ code, html, rows, origin }: OwnAddOnParts): Promise<OwnAddOn> {
  const folder = mkdtempSync(join(tmpdir(), 'reelmerge-own-'));
  writeFileSync(join(folder, 'code.js'), code);
  writeFileSync(join(folder, 'page.html'), html);
  writeFileSync(join(folder, 'appsscript.json'), readFileSync('appsscript.json'));
  const built = join(folder, 'built');
  const { buildPageFiles }: PageBuild = await import(pathToFileURL('src/page/build.mjs').href);
  await buildPageFiles(built);
  const read = (name: string): string => readFileSync(join(built, name), 'utf8');
  const world = await createLocalWorld({
    facts: { title: 'own.csv', mode: 'bound', heygen: origin },
    addOn: folder,
    rows,
    origin,
    stateFile: join(folder, 'state.json'),
    engineEntry: pathToFileURL(join(built, 'engine-worker.js')),
    onCrash: (error) => {
      throw error;
    },
  });
  const files = {
    html: read('page.html'),
    script: read('page.js'),
    style: read('page.css'),
    shim: read('shim.js'),
  };
  const server = await servePage(world, files, 0, (error) => {
    throw error;
  });
  return {
    url: server.url,
    close: async () => {
      await Promise.all([server.close(), world.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
