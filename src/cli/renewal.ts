import { rowsToRenew, runsOn, withoutResults, withResultsBack } from './again.ts';
import type { Grid } from './grid.ts';
import type { EngineOrder } from './messages.ts';
import { TAB } from './saved-run.ts';
import type { Workbench } from './workbench.ts';

/** Carries out `--again` around one press of Render. */
export class Renewal {
  private readonly order: EngineOrder;
  private readonly bench: Workbench;
  /** Whether the state of an earlier run is there: then Render itself knows what is under way. */
  private readonly isKept: boolean;
  private before: Grid = [];
  private rows: readonly number[] = [];

  constructor(order: EngineOrder, bench: Workbench, isKept: boolean) {
    this.order = order;
    this.bench = bench;
    this.isKept = isKept;
  }

  /** Takes the results off; returns of how many rows. What the user does not agree to is never saved. */
  begin(): number {
    const { order, bench } = this;
    if (order.again.length === 0) return 0;
    const { person } = bench.emulator;
    this.before = person.displayValues(TAB);
    const runs = bench.renewing() ?? runsOn(this.before);
    this.rows = rowsToRenew(this.before, order.again, runs, !this.isKept);
    bench.renew(runs);
    bench.hold();
    if (this.rows.length > 0) person.load(TAB, withoutResults(this.before, this.rows, order.csv));
    return this.rows.length;
  }

  /** After Render: rows that have come to no new job get their results back. */
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

  /** The run has come to its end: `--again` means a new order from now on. */
  end(): void {
    if (this.bench.renewing() === null) return;
    this.bench.renew(null);
    this.bench.keep();
  }
}
