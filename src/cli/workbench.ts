import { randomInt } from 'node:crypto';
import { loadBundle } from '../emulator/bundle.ts';
import { createOffsetClock } from '../emulator/clock.ts';
import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import type { Execution } from '../emulator/execution.ts';
import type { Dialog, DialogAnswer } from '../emulator/services/ui-service.ts';
import { createHttpTransport } from '../emulator/transport/http.ts';
import { StateJournal } from '../local/state-journal.ts';
import { HEYGEN } from './engine-order.ts';
import { holdsKey } from './held-key.ts';
import type { EngineOrder } from './messages.ts';
import { type Replacement, type SavedRun, savedRunOf } from './saved-run.ts';

/** How long a killed execution may hold its claims: see LEASE_MS in the add-on's core. */
const LEASE_MS = 7 * 60_000 + 1_000;

/** The emulator with the add-on in it, and its state on disk. */
export interface Workbench {
  readonly emulator: Emulator;
  /** Does several things as the user, and saves them as one. */
  atOnce(work: () => void): void;
  /** As in `SavedRun`. */
  replacement(): Replacement | null;
  setReplacement(replacement: Replacement): void;
  elsewhere(): readonly string[];
  setElsewhere(runs: readonly string[]): void;
  close(): void;
}

export interface WorkbenchListener {
  answer(dialog: Dialog): DialogAnswer;
  /** A durable change has been saved. */
  saved(): void;
  /** A durable change could not be saved. The script must not go on: its next video would be paid for and forgotten. */
  unsaved(error: unknown): never;
  execution(execution: Execution): void;
}

/**
 * Sets up the emulator, with the state of the last run if there is one. Every durable change is on disk before the
 * script goes on. So the ledger is saved before anything is sent to HeyGen.
 */
export function openWorkbench(
  order: EngineOrder,
  kept: SavedRun | null,
  listener: WorkbenchListener,
): Workbench {
  const journal = new StateJournal(order.state, holdsKey(order.key));
  let asOne = false;
  let replacement = kept?.replacement ?? null;
  let elsewhere = kept?.elsewhere ?? [];
  const save = (): void => {
    if (asOne) return;
    const { heygen } = order;
    const run = savedRunOf({ heygen, emulator: emulator.snapshot(), replacement, elsewhere });
    try {
      journal.save(run);
    } catch (error) {
      listener.unsaved(error);
    }
    listener.saved();
  };
  const simulated = order.heygen === 'simulator';
  const emulator = createEmulator({
    bundle: loadBundle(order.addOn),
    clock: createOffsetClock({ sleepReally: !simulated }),
    transport: createHttpTransport({ clockHeader: simulated }),
    mode: order.mode,
    // Whether Google gives it is unsettled. Here nobody clicks, so without it nothing would get done.
    addonTriggerDocument: 'document',
    account: 'workspace',
    hosts: order.origin === null ? {} : { [HEYGEN]: order.origin },
    // Run ids are drawn from it, and must differ between the sheets of one account.
    seed: randomInt(2 ** 32),
    answer: listener.answer,
    onDurable: save,
    onExecution: (execution) => {
      save();
      listener.execution(execution);
    },
  });
  if (order.startAt !== null && order.startAt > emulator.clock.now()) emulator.clock.moveTo(order.startAt);
  if (kept !== null) {
    emulator.restore(kept.emulator);
    if (emulator.interrupted().length > 0) emulator.clock.advance(LEASE_MS);
  }
  return {
    emulator,
    replacement: () => replacement,
    setReplacement: (next) => {
      replacement = next;
      save();
    },
    elsewhere: () => elsewhere,
    setElsewhere: (runs) => {
      elsewhere = runs;
      save();
    },
    atOnce: (work) => {
      asOne = true;
      work();
      asOne = false;
      save();
    },
    close: () => {
      emulator.close();
      journal.close();
    },
  };
}
