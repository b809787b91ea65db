import { existsSync, rmSync } from 'node:fs';
import { type LaunchedSimulator, launchSimulator } from '../simulator/launch.ts';
import { readSaved } from '../simulator/state-file.ts';

/**
 * Starts the simulator in a thread of its own, with its state beside the run's: both survive a kill. The
 * links in the sheet hold its port, so that the same one is taken again when it is free.
 */
export async function startBuiltIn(entry: URL, runState: string): Promise<LaunchedSimulator> {
  const stateFile = `${runState}.simulator.json`;
  // Without the run's state its clock would lie in the future of a run that begins now.
  if (!existsSync(runState)) rmSync(stateFile, { force: true });
  const port = portBefore(stateFile);
  if (port === 0) return launchSimulator(entry, { stateFile });
  try {
    return await launchSimulator(entry, { stateFile, port });
  } catch {
    // Most likely the port is taken now; whatever else it is, it comes back on any other.
    return launchSimulator(entry, { stateFile });
  }
}

/** The port in the links that were handed out, 0 when none were. */
function portBefore(stateFile: string): number {
  const found = /"publicUrl":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(readSaved(stateFile) ?? '');
  return Number(found?.[1] ?? 0);
}
