import { rowsToClear, runsOn, withoutResults, withResultsBack } from './again.ts';
import type { Grid } from './grid.ts';
import type { EngineOrder } from './messages.ts';
import { TAB } from './saved-run.ts';
import type { Workbench } from './workbench.ts';

/** Carries out `--again` around one press of Render. */
export class RenderAgain {
  private readonly order: EngineOrder;
  private readonly bench: Workbench;
  /** Whether there is the state of an earlier run. Then Render itself knows what is under way. */
  private readonly isKept: boolean;
  private before: Grid = [];
  private rows: readonly number[] = [];

  constructor(order: EngineOrder, bench: Workbench, isKept: boolean) {
    this.order = order;
    this.bench = bench;
    this.isKept = isKept;
  }

  /** Takes results off the sheet and returns of how many rows. It is not saved before something is sent. */
  begin(): number {
    const { order, bench } = this;
    if (order.again.length === 0) return 0;
    const { person } = bench.emulator;
    this.before = person.displayValues(TAB);
    const runs = bench.replacedRuns() ?? runsOn(this.before);
    this.rows = rowsToClear(this.before, order.again, runs, !this.isKept);
    bench.setReplacedRuns(runs);
    bench.hold();
    if (this.rows.length > 0) person.load(TAB, withoutResults(this.before, this.rows, order.csv));
    return this.rows.length;
  }

  /** After Render: gives rows without a new job their results back. */
  settle(): void {
    const { order, bench, before, rows } = this;
    if (order.again.length === 0) return;
    const { person } = bench.emulator;
    if (rows.length > 0) {
      const now = person.displayValues(TAB);
      person.load(TAB, withResultsBack(now, before, rows, order.csv));
    }
    bench.keep();
  }

  /** The run has ended. The next `--again` is a new one. */
  end(): void {
    if (this.bench.replacedRuns() === null) return;
    this.bench.setReplacedRuns(null);
    this.bench.keep();
  }
}
