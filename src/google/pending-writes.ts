import { LedgerRefusal, ledgerRefused } from './ledger-refusal.ts';

/**
 * Whether this execution wrote into the ledger since the last flush. A flush costs a round trip. Writes into the user's
 * sheets are flushed where they are made, so a flush that is refused here was about the ledger.
 */
export class PendingWrites {
  private any = false;

  add(): void {
    this.any = true;
  }

  /** Throws `LedgerRefusal` when the ledger refuses what was written: a protection may do so only at the flush. */
  flush(): void {
    if (!this.any) return;
    this.any = false;
    try {
      SpreadsheetApp.flush();
    } catch (error) {
      throw error instanceof LedgerRefusal ? error : ledgerRefused(error);
    }
  }
}
