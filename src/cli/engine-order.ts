import { fileURLToPath } from 'node:url';
import type { RenderOrder } from './arguments.ts';
import type { RenderInput } from './input.ts';
import type { EngineOrder } from './messages.ts';
import { rowRuns } from './row-spans.ts';
import type { SheetRunContext } from './sheet-run.ts';

/** The address of HeyGen's API. */
export const HEYGEN = 'https://api.heygen.com';

/** Sent where no key is needed: to the simulator. */
const NO_KEY = 'reelmerge-local-key';

/** Real time between two trigger runs. The built-in simulator's time runs much faster. */
const USUAL_TRIGGER_MS = 60_000;
const SIMULATED_TRIGGER_MS = 150;
/** A long simulated run should not spend its time waiting. */
const LONG_RUN_TRIGGER_MS = 10;
const LONG_RUN_ROWS = 500;
/**
 * The simulator's videos take three minutes on average. So with this many rows a slot, a run of any length is over in
 * some forty trigger runs.
 */
const ROWS_A_SLOT = 10;
const LEAST_SLOTS = 10;

/** How many videos the built-in simulator makes at once. A long run should not take a night of emulated time. */
export function simulatedSlots(rows: number, sheetRows: number): number {
  return Math.max(LEAST_SLOTS, Math.ceil(Math.min(rows, sheetRows) / ROWS_A_SLOT));
}

/** What the engine must do. */
export function engineOrder(
  order: RenderOrder,
  input: RenderInput,
  { home, simulator, control, startAt, againOrder }: SheetRunContext,
): EngineOrder {
  const { heygen, trigger } = order;
  const simulated = heygen.kind === 'simulator';
  const simulatedMs = input.rows.length > LONG_RUN_ROWS ? LONG_RUN_TRIGGER_MS : SIMULATED_TRIGGER_MS;
  const usualMs = simulated ? simulatedMs : USUAL_TRIGGER_MS;
  return {
    addOn: fileURLToPath(new URL('add-on', home)),
    state: order.state,
    csv: input.csv.rows,
    firstSheet: input.firstSheet,
    again: input.again,
    againOrder,
    rows: rowRuns(input.rows),
    sample: order.sample,
    approve: order.approve,
    strict: order.strict,
    share: order.share,
    only: order.only,
    maxUsd: order.maxUsd,
    speech: order.speech,
    names: input.names,
    ignore: order.ignore,
    key: keyOf(order),
    heygen: heygen.kind,
    origin: heygen.kind === 'server' ? heygen.origin : simulator,
    mode: order.mode,
    triggerMs: trigger === null ? usualMs : trigger * 1000,
    // Real time has no other sheet's clock to follow.
    startAt: simulated ? startAt : null,
    tellsRows: order.jsonl,
    control,
  };
}

/** The key to send. */
export function keyOf({ key, heygen }: RenderOrder): string {
  return key === '' || heygen.kind === 'simulator' ? NO_KEY : key;
}
