import type { FetchRecord } from '../emulator/execution.ts';
import type { StatusCounts } from './status-column.ts';
import { openRows } from './status-column.ts';

/** Answers that are about the account: its key, its credit, its permissions. */
const STOPPING = [401, 402, 403];

/** Remembers the last answers of HeyGen, to tell whether the account has stopped the run. */
export class AccountVerdict {
  private lastPost = 0;
  private last = 0;

  hear(fetches: readonly FetchRecord[]): void {
    for (const { method, status } of fetches) {
      this.last = status ?? 0;
      if (method === 'POST') this.lastPost = this.last;
    }
  }

  /** HTTP status of the answer that stopped the run, of which `counts` are the rows when nothing moves any more; 0 when none did. */
  stoppedBy(counts: StatusCounts): number {
    if ((counts.Queued ?? 0) > 0 && STOPPING.includes(this.lastPost)) return this.lastPost;
    return openRows(counts) > 0 && STOPPING.includes(this.last) ? this.last : 0;
  }
}
