import { LedgerRefusal, ledgerRefused } from './ledger-refusal.ts';

/**
 * What this execution has done to the spreadsheet since its last flush: what it wrote into the ledger, and whether it
 * read anything. A flush costs a round trip, so one may carry several writes. Writes into the user's sheets are flushed
 * where they are made; every other flush that is refused was about the ledger.
 */
export class PendingWrites {
  private writes: (() => void)[] = [];
  private hasRead: boolean;

  /**
   * `mayHaveRead`: finding a sheet is a reading too, and comes first in nearly every execution. A pass of the trigger
   * often finds none before it takes the lock. Where it does, `read` says so.
   */
  constructor(mayHaveRead: boolean) {
    this.hasRead = mayHaveRead;
  }

  /** Makes a write into the ledger, which goes on with the next flush. It may be made twice: see `alone`. */
  add(write: () => void): void {
    write();
    this.writes.push(write);
  }

  /** Something was read: until the next flush, Google may serve other reads from it. */
  read(): void {
    this.hasRead = true;
  }

  /** Throws `LedgerRefusal` when the ledger refuses what was written: a protection may do so only at the flush. */
  flush(): void {
    if (this.writes.length === 0) return;
    try {
      this.settle();
    } catch (error) {
      throw error instanceof LedgerRefusal ? error : ledgerRefused(error);
    }
  }

  /** From now on reads see what others have done meanwhile. Takes a call only where something was read or written. */
  refresh(): void {
    if (this.writes.length > 0) this.flush();
    else if (this.hasRead) this.settle();
  }

  /** Makes everything durable, also what others than the ledger wrote. Throws what Google throws. */
  settle(): void {
    this.writes = [];
    this.hasRead = false;
    SpreadsheetApp.flush();
  }

  /**
   * A flush, or a write before it, was refused. Where writes into the ledger were under way too, they are made again
   * and flushed alone, so that it is certain whose refusal it was. False where there were none.
   */
  alone(writes: readonly (() => void)[]): boolean {
    if (writes.length === 0) return false;
    this.writes = [];
    for (const write of writes) this.add(write);
    this.flush();
    return true;
  }

  /** The writes into the ledger that the next flush will carry. */
  underWay(): readonly (() => void)[] {
    return [...this.writes];
  }
}
