import type { CompiledBundle } from './bundle.ts';
import type { LineHost } from './call-line.ts';
import type { Clock } from './clock.ts';
import type { Execution } from './execution.ts';
import { createMachine, type MachineParts } from './machine.ts';
import { createRealm } from './realm.ts';
import { createSoloGate } from './solo-gate.ts';
import type { SheetFunctions } from './spreadsheet/sheet-functions.ts';

/** Executions for cells have numbers of their own, from here on. */
export const FIRST_CELL_EXECUTION = 1_000_000_000;

/** How many results are remembered. */
const KEPT = 10_000;

/**
 * Runs the add-on's functions for formulas. As on the platform, a result stays until an argument changes.
 * These executions take no time from the others and do not appear in their records: whoever reads a cell
 * just finds its value.
 */
export function createCustomFunctions(
  parts: Omit<MachineParts, 'host'>,
  hostOn: (clock: Clock) => LineHost,
  /** Gets each execution that threw or was killed. */
  onFailure: (execution: Execution) => void,
): SheetFunctions {
  const { bundle, locks } = parts;
  const clock = createSideClock(parts.clock);
  const machine = createMachine({ ...parts, clock, host: hostOn(clock) });
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
    knows: (written) => nameOf(written) !== undefined,
    call: (written, args) => {
      const name = nameOf(written);
      const key = JSON.stringify([name, args]);
      const before = kept.get(key);
      if (before !== undefined) return before;
      // A function that reads cells may reach its own cell, which has no value yet.
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

/** The functions at the top of the code. Those that end in `_` are private. */
function entryPoints(bundle: CompiledBundle): readonly string[] {
  const realm = createRealm(
    {},
    () => 0,
    () => 0,
  );
  try {
    realm.run(bundle.script);
  } catch {
    // Without services a statement may fail, but by then the functions are declared.
  }
  return realm.functions().filter((name) => bundle.declares(name) && !name.endsWith('_'));
}

/** A clock that starts at the time of another and does not move it. */
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
