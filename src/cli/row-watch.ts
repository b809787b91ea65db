import type { Emulator } from '../emulator/emulator.ts';
import { FinishedRows } from './finished-rows.ts';
import type { EngineMessage, EngineOrder } from './messages.ts';
import { StatusColumn, type StatusCounts } from './status-column.ts';

/** Watches the rows to be rendered, and tells the main thread what has become of them. */
export class RowWatch {
  private readonly emulator: Emulator;
  private readonly statuses: StatusColumn;
  private readonly finished: FinishedRows | null;
  private readonly send: (message: EngineMessage) => void;
  private toldAt = 0;

  constructor(
    emulator: Emulator,
    rows: readonly number[],
    order: EngineOrder,
    send: (message: EngineMessage) => void,
  ) {
    this.emulator = emulator;
    this.statuses = new StatusColumn(emulator.person, rows);
    this.finished = order.tellsRows ? new FinishedRows(emulator.person, rows) : null;
    this.send = send;
  }

  counts(): StatusCounts {
    return this.statuses.counts();
  }

  /** Does nothing if it has told something less than `everyMs` ago. */
  tell(everyMs: number): void {
    if (Date.now() - this.toldAt < everyMs) return;
    this.toldAt = Date.now();
    this.send({ kind: 'progress', statuses: this.statuses.counts(), now: this.emulator.clock.now() });
    const rows = this.finished?.take() ?? [];
    if (rows.length > 0) this.send({ kind: 'rows', rows });
  }
}
