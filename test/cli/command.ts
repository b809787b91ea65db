import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { JsonReport } from '../../src/cli/report.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { type SimulatorServer, startSimulatorServer } from '../../src/simulator/server.ts';

const root = resolve(import.meta.dirname, '../..');

/** The built command: what `npm run render` becomes once it has built itself. */
const COMMAND = join(root, '.cache/local/render.js');

const FULL_DISK = pathToFileURL(join(import.meta.dirname, 'full-disk.mjs')).href;

export interface Ran {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly key?: string;
  /** From which write on the disk is full, in each thread; default: never. */
  readonly diskFullAfter?: number;
  readonly signal?: {
    readonly name: 'SIGKILL' | 'SIGINT' | 'SIGCONT';
    readonly when: (stdout: string) => number | null;
  };
}

let build: Promise<void> | null = null;

/** Builds the command the way `npm run render` does, once for all files of a process. */
export function buildCommand(): Promise<void> {
  build ??= buildOnce();
  return build;
}

async function buildOnce(): Promise<void> {
  const built = await run([join(root, 'src/cli/launch.mjs'), '--help'], {});
  if (built.code !== 0) throw new Error(built.stderr);
}

/** Runs `npm run render -- <words>`, without npm's own lines. */
export function render(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run([COMMAND, ...words], options);
}

/** `signal.when` gets what was written so far and answers in how many ms the signal is sent. */
function run(words: readonly string[], options: RunOptions): Promise<Ran> {
  const { HEYGEN_API_KEY: _notOurs, ...env } = process.env;
  const { key, diskFullAfter } = options;
  const child = spawn(process.execPath, [...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      ...(key === undefined ? {} : { HEYGEN_API_KEY: key }),
      ...(diskFullAfter === undefined
        ? {}
        : { DISK_FULL_AFTER: String(diskFullAfter), NODE_OPTIONS: `--import=${FULL_DISK}` }),
    },
  });
  const said = { stdout: '', stderr: '' };
  let timer: NodeJS.Timeout | null = null;
  const consider = (): void => {
    const ms = timer === null ? (options.signal?.when(said.stdout) ?? null) : null;
    if (ms !== null) timer = setTimeout(() => child.kill(options.signal?.name), ms);
  };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      consider();
    });
  }
  consider();
  return new Promise((ended, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (timer !== null) clearTimeout(timer);
      ended({ code, ...said });
    });
  });
}

/** A folder of its own for one test. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'reelmerge-cli-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string | Uint8Array): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Rows of a CSV by the names of their columns. */
  rows(name: string): Record<string, string>[] {
    return parse(this.read(name), { columns: true, bom: true });
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const HEADER = 'first_name,script,avatar_id';

/** A sheet of so many good rows, each with a script of its own. */
export function goodRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `Person${at + 2},"Hello <<first_name>>, row ${at + 2}.",Anna_Office_Front_public`,
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** The last line of stdout. */
export function reportOf(ran: Ran): JsonReport {
  return JSON.parse(ran.stdout.trimEnd().split('\n').at(-1) ?? '');
}

/** A simulator over HTTP that lives twelve hundred times as fast as the clock on the wall, from `from` on. */
export function fastSimulator(
  world: SimulatorChoices,
  port = 0,
  from = Date.now(),
): Promise<SimulatorServer> {
  const begun = Date.now();
  return startSimulatorServer({
    port,
    world: { renderMs: [60_000, 120_000], ...world },
    clock: () => from + (Date.now() - begun) * 1200,
    longestDelayMs: 0,
  });
}
