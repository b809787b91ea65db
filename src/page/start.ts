import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { stdin, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { startBuiltIn } from '../local/built-in-simulator.ts';
import { readCsv } from '../local/csv.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import { servePage } from './http/page-server.ts';
import { createLocalWorld } from './local-world.ts';
import { readStartOptions, type StartOptions, USAGE } from './start-options.ts';

/*
 * `npm start`: the add-on on your own machine. This runs from a folder of built files; see build.mjs.
 */

const here = (name: string): URL => new URL(name, import.meta.url);

async function start(order: StartOptions): Promise<void> {
  const sheet = readCsv(readFileOrFail(order.sheet));
  if (!sheet.ok) throw new Error(`${order.sheet}, ${sheet.failure}`);
  const stateFile = resolve(order.state);
  mkdirSync(dirname(stateFile), { recursive: true });
  if (order.fresh) rmSync(stateFile, { force: true });

  const simulator =
    order.heygen === null ? await startBuiltIn(here('../simulator-worker.js'), stateFile) : null;
  const crashed = (error: unknown): never => fail(unsaved(stateFile, error) ?? error);
  void simulator?.crashed.then(crashed);
  const world = await createLocalWorld({
    facts: { title: basename(order.sheet), mode: order.mode, heygen: order.heygen },
    addOn: fileURLToPath(here(order.mail ? '../add-on-with-mail' : '../add-on')),
    rows: sheet.value.rows,
    origin: simulator?.url ?? order.heygen ?? '',
    stateFile,
    engineEntry: here('engine-worker.js'),
    onCrash: crashed,
  });
  const read = (name: string): string => readFileSync(here(name), 'utf8');
  const server = await servePage(
    world,
    { html: read('page.html'), script: read('page.js'), style: read('page.css'), shim: read('shim.js') },
    order.port,
    (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  );
  const heygen =
    simulator === null
      ? `${order.heygen} in HeyGen's place`
      : 'the built-in simulator (any key opens it, nothing is paid)';
  stdout.write(`HeyGen: ${heygen}\n${server.url}\nCtrl-C ends it.\n`);
  if (order.open && stdin.isTTY && stdout.isTTY) openBrowser(server.url);
  await endOfWork();
  await Promise.all([server.close(), world.close()]);
  await simulator?.close();
  process.exit(0);
}

function readFileOrFail(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Until Ctrl-C, or until whoever started it wants it to end. */
function endOfWork(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

/** Only on a desktop. Elsewhere the address in the terminal must do. */
function openBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'open',
    win32: 'explorer',
    linux: 'xdg-open',
  };
  const opener = process.platform === 'linux' && !process.env.DISPLAY ? undefined : openers[process.platform];
  if (opener === undefined) return;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  // Without a browser the address in the terminal must do.
  child.once('error', () => child.unref());
  child.unref();
}

/** What a full disk comes to; null when the error is another one. */
function unsaved(stateFile: string, error: unknown): Error | null {
  const reason = diskTrouble(error);
  if (reason === null) return null;
  return new Error(
    `${stateFile} could not be written: ${reason}. Make room, then start again: it goes on where it was.`,
  );
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const order = readStartOptions(process.argv.slice(2));
if (!order.ok) {
  process.stderr.write(`${order.failure}\n`);
  process.exit(2);
} else if (order.value === 'help') {
  stdout.write(`${USAGE}\n`);
} else {
  start(order.value).catch(fail);
}
