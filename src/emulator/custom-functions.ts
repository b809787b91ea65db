import type { CompiledBundle } from './bundle.ts';
import type { LineHost } from './call-line.ts';
import type { Clock } from './clock.ts';
import type { Execution } from './execution.ts';
import { createMachine, type Machine, type MachineParts } from './machine.ts';
import { createRealm } from './realm.ts';
import { createSoloGate } from './solo-gate.ts';
import type { SheetFunctions } from './spreadsheet/sheet-functions.ts';

/** Executions for cells are numbered from here, apart from all others. */
export const FIRST_CELL_EXECUTION = 1_000_000_000;

/** Results are kept for so many different calls. */
const KEPT = 10_000;

export interface CustomFunctions extends SheetFunctions {
  readonly contextOf: Machine['contextOf'];
}

/**
 * Runs the add-on's functions for formulas. As on the platform, a result is kept until an argument changes.
 * The executions take no turn among the others and none of their time, and they are not in their records:
 * whoever reads a cell finds its value there.
 */
export function createCustomFunctions(
  parts: Omit<MachineParts, 'host' | 'firstId'>,
  hostOn: (clock: Clock) => LineHost,
  /** Told of executions that threw or were killed. */
  onFailure: (execution: Execution) => void,
): CustomFunctions {
  const { bundle, locks } = parts;
  const clock = createSideClock(parts.clock);
  const machine = createMachine({ ...parts, clock, host: hostOn(clock), firstId: FIRST_CELL_EXECUTION });
  const gate = createSoloGate(clock, locks);
  const kept = new Map<string, ReturnType<SheetFunctions['call']>>();
  let names: ReadonlyMap<string, string> | null = null;
  let running = false;

  const nameOf = (written: string): string | undefined => {
    names ??= new Map(entryPoints(bundle).map((name) => [name.toUpperCase(), name]));
    return names.get(written.toUpperCase());
  };

  const run = (functionName: string, args: Parameters<SheetFunctions['call']>[1]): Execution => {
    clock.restart();
    running = true;
    try {
      const execution = machine.resume(
        machine.begin(functionName, { kind: 'custom-function', args }, null),
        gate,
      );
      if (execution === null) throw new Error('An execution for a cell cannot be suspended.');
      return execution;
    } finally {
      running = false;
    }
  };

  return {
    contextOf: machine.contextOf,
    knows: (written) => nameOf(written) !== undefined,
    call: (written, args) => {
      const name = nameOf(written);
      const key = JSON.stringify([name, args]);
      const before = kept.get(key);
      if (before !== undefined) return before;
      // A function that reads cells meets others that are not worked out yet, perhaps its own.
      if (name === undefined || running) return null;
      const execution = run(name, args);
      const result = execution.outcome === 'returned' ? { value: execution.value } : null;
      if (result === null) onFailure(execution);
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, result);
      return result;
    },
  };
}

/** The functions that Google would find at the top of the code; those that end in `_` are private. */
function entryPoints(bundle: CompiledBundle): readonly string[] {
  const realm = createRealm(
    {},
    () => 0,
    () => 0,
  );
  try {
    realm.run(bundle.script);
  } catch {
    // Without services the first statement may fail: functions are declared before it all the same.
  }
  return realm.functions().filter((name) => bundle.declares(name) && !name.endsWith('_'));
}

/** A clock that starts at the time of the other one and leaves it alone. */
function createSideClock(clock: Clock): Clock & { restart(): void } {
  let ahead = 0;
  const advance = (ms: number): void => {
    ahead += Math.max(0, ms);
  };
  return {
    now: () => clock.now() + Math.floor(ahead),
    advance,
    sleep: advance,
    moveTo: (ms) => advance(ms - clock.now() - ahead),
    runsByItself: clock.runsByItself,
    restart: () => {
      ahead = 0;
    },
  };
}
