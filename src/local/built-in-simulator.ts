import { existsSync, rmSync } from 'node:fs';
import { type LaunchedSimulator, launchSimulator } from '../simulator/launch.ts';
import type { SimulatorServerOptions } from '../simulator/server.ts';
import { readSaved } from '../simulator/state-file.ts';

/**
 * Starts the simulator in a thread of its own. Its state lies beside the run's, and both survive a kill. It takes the
 * port of the last time if that is free, because the links in the sheet hold it.
 */
export async function startBuiltIn(
  entry: URL,
  runState: string,
  world: NonNullable<SimulatorServerOptions['world']> = {},
): Promise<LaunchedSimulator> {
  const stateFile = `${runState}.simulator.json`;
  // A new run begins now, and the clock of an old simulator would be ahead of it.
  if (!existsSync(runState)) rmSync(stateFile, { force: true });
  const port = portBefore(stateFile);
  if (port === 0) return launchSimulator(entry, { stateFile, world });
  try {
    return await launchSimulator(entry, { stateFile, port, world });
  } catch {
    // Most likely the port is taken. Any other trouble shows up again on another port.
    return launchSimulator(entry, { stateFile, world });
  }
}

/** The port in the links of the last time; 0 when there are none. */
function portBefore(stateFile: string): number {
  const found = /"publicUrl":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(readSaved(stateFile) ?? '');
  return Number(found?.[1] ?? 0);
}
