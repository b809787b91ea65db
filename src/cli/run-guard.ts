import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Held by the one process that may work with a state file. */
export interface RunGuard {
  release(): void;
}

/**
 * Two runs on one state would each send the rows that the other is sending. The guard file names the
 * process that has the state; one that is dead, killed or not, has lost it. Returns a sentence when
 * another run is alive.
 */
export function guardRun(state: string): RunGuard | string {
  const file = `${state}.lock`;
  const mine = JSON.stringify({ pid: process.pid, begun: begunAt(process.pid) });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
    const holder = livingHolder(file);
    if (holder !== null) {
      return `Another run (process ${holder}) is working with ${state}. Wait until it ends, or stop it first.`;
    }
    rmSync(file, { force: true });
  }
  return `Another run has just begun to work with ${state}. Wait until it ends.`;
}

function livingHolder(file: string): number | null {
  let holder: { pid?: unknown; begun?: unknown };
  try {
    holder = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Cut short by a kill, or removed by its owner just now.
    return null;
  }
  const { pid, begun } = holder;
  if (typeof pid !== 'number' || pid === process.pid || !isAlive(pid)) return null;
  // Process numbers are used again: another process that has the number began at another time.
  return begunAt(pid) === begun ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, in the kernel's ticks; '' where the system does not tell. */
function begunAt(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return fields[19] ?? '';
  } catch {
    return '';
  }
}
