import { LedgerRefusal, ledgerRefused } from './ledger-refusal.ts';

/**
 * Whether this execution has written into the ledger since the last flush: a flush costs a round trip. What is
 * written into the user's sheets is flushed where it is written, so that a flush which is refused here is the ledger's.
 */
export class PendingWrites {
  private any = false;

  add(): void {
    this.any = true;
  }

  /** Throws `LedgerRefusal` when the ledger does not take what was written: protections speak at the flush too. */
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
