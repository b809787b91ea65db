/** Whether this execution has written cells since the last flush: a flush costs a round trip. */
export class PendingWrites {
  private any = false;

  add(): void {
    this.any = true;
  }

  flush(): void {
    if (!this.any) return;
    SpreadsheetApp.flush();
    this.any = false;
  }
}
