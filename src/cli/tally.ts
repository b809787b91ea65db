import type { ExecutionUse } from './messages.ts';
import type { JsonReport } from './report.ts';

/** Adds up what the executions used. */
export class Tally {
  private readonly calls: Record<string, number> = {};
  private fetches = 0;
  private sheetCalls = 0;
  private executions = 0;

  add(use: ExecutionUse): void {
    this.executions += 1;
    this.sheetCalls += use.sheetCalls;
    this.fetches += use.operations.length;
    for (const operation of use.operations) this.calls[operation] = (this.calls[operation] ?? 0) + 1;
  }

  sums(): Pick<JsonReport, 'calls' | 'fetches' | 'sheetCalls' | 'executions'> {
    const { calls, fetches, sheetCalls, executions } = this;
    return { calls: { ...calls }, fetches, sheetCalls, executions };
  }
}
