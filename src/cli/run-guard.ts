import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { failure, type Result, success } from '../core/result.ts';
import { isRunning, type ProcessIdentity, processIdentity } from './process-life.ts';

/** Held by the one process that may work with a state file. */
export interface RunGuard {
  release(): void;
}

/** How long a run waits for another one that began at the same moment and must give way. */
const PATIENCE_MS = 1_000;
const LOOK_EVERY_MS = 10;

/*
 * Two runs on one state would each send the same rows. So each run first claims the state with a file of its own,
 * named after its process, and then looks for the claims of others. It works only if no other claim belongs to a
 * running process.
 *
 * Two runs can never both find none: whichever looks last sees the claim of the other. And no claim is ever taken
 * over. Whoever sees the claim of a dead process removes it, which hurts nobody, because every claim has a name of
 * its own.
 *
 * When two runs begin at the same moment, each may see the other. Then the one whose name sorts last gives way, and
 * the other waits for that.
 */

/** Fails with a sentence when another run works with this state. */
export function guardRun(
  state: string,
  self: ProcessIdentity = processIdentity(process.pid),
  patienceMs = PATIENCE_MS,
): Result<RunGuard, string> {
  const claims = new Claims(resolve(state));
  const mine = claims.make(self);
  const release = (): void => claims.remove(mine.name);
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const [other] = claims.ofOthers(mine);
    if (other === undefined) return success({ release });
    if (other.name < mine.name || waited >= patienceMs) {
      release();
      return failure(
        `Another run (process ${other.pid}) is working with ${state}. Wait until it ends, or stop it first.`,
      );
    }
    pause(LOOK_EVERY_MS);
  }
}

interface Claim extends ProcessIdentity {
  /** The name of its file, `<state>.lock-<pid>-<begun>-<random>`. */
  readonly name: string;
}

/** The claims on one state, as files beside it. */
class Claims {
  private readonly folder: string;
  private readonly prefix: string;

  constructor(state: string) {
    this.folder = dirname(state);
    this.prefix = `${basename(state)}.lock-`;
  }

  make(self: ProcessIdentity): Claim {
    const name = `${this.prefix}${self.pid}-${self.begun}-${randomBytes(4).toString('hex')}`;
    writeFileSync(join(this.folder, name), '');
    return { ...self, name };
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { force: true });
  }

  /** The claims of other running processes, by name. Removes those of dead ones. */
  ofOthers(mine: Claim): Claim[] {
    const others = this.all().filter(({ name }) => name !== mine.name);
    return others.filter((claim) => {
      // A process makes one claim. Another one with its number is of an earlier process.
      const running = claim.pid !== mine.pid && isRunning(claim);
      if (!running) this.remove(claim.name);
      return running;
    });
  }

  private all(): Claim[] {
    return readdirSync(this.folder)
      .sort()
      .flatMap((name) => {
        if (!name.startsWith(this.prefix)) return [];
        const [, pid, begun = ''] = /^(\d+)-(\d*)-/.exec(name.slice(this.prefix.length)) ?? [];
        return pid === undefined ? [] : [{ name, pid: Number(pid), begun }];
      });
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
