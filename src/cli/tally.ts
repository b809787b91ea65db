import type { EstimateAgainstActual } from '../core/jobs/estimate-actual.ts';
import type { ExecutionUse } from './messages.ts';
import type { JsonReport } from './report.ts';

/** Adds up what the executions used. */
export class Tally {
  private readonly calls: Record<string, number> = {};
  private fetches = 0;
  private sheetCalls = 0;
  private executions = 0;
  private readonly compared: EstimateAgainstActual[] = [];

  add(use: ExecutionUse): void {
    this.executions += 1;
    this.sheetCalls += use.sheetCalls;
    this.fetches += use.operations.length;
    for (const operation of use.operations) this.calls[operation] = (this.calls[operation] ?? 0) + 1;
  }

  /** The run on one of the sheets has ended. */
  compare(compared: EstimateAgainstActual): void {
    this.compared.push(compared);
  }

  sums(): Pick<JsonReport, 'calls' | 'fetches' | 'sheetCalls' | 'executions' | 'estimate' | 'actual'> {
    const { calls, fetches, sheetCalls, executions } = this;
    const sum = (name: keyof EstimateAgainstActual): number =>
      Number(this.compared.reduce((all, each) => all + each[name], 0).toFixed(4));
    return {
      calls: { ...calls },
      fetches,
      sheetCalls,
      executions,
      estimate: { videos: sum('videos'), seconds: sum('estimatedSeconds'), usd: sum('estimatedUsd') },
      actual: { videos: sum('videos'), seconds: sum('actualSeconds'), usd: sum('actualUsd') },
    };
  }
}
