import type { FetchRecord } from '../emulator/execution.ts';
import type { StatusCounts } from './status-column.ts';
import { openRows } from './status-column.ts';

/** HTTP statuses that are about the account: its key, its credit, its permissions. */
const STOPPING = [401, 402, 403];

/** HeyGen counts as unreachable after this many executions in a row without any answer. */
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

  /** Whether HeyGen has been silent for so long that the run should end. */
  unreachable(): boolean {
    return this.silences >= TRIES;
  }

  /** The HTTP status that stopped the run, 0 when none did. `counts` are the rows' statuses once nothing moves any more. */
  stoppedBy(counts: StatusCounts): number {
    if ((counts.Queued ?? 0) > 0 && STOPPING.includes(this.lastPost)) return this.lastPost;
    return openRows(counts) > 0 && STOPPING.includes(this.last) ? this.last : 0;
  }
}
