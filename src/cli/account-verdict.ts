import type { FetchRecord } from '../emulator/execution.ts';
import type { StatusCounts } from './status-column.ts';
import { openRows } from './status-column.ts';

/** Answers that are about the account: its key, its credit, its permissions. */
const STOPPING = [401, 402, 403];

/** After so many executions in a row without any answer nobody is there. */
const TRIES = 3;

/** Remembers the last answers of HeyGen, to tell whether the account, or the network, has stopped the run. */
export class AccountVerdict {
  private lastPost = 0;
  private last = 0;
  private silences = 0;

  /** The requests of one execution. */
  hear(fetches: readonly FetchRecord[]): void {
    const silent = fetches.every(({ status }) => status === null);
    if (fetches.length > 0) this.silences = silent ? this.silences + 1 : 0;
    for (const { method, status } of fetches) {
      this.last = status ?? 0;
      if (method === 'POST') this.lastPost = this.last;
    }
  }

  /** Whether HeyGen has not been reached for so long that the run should end. */
  unreachable(): boolean {
    return this.silences >= TRIES;
  }

  /** HTTP status of the answer that stopped the run, of which `counts` are the rows when nothing moves any more; 0 when none did. */
  stoppedBy(counts: StatusCounts): number {
    if ((counts.Queued ?? 0) > 0 && STOPPING.includes(this.lastPost)) return this.lastPost;
    return openRows(counts) > 0 && STOPPING.includes(this.last) ? this.last : 0;
  }
}
