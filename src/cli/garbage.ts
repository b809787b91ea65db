import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much may lie about before it is collected: a pass over a sheet of 10,000 rows. */
const MOST_BYTES = 100_000_000;

/**
 * Every execution leaves behind a realm with copies of the whole sheet. The engine would let that grow to gigabytes
 * before it collects it, as long as the machine has them.
 */
export class Garbage {
  private readonly collect: () => void;
  private keptBytes = 0;

  constructor() {
    setFlagsFromString('--expose-gc');
    this.collect = runInNewContext('gc');
  }

  /** Collects what the executions have left, if it is worth the time. */
  tidy(): void {
    if (process.memoryUsage().heapUsed - this.keptBytes < MOST_BYTES) return;
    this.collect();
    this.keptBytes = process.memoryUsage().heapUsed;
  }
}
