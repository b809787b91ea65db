import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
export const REAL_CLASP = join(REPOSITORY, 'node_modules/@google/clasp/build/src/index.js');
const FAKE_CLASP = join(REPOSITORY, 'test/deploy/fake-clasp.mjs');

/** What stands in the fake Google; see fake-clasp.mjs. */
export interface Google {
  signedIn: boolean;
  apiOn: boolean;
  cutAfterCreating: boolean;
  /** How many sheets were made. */
  sheets: number;
  scripts: Record<string, Record<string, string>>;
  calls: string[];
}

/** Stands in for the real build, and as quick: a marked manifest, a script, and a page. */
const BUILD_SCRIPT = `import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('builds.log', ['built', ...process.argv.slice(2)].join(' ') + '\\n');
if (existsSync('broken')) process.exit(1);
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
writeFileSync('dist/appsscript.json', '{ "runtimeVersion": "V8", "oauthScopes": [] }');
writeFileSync('dist/main.js', 'function onOpen() {}');
writeFileSync('dist/sidebar.html', '<title>Reelmerge</title>');
if (existsSync('untidy')) writeFileSync('dist/notes.js', '');
`;

/** A folder as a fresh clone has it, with a clasp in the PATH and the deploy command beside it. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'reelmerge-deploy-'));

  constructor(google: Partial<Google> = {}, clasp = FAKE_CLASP) {
    for (const file of ['.clasp.json', '.claspignore']) copyFileSync(join(REPOSITORY, file), this.path(file));
    this.write('esbuild.config.mjs', BUILD_SCRIPT);
    const start: Google = {
      signedIn: true,
      apiOn: true,
      cutAfterCreating: false,
      sheets: 0,
      scripts: {},
      calls: [],
    };
    this.write('google.json', JSON.stringify({ ...start, ...google }));
    mkdirSync(this.path('bin'));
    this.write('bin/clasp', `#!/bin/sh\nexec '${process.execPath}' '${clasp}' "$@"\n`);
    chmodSync(this.path('bin/clasp'), 0o755);
  }

  /** Runs the deploy command in the folder. */
  async deploy(...words: string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
    const command = await builtCommand();
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        HOME: this.folder,
        USERPROFILE: this.folder,
        PATH: `${this.path('bin')}${delimiter}${dirname(process.execPath)}${delimiter}/bin${delimiter}/usr/bin`,
        FAKE_GOOGLE: this.path('google.json'),
      },
    });
    return { exitCode: status, stdout, stderr };
  }

  google(): Google {
    return JSON.parse(this.read('google.json'));
  }

  change(google: Partial<Google>): void {
    this.write('google.json', JSON.stringify({ ...this.google(), ...google }));
  }

  /** Names of the files that the script has at Google. */
  filesAtGoogle(scriptId: string): string[] {
    return Object.keys(this.google().scripts[scriptId] ?? {}).sort();
  }

  builds(): number {
    return this.has('builds.log') ? this.read('builds.log').trim().split('\n').length : 0;
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private path(file: string): string {
    return join(this.folder, file);
  }
}

let command: Promise<string> | null = null;

function builtCommand(): Promise<string> {
  command ??= buildCommand();
  return command;
}

async function buildCommand(): Promise<string> {
  const outfile = join(REPOSITORY, '.cache/test/deploy.js');
  const entryPoints = [join(REPOSITORY, 'src/deploy/main.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  return outfile;
}
