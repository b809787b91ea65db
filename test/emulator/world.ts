import { createVirtualClock } from '../../src/emulator/clock.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Execution, RunOptions } from '../../src/emulator/execution.ts';
import type { DirectReply, DirectRequest } from '../../src/emulator/transport/direct.ts';
import { createDirectTransport } from '../../src/emulator/transport/direct.ts';

export const START = Date.UTC(2026, 10, 23, 12, 0, 0);

export const MANIFEST = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.external_request',
    'https://www.googleapis.com/auth/script.scriptapp',
  ],
  urlFetchWhitelist: ['https://api.heygen.com/v3/'],
};

export interface WorldOptions extends Partial<Omit<EmulatorOptions, 'bundle'>> {
  readonly pages?: Readonly<Record<string, string>>;
  readonly manifest?: object;
  readonly handle?: (request: DirectRequest, now: number) => DirectReply | 'cut';
}

/** An emulator around a few lines of script, with a virtual clock and a server in the same process. */
export function worldOf(code: string, options: WorldOptions = {}): Emulator {
  const {
    pages = {},
    manifest = MANIFEST,
    handle = () => ({ status: 200, headers: {}, body: 'ok' }),
  } = options;
  return createEmulator({
    clock: createVirtualClock({ start: START }),
    transport: createDirectTransport(handle),
    // So that a test's times are those of the calls that it is about.
    startUpMs: 0,
    ...options,
    bundle: { code, manifest, pages },
  });
}

/** Runs `main` of the code, from the menu unless told otherwise. */
export function runMain(code: string, world: WorldOptions = {}, run: Partial<RunOptions> = {}): Execution {
  return worldOf(code, world).run('main', { kind: 'menu', ...run });
}

/** What `main` returns; fails loudly when it did not get there. */
export function returnedBy(code: string, world: WorldOptions = {}, run: Partial<RunOptions> = {}): unknown {
  const execution = runMain(code, world, run);
  if (execution.outcome !== 'returned') throw new Error(`${execution.outcome}: ${execution.error?.stack}`);
  return execution.value;
}

/** The message with which `main` threw. */
export function refusalOf(code: string, world: WorldOptions = {}, run: Partial<RunOptions> = {}): string {
  const { error } = runMain(code, world, run);
  if (error === null) throw new Error('main did not throw.');
  return error.message;
}
